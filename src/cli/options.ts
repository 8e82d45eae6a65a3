import { Argument, InvalidArgumentError, Option } from 'commander'
import { isEncoding } from '../snapshot/index.js'

/** Reads a word of a closed list; anything else is refused with the list. */
export function oneOf<T extends string>(known: readonly T[]): (text: string) => T {
  return (text) => {
    const found = known.find((one) => one === text)
    if (found === undefined) throw new InvalidArgumentError(`Expected one of ${known.join(', ')}.`)
    return found
  }
}

/** An option whose value is a word of a closed list. */
export function choice(flags: string, description: string, known: readonly string[]): Option {
  return new Option(flags, description).argParser(oneOf(known))
}

/** An option that may be given several times, each value read by `read`. */
export function repeated<T>(flags: string, description: string, read: (text: string) => T): Option {
  return new Option(flags, description).argParser((text: string, before: readonly T[] = []) => [
    ...before,
    read(text),
  ])
}

/** Captures as arguments; standard input where none is given. */
export function captureFiles(): Argument {
  return new Argument('[FILE...]', 'captures, or - for standard input').default(
    ['-'],
    'standard input',
  )
}

/** `--encoding`, for files without a byte order mark. */
export function encodingOption(): Option {
  return new Option(
    '--encoding <NAME>',
    'encoding of files without a byte order mark, as cp850',
  ).argParser((name: string) => {
    if (isEncoding(name)) return name
    throw new InvalidArgumentError(
      'Expected an encoding such as utf-8, cp437, cp850, windows-1252.',
    )
  })
}
