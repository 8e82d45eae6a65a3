import type { Diagnostic, DiagnosticCode } from '../model/diagnostic.js'
import type { Span } from '../model/span.js'

/** Diagnostics of one kind on one line: a paste of words must not give one for each. */
const MOST_A_LINE = 100

/** Counts what is said of one line. */
export class Crowd {
  private line = 0
  private readonly said = new Map<DiagnosticCode, number>()

  /**
   * True where so much was said of a line already that the last word on it of that kind now reaches over this part too,
   * so that no row of it looks clean.
   */
  holds(code: DiagnosticCode, span: Span, diagnostics: Diagnostic[]): boolean {
    if (span.line !== this.line) {
      this.line = span.line
      this.said.clear()
    }
    const said = this.said.get(code) ?? 0
    this.said.set(code, said + 1)
    if (said < MOST_A_LINE) return false
    const index = diagnostics.findLastIndex((one) => one.code === code)
    const last = diagnostics[index]
    if (last === undefined || last.span.line !== span.line) return false
    const { endLine, endColumn } = span
    diagnostics[index] = { ...last, span: { ...last.span, endLine, endColumn } }
    return true
  }
}
