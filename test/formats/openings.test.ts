import { describe, expect, it } from 'vitest'
import { openedBy } from '../../src/formats/known-openings.js'
import { Recogniser } from '../../src/formats/recognise.js'
import { Source } from '../../src/formats/source.js'
import { Row } from '../../src/text/row.js'
import { loadCaptures } from '../support/captures.js'
import { loadFixtures } from '../support/fixtures.js'

/** Lines of a capture at which it is cut. */
const MOST_CUTS = 40

const corpus = process.env['ROUTEPRINT_CORPUS']
const texts = [...loadFixtures(), ...(corpus === undefined ? [] : loadCaptures(corpus))]

describe('an opening decides as the search of all formats does', () => {
  it.each(texts.map(({ name, text }) => [name, text] as const))('in %s', (_, text) => {
    for (const part of parts(text)) {
      const opened = byOpening(part)
      const found = bySearch(part)
      if (opened === undefined || found === undefined) continue
      expect(opened, part.slice(0, 500)).toBe(found)
    }
  })

  it('in many captures', () => {
    const opened = texts.filter(({ text }) => byOpening(text) !== undefined)
    expect(opened.length).toBeGreaterThan(texts.length / 4)
  })
})

/** The beginnings of a text, its ends, and the whole behind a prompt. */
function parts(text: string): string[] {
  const lines = text.split('\n')
  const cuts = lines.slice(0, MOST_CUTS).map((_, cut) => cut)
  return [
    text,
    `[root@web01 ~]# netstat -rn\n${text}`,
    ...cuts.map((cut) => lines.slice(0, cut + 1).join('\n')),
    ...cuts.map((cut) => lines.slice(cut).join('\n')),
  ]
}

function byOpening(text: string): string | undefined {
  const source = new Source(text, new Row())
  return openedBy(source.ahead, text, source.start)?.format.id
}

function bySearch(text: string): string | undefined {
  const source = new Source(text, new Row())
  return new Recogniser(source, {}).search({ at: source.start, line: 1 }).list[0]?.format.id
}
