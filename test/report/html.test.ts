import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { VIEWER, viewerJson } from '../../scripts/viewer-build.js'
import { htmlReport } from '../../src/report/html.js'
import { HOSTILE, hostileModel } from '../support/hostile-model.js'
import { model } from '../support/report-model.js'

const page = htmlReport.render(model)
const parts = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}([^>]*)>([\\s\\S]*?)</${tag}>`, 'g'))].map(
    ([, attributes = '', text = '']) => ({ attributes, text }),
  )
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the HTML report', () => {
  it('has the viewer as it is built (else: npm run viewer)', async () =>
    expect(readFileSync(VIEWER, 'utf8')).toBe(await viewerJson()))

  it('lets run its own script, and nothing else', () => {
    const [data, script] = parts(page, 'script')
    const [style] = parts(page, 'style')
    expect(data?.attributes).toBe(' type="application/json" id="data"')
    expect(parts(page, 'script')).toHaveLength(2)
    expect(page).toContain(
      `content="default-src 'none'; style-src ${hash(style?.text ?? '')}; script-src ${hash(script?.text ?? '')}; base-uri 'none'; form-action 'none'"`,
    )
  })

  it('names no address to load from', () => {
    const markup = page.replace(/<script[\s\S]*?<\/script>/g, '')
    expect(markup).not.toMatch(/\b(?:src|srcset|action|poster)=|url\(|@import|https?:/)
  })

  for (const [name, value] of Object.entries(HOSTILE))
    it(`has the same elements with ${name} in every text`, () => {
      const html = htmlReport.render(hostileModel(value))
      const tags = (text: string) => text.match(/<[!/]?[a-z-]+/gi)
      expect(tags(html)).toEqual(tags(page))
      const [data] = parts(html, 'script')
      expect(() => JSON.parse(data?.text ?? '')).not.toThrow()
      expect(data?.text).not.toMatch(/[<>&]/)
    })
})
