import type { SampleLine } from '../sample.js'

/** What a line of `… (address) at mac …` tells about the tool that printed it. */
export interface ArpAtLine {
  /** What follows the hardware address. */
  readonly tail: readonly string[]
  readonly mac: string
  /** The address stands without parentheses. */
  readonly bare: boolean
}

const MAC = /^(?:[0-9a-f]{1,2}[:-]){5,19}[0-9a-f]{1,2}$/i

/** Takes a line apart; undefined where it is none, or names an interface as the BSDs, macOS and Linux do. */
export function arpAtLine(line: SampleLine): ArpAtLine | undefined {
  const { cells } = line
  const at = cells.findIndex((cell) => /^\([0-9a-f.:%]+\)$/i.test(cell))
  if (at > 1) return undefined
  const bare = at < 0
  if (bare && line.kind(0) !== 'ipv4') return undefined
  const from = bare ? 0 : at
  const mac = cells[from + 2] ?? ''
  if (!MAC.test(mac) && !/^\(\D+\)$/.test(mac)) return undefined
  const tail = cells.slice(from + 3)
  return tail.some((cell) => /^(?:on|ifscope|expires)$/.test(cell))
    ? undefined
    : { tail, mac, bare }
}
