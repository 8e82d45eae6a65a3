import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Analysis, analyze, readHost } from '../../src/index.js'
import { htmlReport } from '../../src/report/html.js'
import { report, reportModel, withDrift } from '../../src/report/index.js'
import { ROOT } from '../support/cli.js'
import { HOSTILE, hostileModel } from '../support/hostile-model.js'
import { program } from '../support/program.js'

const executablePath = program('chromium')
const folder = mkdtempSync(join(tmpdir(), 'routeprint-html-'))
const text = readFileSync(join(ROOT, 'fixtures/hosts/web2/netstat_-rn.txt'), 'utf8')
const good = text
  .split('\n')
  .filter((line) => !line.startsWith('192.0.2/24'))
  .join('\n')

function analysis(name: string, capture: string): Analysis {
  const host = readHost({ name }, [{ file: `${name}/netstat_-rn.txt`, text: capture }])
  return analyze(host, { vips: ['192.0.2.99'] })
}

const FLEET = [analysis('web1', good), analysis('web2', text)]
const MANY = Array.from({ length: 10_000 }, (_, index): Analysis => {
  const one = FLEET[index % 2] ?? analysis('web1', good)
  return { ...one, host: { ...one.host, name: `web${String(index).padStart(5, '0')}` } }
})

describe.skipIf(executablePath === undefined)('the HTML report in chromium', () => {
  let browser: Browser
  let page: Page
  let asked: string[] = []
  let faults: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath === undefined ? {} : { executablePath }),
      args: ['--no-sandbox'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function open(html: string, options: Parameters<Browser['newPage']>[0] = {}) {
    const file = join(folder, 'page.html')
    writeFileSync(file, html)
    page = await browser.newPage(options)
    asked = []
    faults = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (said) => said.type() === 'error' && faults.push(said.text()))
    page.on('dialog', (dialog) => {
      faults.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(pathToFileURL(file).href)
    await page.waitForSelector('.grid .tile')
  }

  it('asks for nothing but itself', async () => {
    await open(report(FLEET, { format: 'html' }))
    expect(asked).toHaveLength(1)
    expect(faults).toEqual([])
    await page.close()
  })

  it('marks the row, gives the reason, and the command', async () => {
    await open(report(FLEET, { format: 'html' }))
    await page.click('a:has-text("web2")')
    const row = page.locator('tr.marked.error')
    expect(await row.textContent()).toContain('192.0.2/24')
    expect(await row.textContent()).toContain('is routed to the loopback alias 192.0.2.99')
    expect(await page.locator('.command code').first().textContent()).toMatch(/^route delete -net/)
    expect(await page.locator('svg.space').getAttribute('aria-label')).toContain('192.0.2.0/24')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('web2')
    await page.click('.copy >> nth=0')
    await page.waitForSelector('.copy:has-text("Copied")')
    await page.close()
  })

  it('names every control, and has one heading after the other', async () => {
    await open(report(FLEET, { format: 'html' }))
    const nameless = await page.evaluate(
      `[...document.querySelectorAll('button,a,select,input,[role=img],[role=region]')].filter((e) =>
        !(e.getAttribute('aria-label') || e.textContent.trim() || e.labels?.length)).length`,
    )
    expect(nameless).toBe(0)
    const levels = await page.evaluate(
      `[...document.querySelectorAll('h1,h2,h3,h4,h5')].map((e) => Number(e.tagName[1]))`,
    )
    const list = levels as number[]
    expect(list.filter((level, at) => level > (list[at - 1] ?? 0) + 1)).toEqual([])
    await page.close()
  })

  it('tells hosts of one name apart', async () => {
    await open(report([analysis('web1', text), analysis('web1', good)], { format: 'html' }))
    const links = await page.locator('.grid a').evaluateAll((all) => all.map((one) => one.hash))
    expect(links).toEqual(['#host=web1', '#host-2=web1'])
    await page.click('.grid a >> nth=1')
    await page.waitForSelector('article:has-text("Nothing was found")')
    expect(await page.locator('.grid [aria-current]').getAttribute('href')).toBe('#host-2=web1')
    await page.click('.grid a >> nth=0')
    await page.waitForSelector('article:has-text("is routed to the loopback")')
    await page.close()
  })

  it('says what is new since a baseline, and what is gone', async () => {
    const before = reportModel([analysis('web1', text), analysis('web9', text)])
    const baseline = before.hosts.flatMap(({ findings }) => findings)
    const now = reportModel([analysis('web1', text), analysis('web2', text)], [], { tables: true })
    await open(htmlReport.render(withDrift(now, baseline)))
    expect(await page.locator('.since').textContent()).toMatch(
      /^Findings since the baseline: 1 new, 1 unchanged, 1 gone.*on web9: 192\.0\.2\.0\/24/,
    )
    await page.click('.since button:has-text("1 new")')
    expect(await page.locator('.grid strong').allTextContents()).toEqual(['web2'])
    expect(await page.locator('article .drift').textContent()).toBe('new')
    await page.close()
  })

  it('filters', async () => {
    await open(report(FLEET, { format: 'html' }))
    await page.selectOption('label:has-text("Worst finding") select', 'clean')
    expect(await page.locator('.grid .tile').allTextContents()).toEqual([
      expect.stringContaining('web1'),
    ])
    expect(await page.locator('.count').textContent()).toBe('1 of 2 hosts')
    await page.close()
  })

  it('is not wider than a phone, and dark on a dark system', async () => {
    await open(report(FLEET, { format: 'html' }), {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    const paper = 'getComputedStyle(document.body).backgroundColor'
    expect(await page.evaluate(paper)).toBe('rgb(20, 23, 27)')
    await page.selectOption('#theme', 'light')
    expect(await page.evaluate(paper)).toBe('rgb(247, 246, 243)')
    await page.close()
  })

  it('opens and filters 10,000 hosts', async () => {
    const html = report(MANY, { format: 'html' })
    expect(html.length).toBeLessThan(20_000_000)
    const start = performance.now()
    await open(html)
    expect(performance.now() - start).toBeLessThan(15_000)
    await page.fill('#search', 'web00042')
    await expect
      .poll(() => page.locator('.count').textContent(), { timeout: 10_000 })
      .toBe('1 of 10,000 hosts')
    await page.close()
  })

  for (const [name, value] of Object.entries(HOSTILE))
    it(`shows ${name} as text`, async () => {
      await open(htmlReport.render(hostileModel(value)))
      expect(faults).toEqual([])
      expect(asked).toHaveLength(1)
      expect(await page.locator('main script, main img').count()).toBe(0)
      await page.close()
    })
})
