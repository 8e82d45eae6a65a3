import { formatById } from '../../src/formats/index.js'
import { type Capture, parse, type Span, type UnknownCapture } from '../../src/index.js'
import { overlaps } from '../../src/model/span.js'
import { cellKind } from '../../src/text/cell-kind.js'
import type { Fixture } from './fixtures.js'

/** Something that happens to a text at a place `at` from 0 to 1. */
export type Damage = (text: string, at: number) => string

/** What happens to captures of every kind on their way. */
const CUTS: Readonly<Record<string, Damage>> = {
  'its end cut off': (text, at) => text.slice(0, Math.floor(text.length * at)),
  'its head cut off': (text, at) => text.slice(Math.floor(text.length * at)),
  'a line doubled': (text, at) => edited(text, at, (line) => [line, line]),
  'line ends mixed': (text, at) => {
    let turn = Math.floor(at * 97)
    return text.replace(/\n/g, () => ['\n', '\r\n', '\r', '\r\r\n'][turn++ % 4] ?? '\n')
  },
  'doubled whole': (text) => text + text,
  're-encoded from a place on': (text, at) =>
    text.slice(0, Math.floor(text.length * at)) +
    Buffer.from(text.slice(Math.floor(text.length * at)), 'utf16le').toString('latin1'),
}

/** What happens to one character of a text. */
const FLIPS: Readonly<Record<string, (character: string, turn: number) => string>> = {
  'a character dropped': () => '',
  'a character replaced': (character, turn) => turned(character, turn),
  'a byte no decoder knew': (_, turn) => STRANGE[turn % STRANGE.length] ?? '',
}

/** What is left of a byte that was damaged: a NUL, a mark, a lone line end, a letter of another code page. */
const STRANGE = ['\uFFFD', '\0', '\uFEFF', '\r', '\u00e9', '\u200b', '\x7f', '\u2502'] as const

/** Another digit for a digit, another letter for a letter, or another character that captures hold. */
function turned(character: string, turn: number): string {
  if (turn % 2 === 0 && /[0-9]/.test(character)) return String((Number(character) + 1 + turn) % 10)
  if (turn % 2 === 0 && /[a-z]/i.test(character))
    return String.fromCharCode(character.charCodeAt(0) ^ (1 << (turn % 3)))
  return ' x.:7/-%'[turn % 8] ?? 'x'
}

/** What a table shows by its shape; in a block the next line may say anything. */
const TABLE_DAMAGES: Readonly<Record<string, Damage>> = {
  'a cell blank': (text, at) => edited(text, at, (line) => [withoutCell(line, at)]),
  'its lines mixed with those of another': (text) => mixed(text),
  'a cell lost': (text, at) => edited(text, at, (line) => [withoutCell(line, at, 0)]),
  'two lines swapped': (text, at) => edited(text, at, (line, next) => [next, line], 2),
  'two lines joined the wrong way round': (text, at) =>
    edited(text, at, (line, next) => [`${next} ${line}`], 2),
  'two lines glued the wrong way round': (text, at) =>
    edited(text, at, (line, next) => [next + line], 2),
  'three lines joined': (text, at) =>
    edited(text, at, (line, next, third) => [`${line} ${next} ${third}`], 3),
  'two lines joined': (text, at) => edited(text, at, (line, next) => [`${line} ${next}`], 2),
  'two lines glued': (text, at) => edited(text, at, (line, next) => [line + next], 2),
}

/** The damages that a fixture's records must withstand. */
export function damagesOf({ name, expected }: Fixture): Readonly<Record<string, Damage>> {
  const kind = formatById(expected.format)?.kind
  return kind === 'routes' || kind === 'neighbors'
    ? { ...CUTS, ...FLIPPED, ...TABLE_DAMAGES, ...(LISTED.test(name) ? {} : LINES) }
    : {
        ...CUTS,
        ...FLIPPED,
        ...(HEADED.test(expected.format) ? BLOCK_DAMAGES : {}),
        'its head cut off': cutBehindName,
      }
}

/** A block begins with a name, and no text tells that `m0` was `em0`: such a cut is made behind the name. */
function cutBehindName(text: string, at: number): string {
  const place = Math.floor(text.length * at)
  const line = text.lastIndexOf('\n', place - 1) + 1
  const name = line + (/^[^\s<>]*/.exec(text.slice(line, line + 200))?.[0].length ?? 0)
  return text.slice(Math.max(name, place))
}

