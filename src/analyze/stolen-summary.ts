import type { Stolen, StolenPart } from '../model/finding.js'
import type { Route } from '../model/route.js'

/** How many parts, and how many exceptions of a part, a sentence names before it counts. */
const NAMED = 3

/** What a row takes that never carries anything, because another is preferred. */
export function nothingTaken(preferred?: Route): Stolen {
  const why =
    preferred === undefined ? 'the row takes no part' : `${routeName(preferred)} is preferred`
  return { addresses: '0', parts: [], summary: `no address: ${why}` }
}

/** One sentence on what a row takes away and from which rows. */
export function stolenSummary(parts: readonly StolenPart[], undecided: boolean): string {
  if (parts.length === 0) return 'no address: longer rows keep them all'
  const named = parts.slice(0, NAMED).map(partText)
  const more = parts.length - named.length
  if (more > 0) named.push(`and ${more} more`)
  const sentence = named.join('; ')
  return undecided ? `${sentence}, unless the system prefers that equal row` : sentence
}

function partText(part: StolenPart): string {
  const count = `${grouped(part.addresses)} address${part.addresses === '1' ? '' : 'es'}`
  const from =
    part.from === undefined
      ? 'that no other route would carry'
      : `that ${routeName(part.from)} would carry`
  return `${part.prefix}${exceptText(part.except)}: ${count} ${from}`
}

function exceptText(except: readonly string[]): string {
  if (except.length === 0) return ''
  const shown = except.slice(0, NAMED)
  const more = except.length - shown.length
  if (more > 0) return ` except ${shown.join(', ')} and ${more} more`
  const last = shown.pop()
  return shown.length === 0 ? ` except ${last}` : ` except ${shown.join(', ')} and ${last}`
}

/** A route as a sentence names it: `the default route via 192.0.2.1`, `the route to 192.0.2.0/24 on eth0`. */
export function routeName(route: Route): string {
  const { gateway, destination } = route
  const isDefault = destination.endsWith('/0')
  const what = isDefault ? 'the default route' : `the route to ${destination}`
  if (gateway.kind === 'address') return `${what} via ${gateway.address}`
  return route.interface === undefined ? what : `${what} on ${route.interface}`
}

/** Digits in groups of three. */
export function grouped(digits: string): string {
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3)
    groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return groups.join(',')
}
