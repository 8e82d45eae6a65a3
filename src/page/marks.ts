import type { Finding } from '../model/finding.js'
import type { Span } from '../model/span.js'
import { forTerminal } from '../report/escape.js'
import type { Mark } from './protocol.js'

/** Where a row begins: rows that share a line differ in their column. */
export function placeKey(file: string | undefined, { line, column }: Span): string {
  return `${line}:${column}:${file ?? ''}`
}

/** The marks of every row that a finding is about or rests on. */
export function marksOf(findings: readonly Finding[]): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Mark[]>()
  for (const { at, level, rule, message } of findings)
    for (const [index, { file, span, note }] of at.entries()) {
      const said = note ?? `belongs to ${rule}`
      const mark: Mark =
        index === 0
          ? { level, short: rule, text: forTerminal(message) }
          : { level: 'witness', short: forTerminal(said), text: forTerminal(said) }
      const key = placeKey(file, span)
      const list = marks.get(key)
      if (list === undefined) marks.set(key, [mark])
      else if (!list.some(({ text }) => text === mark.text)) list.push(mark)
    }
  return marks
}