/** A record's fields stand on lines of their own, so that a lost one leaves what may be another record. */
const LISTED = /json|list|route-get/

const LINES: Readonly<Record<string, Damage>> = {
  'a line lost': (text, at) => edited(text, at, () => []),
}

/** Formats whose addresses stand below heads that name their interface. */
const HEADED = /-(?:ifconfig|ip-addr|ipconfig|netsh-addresses)$/

/** What happens to the head of a block, whose addresses then stand below another one. */
const BLOCK_DAMAGES: Readonly<Record<string, Damage>> = {
  'a head without its name': (text, at) => headed(text, at, (line) => line.replace(/^\S+/, '')),
  'a head without its beginning': (text, at) =>
    headed(text, at, (line) => line.slice(line.indexOf(' '))),
  'a head cut': (text, at) =>
    headed(text, at, (line) => line.slice(0, 1 + Math.floor((line.length - 1) * ((at * 7) % 1)))),
  'a head damaged': (text, at) => headed(text, at, (line) => line.replace(/[:=]|encap/, '~')),
  'a head lost': (text, at) => headed(text, at, () => undefined),
}

/** The text with another line for one of those that begin a block. */
function headed(text: string, at: number, edit: (line: string) => string | undefined): string {
  const lines = text.split('\n')
  const heads = lines.flatMap((line, index) =>
    /^[^\s\d]\S*\s|^\d+: \S+: /.test(line) ? [index] : [],
  )
  const index = heads[Math.floor(heads.length * at)]
  if (index === undefined) return text
  const line = edit(lines[index] ?? '')
  return lines.toSpliced(index, 1, ...(line === undefined ? [] : [line])).join('\n')
}

const FLIPPED: Readonly<Record<string, Damage>> = Object.fromEntries(
  Object.entries(FLIPS).map(([what, flip]) => [
    what,
    (text: string, at: number) => {
      const place = Math.floor(text.length * at)
      const turn = Math.floor(at * 7919)
      // Line ends are damaged otherwise, and a CR before one is a part of it.
      if (/^.?\n/.test(text.slice(place, place + 2))) return text
      return text.slice(0, place) + flip(text[place] ?? '', turn) + text.slice(place + 1)
    },
  ]),
)

/** Another host's table, as it comes where two commands write into one file. */
const OTHER = `default via 203.0.113.1 dev wlp2s0 proto dhcp metric 600
203.0.113.0/24 dev wlp2s0 proto kernel scope link src 203.0.113.20 metric 600
`

function mixed(text: string): string {
  const others = OTHER.split('\n')
  return text
    .split('\n')
    .flatMap((line, index) => [line, others[index % 2] ?? ''])
    .join('\n')
}

/** Records of a damaged text that no record of the whole one says and no diagnostic points at. */
export function invented({ text, expected }: Fixture, damaged: string): string[] {
  const options = expected.useCommand ? { command: expected.command } : {}
  const whole = records([...parse(text, options), ...parse(OTHER)]).map(({ record }) => record)
  const isFlip = turnsCell(text, damaged)
  return records(parse(damaged, options)).flatMap(({ record, diagnosed }) =>
    diagnosed || whole.some((one) => says(one, record) || (isFlip && saysButOne(one, record)))
      ? []
      : [`${JSON.stringify(record)} of ${JSON.stringify(lineOf(damaged, record))}`],
  )
}

/**
 * True where one character differs and its cell is of the same kind as before: `192.0.2.1` that was `192.0.2.7`,
 * `em0` that was `en0`. No reader can know that the line said another thing.
 */
function turnsCell(text: string, damaged: string): boolean {
  let from = 0
  while (from < text.length && text[from] === damaged[from]) from++
  let behind = text.length
  let end = damaged.length
  while (behind > from && end > from && text[behind - 1] === damaged[end - 1]) {
    behind--
    end--
  }
  if (behind - from > 1 || end - from > 1) return false
  const [before, after] = [cellAt(text, from, behind), cellAt(damaged, from, end)]
  return before !== undefined && after !== undefined && kindOf(before) === kindOf(after)
}

