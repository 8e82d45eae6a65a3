/** Kept apart from the codes, so that a bundle of the parsers, which say none of it, does not carry it. */

import type { Diagnostic, DiagnosticArgs, DiagnosticCode } from './diagnostic.js'

interface Description<A> {
  readonly summary: string
  readonly sentence: (args: A) => string
}

type Descriptions = { readonly [C in DiagnosticCode]: Description<DiagnosticArgs[C]> }

/** Meaning and English sentence of every diagnostic. */
export const diagnosticTexts: Descriptions = {
  'address-cut': {
    summary: 'An address was cut to the width of its column, so the real one cannot be known.',
    sentence: (a) => `${a.column} "${a.text}" is cut to the column's width`,
  },
  'bad-address': {
    summary: 'A cell that must hold an address holds something else.',
    sentence: (a) => `expected an address as ${a.column}, found "${a.text}"`,
  },
  'bad-length': {
    summary: 'A prefix length is not a plain number within the family’s range.',
    sentence: (a) => `expected a prefix length, found "${a.text}"`,
  },
  'bad-mac': {
    summary: 'A hardware address does not have the form of one.',
    sentence: (a) => `expected a hardware address, found "${a.text}"`,
  },
  'bad-mask': {
    summary: 'A cell that must hold a netmask holds something else.',
    sentence: (a) => `expected a netmask, found "${a.text}"`,
  },
  'bad-number': {
    summary: 'A cell that must hold a plain decimal number holds something else.',
    sentence: (a) => `expected a number as ${a.column}, found "${a.text}"`,
  },
  'byte-order-assumed': {
    summary: 'Addresses stand in the byte order of their host, and no netmask tells which that is.',
    sentence: (a) =>
      `no netmask tells the byte order of the addresses; they were read as ${a.assumed}`,
  },
  'cells-glued': {
    summary: 'Two columns touch, and where one ends is not certain.',
    sentence: (a) => `two columns touch in "${a.text}"`,
  },
  'control-characters': {
    summary: 'Colours, invisible or control characters were dropped from the text.',
    sentence: (a) =>
      `dropped control or invisible characters on ${a.lines} line${a.lines === 1 ? '' : 's'}`,
  },
  'cut-row': {
    summary: 'A row ends, or begins, in the middle.',
    sentence: (a) => `the row "${a.text}" is cut: ${a.missing} is missing`,
  },
  'empty-capture': {
    summary: 'The text holds nothing but blanks; an empty file is no healthy host.',
    sentence: () => 'the capture is empty',
  },
  'encoding-doubtful': {
    summary: 'The bytes do not fit the encoding they were read with.',
    sentence: (a) => `some bytes are no ${a.encoding}`,
  },
  'extra-cell': {
    summary: 'A row has more cells than its layout.',
    sentence: (a) => `"${a.text}" fits no column`,
  },
  'failed-command': {
    summary: 'The text is a command’s error message or usage, not its output.',
    sentence: (a) => `the command failed: "${a.text}"`,
  },
  flattened: {
    summary:
      'Several rows stood on one line, or one row on several; they were told apart by their shape.',
    sentence: (a) =>
      `${a.rows} row${a.rows === 1 ? '' : 's'} told apart by shape, not by line ends`,
  },
  'head-missing': {
    summary:
      'A table begins with a row, not with its heading, so the first row may have lost its front.',
    sentence: (a) => `no heading stands before "${a.text}", whose front may be missing`,
  },
  'heading-without-rows': {
    summary: 'A table’s heading is there, but no row of it.',
    sentence: (a) => `no row stands below the heading "${a.heading}"`,
  },
  'mask-doubtful': {
    summary: 'A network’s length was completed by a rule that does not quite fit.',
    sentence: (a) => `"${a.text}" was read as ${a.assumed}`,
  },
  'mask-holes': {
    summary: 'A netmask whose ones are not all in front; it has no prefix length.',
    sentence: (a) => `the netmask of "${a.text}" is not contiguous`,
  },
  'more-unparsed': {
    summary: 'So many lines were not understood that they are only counted.',
    sentence: (a) => `${a.lines} more lines were not understood`,
  },
  'name-for-address': {
    summary: 'The command printed a name where the address would be; -n prints the address.',
    sentence: (a) => `${a.column} "${a.text}" is a name, not an address; take the capture with -n`,
  },
  'no-line-end': {
    summary:
      'The text ends in its last row without a line end, so a part of the row may be missing.',
    sentence: (a) => `the text ends in the row "${a.text}", which may go on`,
  },
  'not-recognised': {
    summary: 'The text is the output of no command that is known.',
    sentence: (a) => `not recognised: looked for ${a.lookedFor}`,
  },
  'other-output': {
    summary: 'The text is the output of a command that is known and not read.',
    sentence: (a) => `this is ${a.what}, which is not read; send the output of "${a.instead}"`,
  },
  'prefix-dropped': {
    summary: 'Every line began with the same quoting, number or host name; it was taken off.',
    sentence: (a) => `every line begins with "${a.prefix}"`,
  },
  'refused-data': {
    summary:
      'The text is of a kind that is not read: an archive, an image, a web page, another program’s file.',
    sentence: (a) => `this is ${a.what}, not a command's output`,
  },
  'row-doubtful': {
    summary:
      'Lines around a row were moved, joined or lost, so a part of what it says may be another row’s.',
    sentence: (a) => `"${a.text}" is doubtful: ${a.why}`,
  },
  'stray-text': {
    summary: 'Words between or behind the rows that hold no address.',
    sentence: (a) => `"${a.text}" is no part of the table`,
  },
  'unknown-flag': {
    summary: 'A flag letter that this system is not known to print; it is kept.',
    sentence: (a) => `unknown flag "${a.letter}" in "${a.flags}"`,
  },
  'unknown-word': {
    summary: 'A word that this format is not known to print; it is kept.',
    sentence: (a) => `unknown ${a.column} "${a.text}"`,
  },
  'unparsed-line': {
    summary: 'A line with data in it was not understood.',
    sentence: (a) => `expected ${a.expected}, found "${a.text}"`,
  },
  'wrong-kind': {
    summary: 'The text is the output of another command than the one asked for.',
    sentence: (a) => `this is ${a.found}, not ${a.wanted}`,
  },
}

/** One English sentence, without a full stop, that says what is wrong and quotes the text. */
export function message(diagnostic: Diagnostic): string {
  // The table is keyed by the code, so its sentence takes exactly this diagnostic's arguments.
  const { sentence } = diagnosticTexts[diagnostic.code] as Description<never>
  return sentence(diagnostic.args as never)
}
