import { formats } from '../../src/formats/index.js'
import { loadFixtures } from '../support/fixtures.js'

/** A text that can be made as long as is wanted. */
export interface Shape {
  readonly name: string
  readonly make: (length: number) => string
}

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

/** Characters that terminals and decoders leave behind. */
const ODD: Readonly<Record<string, string>> = {
  NUL: '\0',
  BEL: '\u0007',
  backspace: '\b',
  escape: '\u001b',
  'escape sequence': '\u001b[0;1m',
  'open escape sequence': '\u001b[0',
  'operating system command': '\u001b]0;x',
  CSI: '\u009b',
  'no-break space': '\u00a0',
  'zero-width space': '\u200b',
  'bidi override': '\u202e',
  'line separator': '\u2028',
  'vertical tab': '\v',
  'form feed': '\f',
  'byte order mark': '\ufeff',
  'lone surrogate': '\ud800',
  'wide colon': '\uff1a',
}

const PIECES: Readonly<Record<string, string>> = {
  blank: ' ',
  tab: '\t',
  LF: '\n',
  CR: '\r',
  CRLF: '\r\n',
  digit: '7',
  letter: 'a',
  'address part': '1.',
  'IPv6 group': '1:',
  'MAC part': '00-',
  'short line': 'a\n',
  'digit line': '1\n',
  'blank and line end': '  \n',
  'quote line': '> \n',
  'prompt line': '$ netstat -rn\n',
  'prompt and rubbish': '$ netstat -rn\nrubbish\n',
  'row and rubbish': '192.0.2.1 rubbish 10.0.0.1\nlost\n',
  'address cell': '192.0.2.1 ',
  'network cell': '192.0.2.0/24 ',
  'IPv6 cell': '2001:db8::1 ',
  'MAC cell': '00:00:5e:00:53:01 ',
  'number cell': '17 ',
  'JSON object': '[{"dst":"default"}]',
  'JSON open object': '{"dst":[',
  'JSON field line': '"dst":"default",\n',
  'rule line of blanks': `${'-'.repeat(250)}\n`,
  'rule with words': `${'- '.repeat(200)}default\n`,
}

/** Runs of one piece: marks, blanks, digits, short lines. */
export function runs(): Shape[] {
  const marks = [...PUNCTUATION].flatMap((mark) => [
    run(`run of ${mark}`, mark),
    run(`cells of ${mark}`, `${mark} `),
    run(`lines of ${mark}`, `${mark}\n`),
    run(`words with ${mark}`, `a${mark}1`),
  ])
  const rest = { ...ODD, ...PIECES }
  return [...marks, ...Object.entries(rest).map(([name, piece]) => run(`run of ${name}`, piece))]
}

/** The words of all layouts, many times: on one line, and one a line. */
export function words(): Shape[] {
  const cues = new Set(formats.flatMap((format) => format.cues))
  return [...cues].flatMap((word) => [
    run(`cells "${word}"`, `${word} `),
    run(`lines "${word}"`, `${word}\n`),
  ])
}

/** Each capture of the fixtures many times over, as it is and as pastes leave it; and each of its lines. */
export function captures(): Shape[] {
  const shapes: Shape[] = []
  const seen = new Set<string>()
  for (const { name, text } of loadFixtures()) {
    const lines = text.split('\n')
    shapes.push(
      run(`${name} again and again`, `${text}\n`),
      run(`${name} on one line`, `${lines.join(' ')} `),
      run(`${name} with one cell a line`, `${text.trim().split(/\s+/).join('\n')}\n`),
      run(`${name} and quotes behind it`, '"\\', text.trimEnd()),
      run(`${name} and brackets behind it`, '[{"', text.trimEnd()),
      run(`${name} with its head once`, `${lines.slice(-3).join('\n')}\n`, text),
    )
    for (const [i, line] of lines.entries()) {
      const shape = line.replace(/\d+/g, '1').replace(/\s+/g, ' ')
      if (seen.has(shape)) continue
      seen.add(shape)
      shapes.push(run(`${name}, line ${i + 1}`, `${line}\n`))
      if (i % 4 === 0) shapes.push(run(`${name}, line ${i + 1} below it`, `${line}\n`, `${text}\n`))
    }
  }
  return shapes
}

function run(name: string, piece: string, head = ''): Shape {
  return {
    name,
    make: (length) => flat(head + piece.repeat(Math.ceil(length / piece.length))),
  }
}

/** `repeat` leaves a tree of parts; captures come from files, in one piece, and where they are ASCII in one byte each. */
function flat(text: string): string {
  const encoding = /[^\0-\xff]/.test(text) ? 'utf16le' : 'latin1'
  return Buffer.from(text, encoding).toString(encoding)
}

/** Each cell of the fixtures many times on one line, and with nothing between. */
export function cells(): Shape[] {
  const cells = new Set(
    loadFixtures().flatMap(({ text }) =>
      text.split(/\s+/).map((cell) => cell.replace(/\d+/g, '1')),
    ),
  )
  return [...cells].map((cell) => run(`cells of ${JSON.stringify(cell)}`, `${cell} `))
}

const LONG_CELLS = [':', '1', 'a', 'L', '<', '0:', 'a1', '1.', '-', 'expired '] as const

/** A capture of each format whose last row has one cell without end: what looks at a cell must not look at it again and again. */
export function longCells(): Shape[] {
  const shapes: Shape[] = []
  const seen = new Set<string>()
  for (const { name, text } of loadFixtures()) {
    const format = name.replace(/-.*$/, '')
    if (seen.has(format)) continue
    seen.add(format)
    const lines = text.trimEnd().split('\n')
    const row = lines.findLast((line) => /\S\s+\S/.test(line)) ?? ''
    const cells = [...row.matchAll(/\S+/g)]
    for (const place of new Set([0, 1, 2, cells.length - 1]))
      for (const piece of LONG_CELLS) {
        const { index = 0, 0: cell = '' } = cells[place] ?? {}
        const head = `${text.trimEnd()}\n${row.slice(0, index)}`
        const tail = `!${row.slice(index + cell.length)}\n`
        shapes.push({
          name: `${name} with a cell of ${piece}, the ${place + 1}.`,
          make: (length) => flat(head + piece.repeat(length / piece.length) + tail),
        })
      }
  }
  return shapes
}

/** The very long: rubbish, rows and columns without end. */
export function giants(): Shape[] {
  return [
    { name: 'rubbish', make: rubbish },
    { name: 'lines of rubbish', make: (length) => lined(rubbish(length), 60) },
    { name: 'a line of columns', make: (length) => flat('column '.repeat(length / 7)) },
    { name: 'a line of 1 MB, a line', make: (length) => lined(rubbish(length), 1 << 20) },
    { name: 'rows', make: (length) => `${HEAD}${flat(ROW.repeat(length / ROW.length))}` },
  ]
}

const HEAD = 'Destination        Gateway           Flags   Refs     Use  If   Exp  Groups\n'
const ROW = '192.0.2.0/24       198.51.100.7      UG        0      17  en0   -   -\n'

/** Printable characters without rhyme or reason, the same each time. */
export function rubbish(length: number): string {
  const bytes = new Uint8Array(length)
  let state = 1
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    bytes[i] = 32 + ((state >>> 16) % 95)
  }
  return Buffer.from(bytes).toString('latin1')
}

function lined(text: string, width: number): string {
  const bytes = Buffer.from(text, 'latin1')
  for (let i = width; i < bytes.length; i += width) bytes[i] = 10
  return bytes.toString('latin1')
}
