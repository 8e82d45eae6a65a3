import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { pageHtml } from '../../scripts/page-build.js'

/** The page in a browser, and everything that it did besides showing itself. */
export interface Shown {
  readonly page: Page
  /** Requests of any kind but for the page itself and its own blobs. */
  readonly requests: string[]
  /** Errors, and what the page's policy forbade. */
  readonly faults: string[]
}

/** A browser with the page built from the sources. */
export class PageBrowser {
  readonly url: string
  private readonly browser: Browser
  private readonly folder: string

  private constructor(browser: Browser, folder: string) {
    this.browser = browser
    this.folder = folder
    this.url = pathToFileURL(join(folder, 'routeprint.html')).href
  }

  static async start(executablePath: string): Promise<PageBrowser> {
    const folder = mkdtempSync(join(tmpdir(), 'routeprint-page-'))
    writeFileSync(join(folder, 'routeprint.html'), await pageHtml())
    // Without a sandbox it also starts as root in a container; it opens nothing but our own page.
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
    return new PageBrowser(browser, folder)
  }

  async stop(): Promise<void> {
    await this.browser.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** A file that the page can be given by its path: bytes given through the debugger would hold it up. */
  file(name: string, text: string): string {
    const path = join(this.folder, name)
    writeFileSync(path, text)
    return path
  }

  async open(options: BrowserContextOptions = {}, fragment = ''): Promise<Shown> {
    const context = await this.browser.newContext(options)
    const page = await context.newPage()
    const requests: string[] = []
    const faults: string[] = []
    context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(this.url) && !/^(?:blob|data):/.test(url)) requests.push(url)
    })
    page.on('pageerror', (error) => faults.push(error.message))
    page.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text())
    })
    await page.goto(this.url + fragment)
    return { page, requests, faults }
  }
}

/** Puts a text into the focused element as a paste does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator('#text').focus()
  // The function runs in the page, whose types these tests do not have.
  await page.evaluate(
    `(text) => {
    const data = new DataTransfer()
    data.setData('text/plain', text)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    const area = document.getElementById('text')
    if (area.dispatchEvent(event)) area.setRangeText(text, 0, area.value.length, 'end')
    area.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }`
      .replace(/^/, '(')
      .replace(/$/, `)(${JSON.stringify(text)})`),
  )
}

/** Drops files on the page. */
export async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }))
  await page.evaluate(`(() => {
    const data = new DataTransfer()
    for (const { name, bytes } of ${JSON.stringify(given)})
      data.items.add(new File([new Uint8Array(bytes)], name))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  })()`)
}
