import type { Host } from '../../model/host.js'

/** The three ways in which Windows' `route delete` behaves. */
export type Generation = 'classic' | 'undeletable' | 'modern'

const BY_NAME: Readonly<Record<string, Generation>> = {
  '2000': 'classic',
  '2003': 'undeletable',
  '2003r2': 'undeletable',
  '95': 'classic',
  '98': 'classic',
  me: 'classic',
  nt: 'classic',
  xp: 'undeletable',
}

/** By the number that every Windows since NT has beside its name: 5.0 is 2000, 5.1 XP, 5.2 Server 2003, 6.0 Vista. */
function generationOfNumber(major: number, minor: number): Generation {
  if (major > 5) return 'modern'
  return major === 5 && minor > 0 ? 'undeletable' : 'classic'
}

/** `Windows Server 2003 R2`, `nt4`, `NT 6.1`, `[Version 5.2.3790]`: the number decides, where there is one, else the name. */
function generationOfVersion(version: string): Generation {
  const text = version.toLowerCase()
  const number =
    /(?:^|[^\w.]|nt ?v?)(\d{1,3})\.(\d{1,3})/.exec(text) ?? /(?:^|\W)nt ?v?(\d{1,3})/.exec(text)
  if (number !== null) return generationOfNumber(Number(number[1]), Number(number[2] ?? 0))
  const known = text.split(/\W+/).find((word) => Object.hasOwn(BY_NAME, word))
  return known === undefined ? 'modern' : (BY_NAME[known] ?? 'modern')
}

/**
 * Vista and later print On-link in the gateway column; NT 4.0 and 2000 print the mask of multicast as 224.0.0.0,
 * later ones as 240.0.0.0 [Microsoft Q147232, 263093]. Without a mark the oldest behaviour is taken: its command names
 * the gateway, and fails without harm elsewhere.
 */
export function generationOf(host: Host): Generation {
  if (host.version !== undefined && host.version.trim() !== '')
    return generationOfVersion(host.version)
  let multicast: Generation | undefined
  for (const capture of host.captures) {
    if (capture.kind !== 'routes') continue
    for (const row of capture.records) {
      if (row.family === 6 || row.gateway.kind === 'onlink') return 'modern'
      if (row.destination === '224.0.0.0/4') multicast ??= 'undeletable'
      if (row.destination === '224.0.0.0/3') multicast ??= 'classic'
    }
  }
  return multicast ?? 'classic'
}
