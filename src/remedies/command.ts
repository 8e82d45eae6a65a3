import { readAddress } from '../net/address.js'
import { formatIPv4 } from '../net/ipv4.js'
import { readMac } from '../net/mac.js'
import { dottedMask, formatPrefix, networkText, type Prefix } from '../net/prefix.js'

/**
 * The only way to make a command.
 *
 * Captures are untrusted: an interface may be called `$(reboot)`. So the fixed words of a command stand in template
 * literals of our own source, and what is put between them is a `Part`, which only the functions below can make: from
 * parsed numbers, or from names of a strict form. What does not fit becomes a refusal with its reason; nothing is quoted.
 */

/** A command line that needs no quoting in sh, cmd or PowerShell. */
export interface Command {
  readonly argv: readonly string[]
  readonly text: string
}

/** Why no command can be made. */
export interface Refusal {
  readonly refused: string
}

export type Built = Command | Refusal

const made: unique symbol = /* @__PURE__ */ Symbol('made')

/** A value that may stand in a command; only this module makes one. */
export interface Part {
  readonly [made]: string | Refusal
}

const part = (value: string): Part => ({ [made]: value })
const refuse = (refused: string): Part => ({ [made]: { refused } })

/** No word at all. */
export const nothing: Part = { [made]: '' }

/** For the neighbour tables of IPv6 whose tool has no word for it. */
export const notPublished: Refusal = { refused: 'this tool publishes no IPv6 entry' }

/** True for a command, false for the reason why there is none. */
export function isCommand(built: Built): built is Command {
  return 'argv' in built
}

/** An address without its zone, printed anew from its numbers. */
export function address(text: string | undefined): Part {
  const read = text === undefined ? undefined : readAddress(text)
  return read === undefined ? refuse('the address is not known') : part(read.address)
}

/** The network number: `9.0.0.0`, `2001:db8:1::`. */
export function network(prefix: Prefix): Part {
  return part(networkText(prefix))
}

/** The network with its length: `9.0.0.0/8`. */
export function cidr(prefix: Prefix): Part {
  return part(formatPrefix(prefix))
}

/** The dotted mask of an IPv4 prefix length. */
export function mask(length: number): Part {
  return length >= 0 && length <= 32 ? part(dottedMask(length)) : refuse('the mask is not known')
}

/** The network's octets up to the last that is not zero: `9.27.176`. */
export function octets(prefix: Prefix): Part {
  if (prefix.family === 6) return refuse('an IPv6 network has no octets')
  const all = formatIPv4(Number(prefix.network)).split('.')
  while (all.length > 1 && all.at(-1) === '0') all.pop()
  return part(all.join('.'))
}

/** A small number: an index, a length, a metric. */
export function integer(value: number | undefined): Part {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0
    ? part(String(value))
    : refuse('a number is not known')
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._:@-]*$/

/** The longest interface name that Linux and the BSDs take. */
export const NAME_LIMIT = 15

/** A name from a capture, where it has the form of one: a letter or digit, then letters, digits and `. _ : @ -`. */
export function name(text: string | undefined, what: string, limit = NAME_LIMIT): Part {
  if (text === undefined) return refuse(`the ${what} is not known`)
  return text.length <= limit && NAME.test(text)
    ? part(text)
    : refuse(`the ${what} is not one that can stand in a command without quoting`)
}

/** A word that must be one of ours. */
export function oneOf(text: string | undefined, words: readonly string[], what: string): Part {
  const word = words.find((known) => known === text)
  return word === undefined ? refuse(`the ${what} is not a known one`) : part(word)
}

/** A hardware address with two digits an octet and colons, with hyphens, or without leading zeros. */
export function hardware(text: string | null | undefined, style: 'colons' | 'hyphens' | 'short') {
  const read = text === undefined || text === null ? undefined : readMac(text)
  if (read === undefined) return refuse('the hardware address is not known')
  if (style === 'colons') return part(read)
  if (style === 'hyphens') return part(read.replaceAll(':', '-'))
  return part(
    read
      .split(':')
      .map((octet) => Number.parseInt(octet, 16).toString(16))
      .join(':'),
  )
}

/** Several words as one part, for what stands in a command only sometimes. */
export function words(fixed: TemplateStringsArray, ...parts: readonly Part[]): Part {
  let text = ''
  for (const [at, literal] of fixed.entries()) {
    text += literal
    const value = parts[at]?.[made]
    if (value === undefined) continue
    if (typeof value !== 'string') return { [made]: value }
    text += value
  }
  return part(text)
}

/** Letters that no shell reads as its own; a comma is one to PowerShell only, whose commands have none. */
const WORD = /^[A-Za-z0-9:-][A-Za-z0-9._:@/=,-]*$/

/** Words of ours that are what PowerShell wants, although they hold a sign. */
const OURS: ReadonlySet<string> = new Set(['-Confirm:$false'])

/** True for a word that no shell reads otherwise than as it stands. */
function isPlain(word: string): boolean {
  return WORD.test(word) || OURS.has(word)
}

/** True for a command line of such words, whoever made it. */
export function isPlainCommand(text: string): boolean {
  return text.split(' ').every(isPlain)
}

/** A command of fixed words and parts, or why it cannot be made. */
export function command(fixed: TemplateStringsArray, ...parts: readonly Part[]): Built {
  const whole = words(fixed, ...parts)[made]
  if (typeof whole !== 'string') return whole
  const argv = whole.split(' ').filter((word) => word !== '')
  return argv.every(isPlain)
    ? { argv, text: argv.join(' ') }
    : { refused: 'a word of it would need quoting' }
}
