import type { Platform } from '../model/platform.js'
import { Row } from '../text/row.js'
import { Recogniser } from './recognise.js'
import { Source } from './source.js'

/** What a text may be, and why. */
export interface Detection {
  readonly format: string
  readonly platform: Platform
  /** 0 to 1. */
  readonly score: number
  readonly reasons: readonly string[]
}

/** The formats that a text may be in, best first; empty where none fits. */
export function detect(text: string): Detection[] {
  if (typeof text !== 'string') throw new TypeError(`expected a text, got ${typeof text}`)
  const source = new Source(text, new Row())
  const recogniser = new Recogniser(source, {})
  const { list } = recogniser.recognise({ at: source.start, line: 1 })
  const found = list.length > 0 ? list : recogniser.recogniseJoined(new Row())
  return found.map(({ format, score, reasons }) => ({
    format: format.id,
    platform: format.platform,
    score: Math.round(score * 100) / 100,
    reasons,
  }))
}
