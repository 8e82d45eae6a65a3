import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import type { Page } from 'playwright-core'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/cli.js'
import { drop, PageBrowser, paste } from '../support/page.js'
import { program } from '../support/program.js'

const chromium = program('chromium')
const WINDOWS = readFileSync(join(ROOT, 'fixtures/hosts/web1/route_print.txt'), 'utf8')
const AIX = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')
const LINUX = readFileSync(join(ROOT, 'fixtures/hosts/web3/ip_route_show_table_all.txt'), 'utf8')
const VIP = '192.0.2.99'

/** Words of a heading in the letters of each code page, as Windows prints them in that language. */
const PAGES: readonly (readonly [page: string, heading: string])[] = [
  ['cp437', 'Itinéraires actifs : réseau, métrique'],
  ['cp850', 'Ständige Routen: für das Gerät'],
  ['cp852', 'Trvalé trasy: rozhraní, síťový cíl, brána'],
  ['cp858', 'Máscara, puerta de enlace, métrica, vínculo'],
  ['cp866', 'Список интерфейсов: постоянные маршруты, шлюз'],
  ['cp932', 'インターフェイス 一覧 ネットワーク 宛先'],
  ['cp936', '接口列表 网络目标 网络掩码 跃点数 永久路由'],
  ['cp949', '인터페이스 목록 네트워크 대상 게이트웨이'],
  ['cp950', '介面清單 使用中的路由 網路目的地 閘道'],
  ['windows-1250', 'Trwałe trasy: połączenie, sieć, żadne'],
  ['windows-1251', 'Список интерфейсов: постоянные маршруты, шлюз'],
  ['windows-1252', 'Ständige Routen: für das Gerät – “x”'],
  ['windows-1253', 'Διεπαφή, διεύθυνση δικτύου, πύλη, μετρικό'],
  ['windows-1254', 'Ağ geçidi, ölçüt, kalıcı, bağlantı türü'],
]

