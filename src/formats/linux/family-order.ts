import type { Open } from '../../model/open.js'
import type { Route } from '../../model/route.js'
import type { Output } from '../output.js'

/** Rows that wait for one that tells its family; behind so many the text is odd, and they count as IPv4. */
const MOST_WAITING = 1000

/**
 * Keeps routes in order and gives those a family that do not tell it: that of the command, else of the rows before,
 * else of the first row behind them that tells.
 *
 * `ip route show table all` prints all of IPv4, then all of IPv6, with no word between them.
 */
export class FamilyOrder {
  private readonly out: Output
  private family: 4 | 6 | undefined
  private readonly waiting: { route: Open<Route>; suffix: string }[] = []

  constructor(out: Output, command: string | undefined) {
    this.out = out
    this.family = commandFamily(command)
  }

  /** Keeps a route whose family the text tells. */
  add(route: Route): void {
    this.family = route.family
    if (this.waiting.length > 0) this.flush()
    this.out.add(route)
  }

  /** Called behind rows of a family that were kept by others. */
  follow(family: 4 | 6): void {
    this.family = family
  }

  /** Keeps a route of which the text tells only the length of its prefix: `default`, `0/1`. */
  addOpen(route: Open<Route>, suffix: string, family: 4 | 6 | undefined): void {
    if (family !== undefined) {
      complete(route, suffix, family)
      this.add(route)
    } else if (this.family !== undefined) {
      complete(route, suffix, this.family)
      this.out.add(route)
    } else {
      this.waiting.push({ route, suffix })
      if (this.waiting.length === MOST_WAITING) this.flush()
    }
  }

  /** Keeps what still waits. */
  flush(): void {
    for (const { route, suffix } of this.waiting) {
      complete(route, suffix, this.family ?? 4)
      this.out.add(route)
    }
    this.waiting.length = 0
  }
}

function complete(route: Open<Route>, suffix: string, family: 4 | 6): void {
  route.family = family
  route.destination = `${family === 4 ? '0.0.0.0' : '::'}${suffix}`
}

/** The family that a command line asks for: `ip -6 route`; undefined where it names none. */
export function commandFamily(command: string | undefined): 4 | 6 | undefined {
  const match = /\s-(?:f(?:amily)?\s+)?(4|6|inet6?)\s/.exec(command ?? '')
  if (match === null) return undefined
  return match[1] === '6' || match[1] === 'inet6' ? 6 : 4
}
