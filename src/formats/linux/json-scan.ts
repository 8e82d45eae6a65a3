import type { Span } from '../../model/span.js'
import type { Row } from '../../text/row.js'

const QUOTE = 34
const COMMA = 44
const BACKSLASH = 92
const OPEN_LIST = 91
const CLOSE_LIST = 93
const OPEN = 123
const CLOSE = 125

/** Longest object, in characters, that is put together; a route has a few hundred. */
const LONGEST = 1 << 20

/** An object of the outermost list, and where the objects in it begin and end, in order of their beginnings. */
export interface JsonObject {
  readonly text: string
  readonly spans: readonly Span[]
}

type Place = Pick<Span, 'line' | 'column'>

/** Finds the objects of a JSON list in rows as they come: `[{…},{…}]`, on one line or on many. */
export class JsonScan {
  /** How many brackets and braces are open. */
  depth = 0
  private readonly found: (object: JsonObject) => void
  private objects = 0
  private inText = false
  private escaped = false
  private text = ''
  private open: { place: Place; at: number }[] = []
  private spans: (Span | undefined)[] = []
  private lastSpan: Span = { line: 1, column: 1, endLine: 1, endColumn: 1 }

  constructor(found: (object: JsonObject) => void) {
    this.found = found
  }

  /** Where the object that is still open begins, else the place behind the last one. */
  get last(): Span {
    return this.lastSpan
  }

  /** True where an object has begun and not ended. */
  get isInside(): boolean {
    return this.objects > 0
  }

  /** Reads a row; false where it holds what no JSON has at that place. */
  feed(row: Row): boolean {
    const text = row.between(0)
    const start = row.start(0)
    let from = 0
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (this.inText) {
        this.readText(code)
        continue
      }
      if (code === OPEN) {
        if (this.objects === 0) from = at
        this.openObject(row.place(start + at))
      } else if (code === CLOSE && this.objects > 0) {
        this.closeObject(row.place(start + at + 1))
        if (this.objects > 0) continue
        this.give(text.slice(from, at + 1))
        from = at + 1
      } else if (code === OPEN_LIST) this.depth++
      else if (code === CLOSE_LIST) this.depth--
      else if (code === QUOTE && this.objects > 0) this.inText = true
      else if (this.objects === 0 && code > 32 && code !== COMMA) return false
    }
    if (this.objects > 0 && this.text.length < LONGEST) this.text += `${text.slice(from)} `
    return true
  }

  private readText(code: number): void {
    if (this.escaped) this.escaped = false
    else if (code === BACKSLASH) this.escaped = true
    else if (code === QUOTE) this.inText = false
  }

  private openObject(place: Place): void {
    if (this.objects++ === 0)
      this.lastSpan = { ...place, endLine: place.line, endColumn: place.column + 1 }
    this.open.push({ place, at: this.spans.length })
    this.spans.push(undefined)
  }

  private closeObject(end: Place): void {
    const opened = this.open.pop()
    if (opened !== undefined) {
      const { line, column } = opened.place
      this.spans[opened.at] = { line, column, endLine: end.line, endColumn: end.column }
    }
    this.objects--
  }

  private give(rest: string): void {
    const spans = this.spans.flatMap((span) => (span === undefined ? [] : [span]))
    this.found({ text: this.text + rest, spans })
    this.text = ''
    this.spans = []
  }
}
