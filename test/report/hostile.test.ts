import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { reportById, reports } from '../../src/report/index.js'
import { HOSTILE, hostileModel } from '../support/hostile-model.js'

/** Bytes that a terminal acts upon, or that reorder or hide what it shows; tabs and line ends are no harm. */
const ACTING =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/

const isWellFormed = (text: string): boolean => Buffer.from(text).toString() === text

for (const { id } of reports)
  describe(`the ${id} report of a hostile capture`, () => {
    for (const [name, value] of Object.entries(HOSTILE)) {
      const text = reportById(id)?.render(hostileModel(value), { color: false }) ?? ''

      it(`lets ${name} do nothing to a terminal`, () => expect(text).not.toMatch(ACTING))

      it(`lets ${name} command no CI system`, () => {
        const own = /^::(?:error|warning|notice) [^:]*::/
        const lines = text.split('\n').filter((line) => /^\s*::/.test(line) && !own.test(line))
        expect(lines).toEqual([])
        expect(text).not.toMatch(/##(?:\[|vso)/)
      })

      it(`is text that ${name} does not break`, () => {
        expect(isWellFormed(text)).toBe(true)
        if (id === 'junit') expect(XMLValidator.validate(text)).toBe(true)
        if (id === 'json' || id === 'sarif') expect(() => JSON.parse(text)).not.toThrow()
        if (id === 'ndjson')
          for (const line of text.trimEnd().split('\n'))
            expect(() => JSON.parse(line)).not.toThrow()
      })
    }
  })
