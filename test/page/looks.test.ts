import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROOT } from '../support/cli.js'
import { PageBrowser, paste } from '../support/page.js'
import { program } from '../support/program.js'

const chromium = program('chromium')
const AIX = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')
const VIP = '192.0.2.99'
/** The narrowest telephones that are sold. */
const PHONE = { viewport: { width: 360, height: 740 } }

describe.skipIf(chromium === undefined)(
  'the looks of the page (skips where chromium is missing)',
  () => {
    let browser: PageBrowser
    beforeAll(async () => {
      browser = await PageBrowser.start(chromium ?? '')
    })
    afterAll(() => browser?.stop())

    async function found(page: Page): Promise<void> {
      await paste(page, AIX)
      await page.locator('#vips').fill(VIP)
      await page.locator('.finding').first().waitFor()
      await page.locator('#tables tbody tr').first().waitFor()
    }

    it('scroll no example sideways on a telephone', async () => {
      const { page } = await browser.open(PHONE)
      const wide: unknown[] = []
      for (const link of await page.locator('#examples a').all()) {
        await link.click()
        const name = await link.textContent()
        await expect.poll(() => page.locator('.verdict strong').textContent()).toBe(name)
        await page.locator('#tables tbody tr').first().waitFor()
        const width = await page.evaluate('document.documentElement.scrollWidth')
        if (width !== PHONE.viewport.width) wide.push([name, width])
      }
      expect(wide).toEqual([])
    })

    it('show on a telephone what was found, and lead to it', async () => {
      const { page } = await browser.open(PHONE)
      await found(page)
      await page.evaluate('scrollTo(0, 0)')
      const jump = page.getByRole('button', { name: /^Show the results: .*error/ })
      const box = await jump.boundingBox()
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.viewport.height)
      await jump.click()
      expect(await page.evaluate('document.activeElement.id')).toBe('results')
      await expect
        .poll(async () => (await page.locator('.verdict').boundingBox())?.y)
        .toBeLessThan(200)
    })

    it('show commands whole on a telephone, for they are read before they are run', async () => {
      const { page } = await browser.open(PHONE)
      await found(page)
      const cut = await page.evaluate(
        `[...document.querySelectorAll('.command pre')].filter((one) => one.scrollWidth > one.clientWidth + 1).length`,
      )
      expect(cut).toBe(0)
    })

    it.each(['light', 'dark'] as const)(
      'can be read in the %s: every text has its contrast',
      async (colorScheme) => {
        const { page } = await browser.open({ colorScheme })
        await found(page)
        expect(await page.evaluate(FAINT)).toEqual([])
      },
    )

    it('print what was found, and nothing to click', async () => {
      const { page } = await browser.open({
        colorScheme: 'dark',
        viewport: { width: 700, height: 1000 },
      })
      await found(page)
      await page.emulateMedia({ media: 'print' })
      for (const gone of ['#input', '.copy', '.tools', 'footer', '#plan-section select'])
        expect(await page.locator(gone).first().isVisible(), gone).toBe(false)
      for (const there of [
        '.verdict',
        '.finding',
        '.is-first .command',
        '.bar svg',
        'tr.is-error',
        '.plan li',
      ])
        await expect
          .poll(() => page.locator(there).first().isVisible(), { message: there })
          .toBe(true)
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      )
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(700)
      expect(await page.evaluate(FAINT)).toEqual([])
    })

    it('stand in a structure that is heard as well as seen', async () => {
      const { page } = await browser.open()
      await found(page)
      await paste(page, AIX.replace('127.0.0.1', '127.0.0.1.9'))
      await page.locator('#unread li').first().waitFor()
      expect(await page.evaluate(STRUCTURE)).toEqual([])
      const live = page.locator('#said')
      expect(await live.getAttribute('role')).toBe('status')
      await expect.poll(() => live.textContent()).toMatch(/^AIX\. .*error/)
      expect(await page.locator('.bar svg').first().getAttribute('aria-label')).toContain(
        'Address space of',
      )
      expect(await page.locator('tr.is-error .offscreen').first().textContent()).toContain(
        'is routed to',
      )
    })

    it('are gone through with the keyboard in the order in which they stand', async () => {
      const { page } = await browser.open()
      await found(page)
      await page.locator('.skip').focus()
      const order: number[] = []
      const hidden: unknown[] = []
      for (let i = 0; i < 60; i++) {
        await page.keyboard.press('Tab')
        const [at, seen, name] = (await page.evaluate(FOCUSED)) as [number, boolean, string]
        if (at < 0) break
        order.push(at)
        if (!seen) hidden.push(name)
      }
      expect(order.length).toBeGreaterThan(25)
      expect(order).toEqual([...order].sort((a, b) => a - b))
      expect(hidden).toEqual([])
    })

    it('put the error before the remark', async () => {
      const { page } = await browser.open()
      await page.getByRole('link', { name: /Solaris/ }).click()
      await page.locator('.finding.is-info').waitFor()
      const levels = await page.locator('.finding .level').allTextContents()
      const ranks = levels.map((level) => ['Error', 'Warning', 'Remark'].indexOf(level))
      expect(new Set(ranks).size).toBeGreaterThan(1)
      expect(ranks).toEqual([...ranks].sort())
    })
  },
)

