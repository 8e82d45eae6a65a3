import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/cli.js'
import { PageBrowser, paste } from '../support/page.js'
import { program } from '../support/program.js'

const chromium = program('chromium')
const WINDOWS = readFileSync(join(ROOT, 'fixtures/hosts/web1/route_print.txt'), 'utf8')
const AIX = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')
const VIP = '192.0.2.99'
const COMMAND = 'route delete 192.0.2.0 mask 255.255.255.0 192.0.2.99'

/** Milliseconds that the page may not answer while a long table is read. */
const LONGEST_PAUSE = 500

const ROWS = 100_000

/** What the page lets itself do. */
const POLICY = `document.querySelector('[http-equiv=Content-Security-Policy]').content`

describe.skipIf(chromium === undefined)('the page (skips where chromium is missing)', () => {
  let browser: PageBrowser
  beforeAll(async () => {
    browser = await PageBrowser.start(chromium ?? '')
  })
  afterAll(() => browser?.stop())

  async function faulty(page: Page): Promise<void> {
    await page.locator('#vips').fill(VIP)
    await page.locator('.finding').first().waitFor()
  }

  it('shows at once what a pasted table is, its rows, the fault and the command', async () => {
    const { page, faults } = await browser.open()
    await paste(page, WINDOWS)
    await faulty(page)
    expect(await page.locator('.verdict').textContent()).toMatch(
      /Windows[\s\S]*route-print[\s\S]*1 error/,
    )
    await expect.poll(() => page.locator('#tables tbody tr').count()).toBe(16)
    expect(await page.locator('tr.is-error').textContent()).toContain('extra-network-route')
    expect(await page.locator('.is-first .command code').first().textContent()).toBe(COMMAND)
    expect(await page.locator('.command.is-undo code').first().textContent()).toContain('route add')
    expect(await page.locator('.bar svg').getAttribute('aria-label')).toContain('191 addresses')
    expect(await page.locator('#plan .plan li').count()).toBe(6)
    expect(faults).toEqual([])
  })

  it('judges anew what is edited', async () => {
    const { page } = await browser.open()
    await paste(page, WINDOWS)
    await faulty(page)
    const rows = WINDOWS.split('\n').filter((line) => !/192\.0\.2\.0 .*192\.0\.2\.99/.test(line))
    await page.locator('#text').fill(rows.join('\n'))
    await page.locator('#tables tbody tr').nth(14).waitFor()
    await page.locator('.verdict:not(.is-error)').waitFor()
    await expect.poll(() => page.locator('#tables tbody tr').count()).toBe(15)
  })

  it('takes files from the button, and lets a capture go again', async () => {
    const { page } = await browser.open()
    const file = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from(AIX) }
    await page.locator('#files').setInputFiles([file, { ...file, name: 'b.txt' }])
    await page.locator('.host').nth(1).waitFor()
    await page.getByRole('button', { name: 'Remove b.txt' }).click()
    await expect.poll(() => page.locator('.host').count()).toBe(0)
    expect(await page.locator('#tables .capture').count()).toBe(1)
  })

  it('gives a link that brings everything back, in the fragment alone', async () => {
    const { page } = await browser.open()
    await paste(page, `${WINDOWS}\nÜberschrift – ☃\n`)
    await faulty(page)
    await page.locator('#role').selectOption('client')
    await page.getByRole('button', { name: 'Make a link' }).click()
    const link = await page.getByLabel('Link with the captures in it').inputValue()
    expect(link.startsWith(`${browser.url}#1.`)).toBe(true)
    const other = await browser.open({}, link.slice(browser.url.length))
    await other.page.locator('.verdict').waitFor()
    expect(await other.page.locator('#text').inputValue()).toBe(
      await page.locator('#text').inputValue(),
    )
    expect(await other.page.locator('#vips').inputValue()).toBe(VIP)
    expect(await other.page.locator('#role').inputValue()).toBe('client')
    expect(other.requests).toEqual([])
  })

  it.each([
    ['#1.AAAA', 'damaged'],
    ['#1.', 'damaged'],
    ['#7.AAAA', 'version 7'],
  ])('says what is wrong with the link %s', async (fragment, reason) => {
    const { page, faults } = await browser.open({}, fragment)
    await page.locator('#problem').waitFor()
    expect(await page.locator('#problem').textContent()).toContain(reason)
    expect(faults).toEqual([])
  })

  it('makes no markup of a hostile paste, and runs nothing of it', async () => {
    const { page, requests, faults } = await browser.open()
    const hostile = [
      '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>',
      '</textarea><svg/onload=window.hurt=1>',
      WINDOWS.replaceAll('On-link', '<b>On-link</b>'),
      '? (192.0.2.1) at <iframe/srcdoc=x> on en0',
      'javascript:alert(1) \u202e\u2066 http://192.0.2.1/',
    ].join('\n')
    await paste(page, hostile)
    await page.locator('#vips').fill('<img/src=x>, 192.0.2.99')
    await page.locator('#vips-fault:not(:empty)').waitFor()
    await page.locator('#unread li').first().waitFor()
    expect(await page.locator('#results').locator('img, iframe, script, b, a').count()).toBe(0)
    expect(await page.evaluate('window.hurt')).toBeUndefined()
    expect(await page.locator('#results').textContent()).not.toMatch(/[\u202e\u2066]/)
    expect([requests, faults]).toEqual([[], []])
  })

  it('asks for nothing: no request is made, and its policy would let none through', async () => {
    const { page, requests } = await browser.open()
    for (const chip of await page.locator('#examples a').all()) {
      await chip.click()
      await page.locator('.verdict').waitFor()
    }
    expect(requests).toEqual([])
    const tried = await page.evaluate(`Promise.all([
      fetch('https://192.0.2.1/').then(() => 'sent', () => 'refused'),
      new Promise((done) => {
        const image = new Image()
        image.onload = () => done('sent')
        image.onerror = () => done('refused')
        image.src = 'https://192.0.2.1/x.png'
      }),
      new Promise((done) => {
        const socket = new WebSocket('wss://192.0.2.1/')
        socket.onopen = () => done('sent')
        socket.onerror = () => done('refused')
      }),
      // A worker of one's own would be a way around, were it let start.
      (async () => new Worker(URL.createObjectURL(new Blob(['fetch("https://192.0.2.1/")']))))()
        .then(() => 'started', () => 'refused'),
    ])`)
    expect(tried).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(await page.evaluate(POLICY)).toContain("connect-src 'none'")
  })

  it('has an example for each platform that has captures, and reads them all', async () => {
    const { page, faults } = await browser.open()
    const chips = await page.locator('#examples a').all()
    expect(chips.length).toBeGreaterThan(8)
    for (const chip of chips) {
      await chip.click()
      const name = await chip.textContent()
      await expect.poll(() => page.locator('.verdict strong').textContent()).toBe(name)
      await page.locator('#tables tbody tr').first().waitFor()
    }
    expect(faults).toEqual([])
  })

  it(`stays responsive while ${ROWS} rows are read and scrolled`, async () => {
    const { page, faults } = await browser.open()
    const row = (i: number) =>
      `10.${i >> 16}.${(i >> 8) & 255}.${i & 255} via 192.0.2.1 dev eth0 proto static metric ${i}`
    const lines = Array.from({ length: ROWS }, (_none, i) => row(i))
    lines.push('local 192.0.2.0/24 dev lo table local proto kernel scope host src 192.0.2.99')
    // Notes the longest time between two frames from here on.
    await page.evaluate(`{
      window.pause = 0
      let last = performance.now()
      const tick = () => {
        const now = performance.now()
        window.pause = Math.max(window.pause, now - last)
        last = now
        requestAnimationFrame(tick)
      }
      tick()
    }`)
    // What other programs hold up on a busy machine is none of the page's doing.
    await page.waitForTimeout(1000)
    const idle = Number(await page.evaluate('window.pause'))
    await page.evaluate('window.pause = 0')
    await page.locator('#files').setInputFiles(browser.file('table.txt', lines.join('\n')))
    await page.locator('.is-long .scroller').waitFor({ timeout: 60_000 })
    await page.locator('#vips').fill(VIP)
    await page.locator('.finding.is-error').first().waitFor()
    await page.locator('.is-long .scroller td', { hasText: /^10\./ }).first().waitFor()
    await page.locator('.scroller').focus()
    await page.keyboard.press('End')
    await page.locator('tr.is-error', { hasText: '192.0.2.0/24' }).waitFor()
    expect(await page.locator('#tables tbody tr').count()).toBeLessThan(400)
    await page.getByLabel('Filter rows').fill('10.1.1.7')
    await expect
      .poll(() => page.locator('.tools output').textContent())
      .toMatch(/^\d+ of 100,001 rows/)
    expect(Number(await page.evaluate('window.pause'))).toBeLessThan(LONGEST_PAUSE + 4 * idle)
    expect(await page.locator('#text').getAttribute('readonly')).toBe('')
    expect(faults).toEqual([])
  }, 120_000)

  it('fits a phone, in the dark too', async () => {
    const { page } = await browser.open({
      viewport: { width: 375, height: 700 },
      colorScheme: 'dark',
    })
    await paste(page, WINDOWS)
    await faulty(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375)
    const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(paper).toMatch(/^rgb\((?:[0-4]?\d, ){2}/)
  })

  it('is used with the keyboard alone, and every control has a name', async () => {
    const { page } = await browser.open()
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Skip')
    await page.keyboard.press('Tab')
    await page.keyboard.insertText(AIX)
    await page.locator('.verdict').waitFor()
    const nameless =
      await page.evaluate(`[...document.querySelectorAll('button, input, select, textarea')]
      .filter((one) => !(one.labels?.length || one.getAttribute('aria-label') || one.textContent.trim()))
      .map((one) => one.outerHTML)`)
    expect(nameless).toEqual([])
    await expect.poll(() => page.locator('#said').textContent()).toContain('AIX')
    expect(await page.evaluate('document.querySelectorAll("main, header, footer").length')).toBe(3)
  })

  it('copies a command', async () => {
    const { page } = await browser.open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await paste(page, WINDOWS)
    await faulty(page)
    await page.locator('.is-first .copy').first().click()
    await expect.poll(() => page.locator('#said').textContent()).toContain('copied')
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(COMMAND)
  })
})