/** The cell that the characters belong to; undefined for blanks between two cells. */
function cellAt(text: string, from: number, to: number): string | undefined {
  const front = /\S*$/.exec(text.slice(Math.max(0, from - 200), from))?.[0] ?? ''
  const back = /^\S*/.exec(text.slice(to, to + 200))?.[0] ?? ''
  const own = text.slice(from, to)
  if (/^[ \t]?$/.test(own) && front !== '' && back !== '' && own !== '') return undefined
  const cell = front + own.trim() + back
  return cell === '' ? undefined : cell
}

function kindOf(cell: string): string {
  // What no screen shows is dropped, and said so.
  const shown = cell.replace(/[\0\x7f\u200b\ufeff]/g, '')
  const codes = Uint16Array.from(shown, (character) => character.charCodeAt(0))
  // An address that lost the slash before its length is still one.
  const kind = cellKind(codes, 0, codes.length).replace('cidr', 'ipv')
  const isAddress = ADDRESS_KINDS.includes(kind) && !/^[^:]*:$/.test(shown)
  return isAddress ? kind : 'word'
}

const ADDRESS_KINDS = ['ipv4', 'ipv6', 'short4', 'mac']

/** Fields that a reader takes from one cell. */
const OF_ONE_CELL = [
  ['interface', 'label'],
  ['flags', 'loopback'],
  ['action', 'table'],
  ['address', 'zone'],
  ['destination', 'zone'],
]

/** True where all of a record but what stands in one cell is said by another. */
function saysButOne(whole: Bare, part: Bare): boolean {
  const wrong = wrongFields(whole, part)
  return wrong.length <= 1 || OF_ONE_CELL.some((own) => wrong.every((key) => own.includes(key)))
}

type Bare = Readonly<Record<string, unknown>> & { readonly span: Span }

function records(captures: readonly (Capture | UnknownCapture)[]) {
  return captures.flatMap(({ records, diagnostics }) =>
    records.map((record) => ({
      record: { ...record } as Bare,
      diagnosed: diagnostics.some(({ span }) => overlaps(widened(span), widened(record.span))),
    })),
  )
}

/** Whole lines: a diagnostic at one cell of a row speaks of the row. */
function widened(span: Span): Span {
  return { line: span.line, column: 1, endLine: span.endLine, endColumn: Number.MAX_SAFE_INTEGER }
}

/** What is missing stays absent; what is said must be what the whole capture says. */
function says(whole: Bare, part: Bare): boolean {
  return wrongFields(whole, part).length === 0
}

function wrongFields(whole: Bare, part: Bare): string[] {
  const said: Bare = part['maskUnknown'] === true ? withoutMask(whole) : whole
  return Object.keys(part).filter(
    (key) =>
      key !== 'span' &&
      JSON.stringify(said[key]) !== JSON.stringify(part[key]) &&
      !(key === 'hostname' && lacksFront(part, said[key])),
  )
}

/** No text tells that `w6` at its very beginning was `gw6`. */
function lacksFront({ span, hostname }: Bare, whole: unknown): boolean {
  return span.line === 1 && span.column === 1 && String(whole).endsWith(String(hostname))
}

/** What a row says whose mask is lost, and known to be. */
function withoutMask(whole: Bare): Bare {
  const destination = String(whole['destination']).replace(/\/.*/, '')
  return { ...whole, destination, maskUnknown: true }
}

function lineOf(text: string, { span }: Bare): string {
  return text
    .split('\n')
    .slice(span.line - 1, span.endLine)
    .join('\n')
}

function edited(
  text: string,
  at: number,
  edit: (line: string, next: string, third: string) => readonly string[],
  taken = 1,
): string {
  const lines = text.split('\n')
  const index = Math.floor((lines.length - 1) * at)
  const [line = '', next = '', third = ''] = lines.slice(index, index + 3)
  // The empty line behind the last line end is none that could change places.
  if (taken > 1 && index + taken > lines.length - 1) return text
  return lines.toSpliced(index, taken, ...edit(line, next, third)).join('\n')
}

/** The line with as many blanks for one of its cells, or without its characters. */
function withoutCell(line: string, at: number, blanks?: number): string {
  const cells = [...line.matchAll(/\S+/g)]
  const cell = cells[Math.floor(cells.length * ((at * 7) % 1))]
  if (cell === undefined) return line
  const end = cell.index + cell[0].length
  return line.slice(0, cell.index) + ' '.repeat(blanks ?? cell[0].length) + line.slice(end)
}
