import fc from 'fast-check'
import { formats } from '../../src/formats/index.js'

const WORDS = [
  ...new Set(formats.flatMap(({ cues }) => cues)),
  ...['default', '0.0.0.0', '192.0.2.1', '10.0.7/24', '127', '255.255.255.0', '0xffffff00'],
  ...['2001:db8::1/64', 'fe80::1%lo0', '::', '00:00:5e:00:53:01', '00-00-5e-00-53-01', 'link#4'],
  ...[
    'UGHS',
    'eth0',
    'lo0',
    '!',
    '999.1.1.1',
    '1e3',
    '0x10',
    '9007199254740993',
    '-1',
    '010.0.0.1',
  ],
  ...['__proto__', 'constructor', '$(reboot)', '`id`', '<b>', '=1+1', '::error::', ']]>', "';--"],
  ...[
    '[',
    ']',
    '{',
    '}',
    '"dst":',
    '\u001b[31m',
    '\u202e',
    '\u200b',
    '\ud800',
    '\0',
    '\b',
    '\ufeff',
  ],
]

const blanks = fc.constantFrom(' ', ' ', '  ', '\t', '\u00a0', '          ')
const ends = fc.constantFrom(
  '\n',
  '\n',
  '\n',
  '\r\n',
  '\r',
  '\r\r\n',
  '\v',
  '\f',
  '\u2028',
  '\u2029',
  '',
)

const cell = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 5000 }).map((n) => 'x'.repeat(n)) },
)

const line = fc
  .tuple(fc.array(fc.tuple(cell, blanks), { maxLength: 12 }), ends)
  .map(([cells, end]) => cells.flat().join('') + end)

/** Texts made of what stands in captures, of rubbish, and of what must not stand anywhere. */
export const hostileText = fc.oneof(
  fc.array(line, { maxLength: 12 }).map((lines) => lines.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
)

/** Changes of a text at a place `at` from 0 to 1. */
const CHANGES: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.slice(0, text.length * at),
  (text, at) => text.slice(text.length * at),
  (text, at) => splice(text, at, (a, b) => [b, a]),
  (text, at) => splice(text, at, (a, b) => [a, a, b]),
  (text, at) => splice(text, at, (a, b) => [`${a} ${b}`]),
  (text, at) => splice(text, at, (a, b) => [a.slice(0, a.length * at), b]),
  (text, at) => splice(text, at, (a, b) => [[...a].toReversed().join(''), b]),
  (text, at) => splice(text, at, (a, b) => [a.split(' ').toReversed().join(' '), b]),
  (text, at) => `${text.slice(0, text.length * at)}\0${text.slice(text.length * at)}`,
  (text, at) => `${text.slice(0, text.length * at)}\r${text.slice(text.length * at)}`,
  (text, at) => `${text.slice(0, text.length * at)}\u001b]0;${text.slice(text.length * at)}`,
  (text) => Buffer.from(text, 'utf16le').toString('utf8'),
  (text) => Buffer.from(text, 'utf16le').toString('latin1'),
  (text) => Buffer.from(text, 'utf8').toString('latin1'),
  (text) => text.split('\n').join(' '),
  (text) => text.trim().split(/\s+/).join('\n'),
  (text) => text.split('\n').join('\r\r\n'),
  (text) => text.replace(/ +/g, '\t'),
  (text) => text.replace(/^/gm, '> '),
]

function splice(text: string, at: number, edit: (a: string, b: string) => string[]): string {
  const lines = text.split('\n')
  const index = Math.floor((lines.length - 1) * at)
  return lines.toSpliced(index, 2, ...edit(lines[index] ?? '', lines[index + 1] ?? '')).join('\n')
}

/** Captures to which one to three things have happened; now and then with another one behind them. */
export function mutations(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.tuple(fc.constantFrom(...CHANGES), fc.double({ min: 0, max: 1, noNaN: true }))
  const one = fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) => changes.reduce((now, [apply, at]) => apply(now, at), text))
  return fc.oneof(
    { weight: 4, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => a + b) },
  )
}