/** Visible texts whose colours differ by less than WCAG 2 asks for (AA). Runs in the page. */
const FAINT = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data]
  }
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((one) => (one / 255 <= 0.03928 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4))
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const ground = (element) => {
    for (let one = element; one !== null; one = one.parentElement) {
      const color = rgb(getComputedStyle(one).backgroundColor)
      if (color[3] === 255) return color
    }
    return [255, 255, 255, 255]
  }
  const faint = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const one = node.parentElement
    if (node.data.trim() === '' || one.closest('script, style, .offscreen, .skip') !== null) continue
    if (!one.checkVisibility()) continue
    const [a, b] = [light(rgb(getComputedStyle(one).color)), light(ground(one))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (contrast < 4.5) faint.push([node.data.trim().slice(0, 30), Math.round(contrast * 100) / 100])
  }
  return faint
})()`

/** What of the page's structure a screen reader would stumble over. Runs in the page. */
const STRUCTURE = `(() => {
  const faults = []
  const all = [...document.querySelectorAll('*')]
  const ids = all.map((one) => one.id).filter((id) => id !== '')
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push('twice: ' + id)
  for (const one of all)
    for (const name of ['aria-labelledby', 'aria-describedby', 'for', 'list'])
      for (const id of (one.getAttribute(name) ?? '').split(' ').filter(Boolean))
        if (document.getElementById(id) === null) faults.push(name + ' leads nowhere: ' + id)
  let level = 0
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    if (!heading.checkVisibility() && !heading.classList.contains('offscreen')) continue
    const next = Number(heading.tagName[1])
    if (next > level + 1) faults.push('a heading skips a level: ' + heading.textContent)
    level = next
  }
  const named = (one) =>
    one.labels?.length || one.getAttribute('aria-label') || one.getAttribute('aria-labelledby') || one.textContent.trim()
  for (const one of document.querySelectorAll('button, input, select, textarea, a, svg, [role], [tabindex="0"]'))
    if (!['status', 'alert'].includes(one.getAttribute('role')) && !named(one)) faults.push('nameless: ' + one.outerHTML)
  for (const one of document.querySelectorAll('[aria-label]'))
    if (/^(?:PRE|DIV|SPAN|P)$/.test(one.tagName) && !one.hasAttribute('role')) faults.push('a name without a role: ' + one.outerHTML)
  for (const one of document.querySelectorAll('table'))
    if (one.querySelectorAll('th:not([scope])').length > 0) faults.push('a heading of no column')
  if (document.querySelectorAll('main').length !== 1 || document.documentElement.lang !== 'en') faults.push('no frame')
  return faults
})()`

/** Which element has the keyboard, by its place in the page, and whether it and its mark are seen. Runs in the page. */
const FOCUSED = `(() => {
  const one = document.activeElement
  if (one === null || one === document.body) return [-1, false, '']
  const shown = one.matches('.file input') ? one.parentElement : one
  const box = shown.getBoundingClientRect()
  const seen = box.width > 2 && box.height > 2 && getComputedStyle(shown).outlineStyle !== 'none'
  return [[...document.querySelectorAll('*')].indexOf(one), seen, one.outerHTML.slice(0, 80)]
})()`
