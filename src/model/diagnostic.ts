import type { Span } from './span.js'

export type Level = 'error' | 'warning' | 'info'

/** What each diagnostic carries besides its place; texts are quoted from the capture, at most 200 characters. */
export interface DiagnosticArgs {
  'address-cut': { text: string; column: string }
  'bad-address': { text: string; column: string }
  'bad-length': { text: string }
  'bad-mac': { text: string }
  'bad-mask': { text: string }
  'bad-number': { text: string; column: string }
  'byte-order-assumed': { assumed: string }
  'cells-glued': { text: string }
  'control-characters': { lines: number }
  'cut-row': { text: string; missing: string }
  'empty-capture': Record<never, never>
  'encoding-doubtful': { encoding: string }
  'extra-cell': { text: string }
  'failed-command': { text: string }
  flattened: { rows: number }
  'head-missing': { text: string }
  'heading-without-rows': { heading: string }
  'mask-doubtful': { text: string; assumed: string }
  'mask-holes': { text: string }
  'more-unparsed': { lines: number }
  'name-for-address': { text: string; column: string }
  'no-line-end': { text: string }
  'not-recognised': { lookedFor: string }
  'other-output': { what: string; instead: string }
  'prefix-dropped': { prefix: string }
  'refused-data': { what: string }
  'row-doubtful': { text: string; why: string }
  'stray-text': { text: string }
  'unknown-flag': { letter: string; flags: string }
  'unknown-word': { text: string; column: string }
  'unparsed-line': { text: string; expected: string }
  'wrong-kind': { found: string; wanted: string }
}

export type DiagnosticCode = keyof DiagnosticArgs

export type Diagnostic = {
  [C in DiagnosticCode]: {
    readonly code: C
    readonly level: Level
    readonly span: Span
    readonly args: Readonly<DiagnosticArgs[C]>
  }
}[DiagnosticCode]

/** error: data lost; warning: data doubtful; info: an assumption made. */
export const diagnosticLevels: Readonly<Record<DiagnosticCode, Level>> = {
  'address-cut': 'warning',
  'bad-address': 'error',
  'bad-length': 'error',
  'bad-mac': 'warning',
  'bad-mask': 'error',
  'bad-number': 'warning',
  'byte-order-assumed': 'info',
  'cells-glued': 'warning',
  'control-characters': 'info',
  'cut-row': 'error',
  'empty-capture': 'error',
  'encoding-doubtful': 'warning',
  'extra-cell': 'warning',
  'failed-command': 'error',
  flattened: 'info',
  'head-missing': 'warning',
  'heading-without-rows': 'warning',
  'mask-doubtful': 'warning',
  'mask-holes': 'warning',
  'more-unparsed': 'error',
  'name-for-address': 'warning',
  'no-line-end': 'info',
  'not-recognised': 'error',
  'other-output': 'error',
  'prefix-dropped': 'info',
  'refused-data': 'error',
  'row-doubtful': 'warning',
  'stray-text': 'info',
  'unknown-flag': 'warning',
  'unknown-word': 'warning',
  'unparsed-line': 'error',
  'wrong-kind': 'error',
}