describe.skipIf(chromium === undefined)(
  'files on the page (skips where chromium is missing)',
  () => {
    let browser: PageBrowser
    beforeAll(async () => {
      browser = await PageBrowser.start(chromium ?? '')
    })
    afterAll(() => browser?.stop())

    const text = (page: Page) => page.locator('#text').inputValue()
    const hosts = (page: Page) => page.locator('.host strong').allTextContents()

    it('are read in any Unicode encoding, each file as a host', async () => {
      const { page } = await browser.open()
      await drop(page, [
        { name: 'web1.txt', bytes: Buffer.from(`\ufeff${WINDOWS}`, 'utf16le') },
        { name: 'web2.txt', bytes: Buffer.from(`\ufeff${AIX}`, 'utf16le').swap16() },
        { name: 'web3.txt', bytes: Buffer.from(LINUX) },
      ])
      await page.locator('.host').nth(2).waitFor()
      expect(await page.locator('#pastes li').count()).toBe(3)
      await page.locator('#vips').fill(VIP)
      await page.locator('.host.is-error').first().waitFor()
      expect((await hosts(page)).sort()).toEqual(['web1', 'web2', 'web3'])
      await page.getByRole('button', { name: /web2/ }).first().click()
      await expect.poll(() => page.locator('.verdict').textContent()).toMatch(/web2[\s\S]*AIX/)
      expect(await text(page)).toBe(AIX)
    })

    it.each(PAGES)('are read in the letters of %s', async (encoding, heading) => {
      const { page } = await browser.open()
      const bytes = iconv.encode(`${heading}\r\n${WINDOWS}`, encoding)
      await drop(page, [{ name: 'route_print.txt', bytes }])
      await page.locator('.verdict').waitFor()
      if ((await page.locator('#encoding').inputValue()) !== encoding)
        await page.locator('#encoding').selectOption(encoding)
      await expect.poll(() => text(page)).toContain(heading)
      await expect.poll(() => page.locator('#tables tbody tr').count()).toBe(16)
    })

    it('are read again in the encoding that is chosen, which plain ones are not asked for', async () => {
      const { page } = await browser.open()
      const bytes = iconv.encode(`größer\r\n${WINDOWS}`, 'cp437')
      await drop(page, [{ name: 'route_print.txt', bytes }])
      await page.locator('#encoding').selectOption('windows-1252')
      await expect.poll(() => text(page)).toContain('gr”áer')
      await page.locator('#encoding').selectOption('cp437')
      await expect.poll(() => text(page)).toContain('größer')
      await drop(page, [{ name: 'arp.txt', bytes: Buffer.from('plain') }])
      await expect.poll(() => page.locator('#encoding').isVisible()).toBe(false)
    })

    it('named after commands are of one host, until they are given to several', async () => {
      const { page } = await browser.open()
      await drop(page, [
        { name: 'ip_route_show_table_all.txt', bytes: Buffer.from(LINUX) },
        {
          name: 'ip_neigh.txt',
          bytes: Buffer.from('192.0.2.1 dev eth0 lladdr 00:00:5e:00:53:01 REACHABLE\n'),
        },
      ])
      await page.locator('#tables .capture').nth(1).waitFor()
      expect(await page.locator('.host').count()).toBe(0)
      await page.getByRole('button', { name: 'Each is of another host' }).click()
      await page.locator('.host').nth(1).waitFor()
      await page.getByRole('button', { name: 'All are of one host' }).click()
      await expect.poll(() => page.locator('.host').count()).toBe(0)
      await page.getByLabel('Host of this capture').fill('lb1')
      await page.getByLabel('Host of this capture').press('Enter')
      await expect.poll(async () => (await hosts(page)).length).toBe(2)
      expect(await page.locator('.verdict .host').textContent()).toBe('lb1')
    })

    it('in an archive are told apart by its folders, with what it says of each host', async () => {
      const { page, requests } = await browser.open()
      const files = {
        'snap/web1/route_print.txt': WINDOWS,
        'snap/web2/netstat_-rn.txt': AIX,
        'snap/lb1/ip_route.txt': LINUX,
        'snap/lb1/host.json': '{"role": "balancer"}',
        'snap/web3/ip_route.txt': LINUX,
        'snap/web3/host.json': '{"role": "nothing"}',
      }
      await drop(page, [{ name: 'snap.tar', bytes: await tar(files) }])
      await page.locator('.host').nth(3).waitFor()
      expect((await hosts(page)).sort()).toEqual(['lb1', 'web1', 'web2', 'web3'])
      await page.getByRole('button', { name: /lb1/ }).first().click()
      await expect.poll(() => page.locator('#role').inputValue()).toBe('balancer')
      expect(await page.locator('#host-legend').textContent()).toBe('About lb1')
      expect(await page.locator('#problem').textContent()).toContain('web3/host.json')
      expect(requests).toEqual([])
    })

    it('that cannot be read are named, with the reason', async () => {
      const { page, faults } = await browser.open()
      await drop(page, [
        { name: 'a.tar', bytes: Buffer.from('no archive') },
        { name: 'b.tar.xz', bytes: Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2]) },
      ])
      await expect
        .poll(() => page.locator('#problem').textContent())
        .toMatch(/a\.tar: a broken archive/)
      expect(await page.locator('#problem').textContent()).toMatch(/b\.tar\.xz: packed with xz/)
      expect(faults).toEqual([])
    })

    it('bring the cluster addresses of a configuration, and show the worst host until one is chosen', async () => {
      const { page } = await browser.open()
      const config = {
        vips: [VIP],
        inventory: { servers: [{ address: '192.0.2.67', mac: '00:00:5e:00:53:43' }] },
        rules: { 'alias-missing': 'off' },
      }
      await drop(page, [
        { name: 'web1.txt', bytes: Buffer.from(LINUX) },
        { name: 'web2.txt', bytes: Buffer.from(AIX) },
        { name: 'routeprint.json', bytes: Buffer.from(JSON.stringify(config)) },
      ])
      await page.locator('.host.is-error').waitFor()
      expect(await page.locator('#vips').inputValue()).toBe(VIP)
      expect(await page.locator('#servers').inputValue()).toBe('192.0.2.67=00:00:5e:00:53:43')
      expect(await page.locator('#problem').textContent()).toContain('rules is not applied')
      const shown = () => page.locator('.verdict .host').textContent()
      expect(await shown()).toBe('web2')
      await page.locator('#vips').fill('')
      await expect.poll(shown).toBe('web1')
      await page.getByRole('button', { name: /^web1/ }).last().click()
      await page.locator('#vips').fill(VIP)
      await page.locator('.host.is-error').waitFor()
      expect(await shown()).toBe('web1')
    })

    it('come from a folder that is opened', async () => {
      const { page } = await browser.open()
      await page.locator('#folder').setInputFiles(join(ROOT, 'fixtures/hosts'))
      await page.locator('.host').nth(2).waitFor()
      expect((await hosts(page)).sort()).toEqual(['web1', 'web2', 'web3'])
    })

    it.each([
      [
        'prompts',
        'web1',
        (host: string, table: string) => `[root@${host} ~]# ip route show table all\n${table}`,
      ],
      [
        'the headings of a fleet tool',
        'web1',
        (host: string, table: string) => `${host} | CHANGED | rc=0 >>\n${table}`,
      ],
      [
        'a name before each line',
        'web1',
        (host: string, table: string) => table.trimEnd().replace(/^/gm, `${host}: `),
      ],
    ])('need not be: a paste of several hosts is told apart by %s', async (_by, first, written) => {
      const { page } = await browser.open()
      const parts = [first, 'web2'].map((host) => written(host, LINUX))
      await paste(page, parts.join('\n'))
      await page.locator('.host').nth(1).waitFor()
      expect((await hosts(page)).sort()).toEqual(['web1', 'web2'])
      // Two hosts with one address on their cards: what only both together show.
      await page.locator('#vips').fill(VIP)
      await page.locator('.host.is-warning').waitFor()
      await page.getByRole('button', { name: /web2/ }).first().click()
      // Places are those in the whole paste.
      const line = parts[0]?.split('\n').length ?? 0
      await expect.poll(() => page.locator('.verdict .host').textContent()).toBe('web2')
      await expect
        .poll(async () => Number(await page.locator('#tables td.number').first().textContent()))
        .toBeGreaterThan(line)
    })

    it('pasted tables of two systems are two hosts', async () => {
      const { page } = await browser.open()
      await paste(page, `${WINDOWS}\n${AIX}`)
      await page.locator('.host').nth(1).waitFor()
      expect((await hosts(page)).sort()).toEqual(['aix', 'windows'])
    })
  },
)

async function tar(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const archive = pack()
  for (const [name, body] of Object.entries(files)) archive.entry({ name }, body)
  archive.finalize()
  const chunks: Uint8Array[] = []
  // It gives bytes, which its type leaves open.
  for await (const chunk of archive as AsyncIterable<Uint8Array>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
