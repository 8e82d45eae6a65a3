import type { Open } from '../../model/open.js'
import type { Span } from '../../model/span.js'
import type { Row } from '../../text/row.js'
import type { Reading } from '../format.js'
import { goesOnAsJson } from '../json-reader.js'
import type { Output } from '../output.js'

/** A string that has no end reaches to the end of its line: looking for one from each quote would take forever. */
const TOKEN = /"((?:[^"\\]|\\.)*)(?:"|\\?$)|[[\]{}:,]|[^\s[\]{}:,"]+/g

/**
 * Finds the objects of ConvertTo-Json's output line by line: indented or compressed, an array or a single object. Values
 * that are objects themselves (CimClass …) are passed over.
 */
export class JsonObjects {
  private readonly out: Output
  private readonly take: (properties: Map<string, string>, span: Span) => boolean
  private readonly nesting: string[] = []
  private properties = new Map<string, string>()
  private name: string | undefined
  private objectDepth = 0
  private span: Open<Span> | undefined

  constructor(out: Output, take: JsonObjects['take']) {
    this.out = out
    this.take = take
  }

  /** True while a bracket is open. */
  get open(): boolean {
    return this.nesting.length > 0
  }

  read(row: Row): Reading {
    if (this.open && !goesOnAsJson(row)) {
      this.end()
      this.nesting.length = 0
      this.span = undefined
      return undefined
    }
    const text = row.between(0)
    const before = this.out.recordCount
    for (const token of text.matchAll(TOKEN)) {
      const at = row.start(0) + token.index
      this.token(token, row.place(at), token[0].length)
    }
    return this.out.recordCount > before ? 'record' : 'outside'
  }

  /** Called behind the last row: an object that is still open was cut. */
  end(): void {
    if (this.span === undefined || !this.open) return
    const text = [...this.properties].map(([name, value]) => `${name}: ${value}`).join(', ')
    this.out.diagnose(
      'cut-row',
      { text: text.slice(0, 200), missing: 'its closing brace' },
      this.span,
    )
    this.out.mark('unparsed', this.span)
  }

  private token(token: RegExpExecArray, place: { line: number; column: number }, size: number) {
    const [text] = token
    const end = { endLine: place.line, endColumn: place.column + size }
    if (text === '{' || text === '[') this.enter(text, { ...place, ...end })
    else if (text === '}' || text === ']') this.leave(end)
    else if (text !== ':' && text !== ',') this.word(token)
    if (this.span !== undefined) Object.assign(this.span, end)
  }

  private enter(bracket: string, span: Span): void {
    this.nesting.push(bracket)
    if (bracket === '{' && this.span === undefined) {
      this.span = { ...span }
      this.objectDepth = this.nesting.length
      this.properties = new Map()
    }
    if (this.nesting.length > this.objectDepth) this.name = undefined
  }

  private leave(end: { endLine: number; endColumn: number }): void {
    const { span } = this
    if (this.nesting.length === this.objectDepth && span !== undefined) {
      const whole = { ...span, ...end }
      this.span = undefined
      this.out.mark(this.take(this.properties, whole) ? 'record' : 'unparsed', whole)
    }
    this.nesting.pop()
    this.name = undefined
  }

  /** A name or a value of the object itself; those of nested ones are passed over. */
  private word([text, quoted]: RegExpExecArray): void {
    if (this.span === undefined || this.nesting.length !== this.objectDepth) return
    if (this.name === undefined) this.name = (quoted ?? text).toLowerCase()
    else {
      const value = quoted === undefined ? text : unescaped(quoted)
      this.properties.set(this.name, value === 'null' && quoted === undefined ? '' : value)
      this.name = undefined
    }
  }
}

/** PowerShell escapes a few characters of names as \u0027. */
function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code: string | undefined, char: string) =>
    code === undefined ? char : String.fromCharCode(Number.parseInt(code, 16)),
  )
}
