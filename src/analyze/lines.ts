import type { Host } from '../model/host.js'
import type { Span } from '../model/span.js'
import { once } from './once.js'

const LF = 10
const CR = 13

/** Where each line begins, for every text that a host's captures were read from. */
const startsOf = /* @__PURE__ */ once((_: Host) => new Map<string, readonly number[]>())

/** Lines of a text from the first to the last given, by the line ends that the readers know. */
export function linesFrom(host: Host, text: string, { line, endLine }: Span): string[] {
  const known = startsOf(host)
  const starts = known.get(text) ?? lineStarts(text)
  known.set(text, starts)
  const lines: string[] = []
  for (let at = line; at <= endLine; at++) lines.push(lineOf(text, starts, at))
  return lines
}

function lineOf(text: string, starts: readonly number[], line: number): string {
  const start = starts[line - 1] ?? text.length
  let end = starts[line] ?? text.length
  while (end > start && isLineEnd(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at++)
    if (!isLineEnd(code)) continue
    const first = at
    if (code === CR) while (text.charCodeAt(at) === CR) at++
    if (code === CR && text.charCodeAt(at) === LF) starts.push(++at)
    // Each CR of a run that no LF ends is the end of a line of its own.
    else for (let next = first; next <= at; next++) starts.push(next)
  }
  return starts
}

function isLineEnd(code: number): boolean {
  return (code >= LF && code <= CR) || code === 0x2028 || code === 0x2029
}
