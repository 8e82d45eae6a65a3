import type { Host } from '../../model/host.js'

/** The three ways in which Windows' `route delete` behaves. */
export type Generation = 'classic' | 'undeletable' | 'modern'

const BY_NAME: Readonly<Record<string, Generation>> = {
  '2000': 'classic',
  '2003': 'undeletable',
  '2003r2': 'undeletable',
  '3.51': 'classic',
  '4.0': 'classic',
  '5.0': 'classic',
  '5.1': 'undeletable',
  '5.2': 'undeletable',
  '95': 'classic',
  '98': 'classic',
  me: 'classic',
  nt: 'classic',
  nt4: 'classic',
  xp: 'undeletable',
}

/** `Windows Server 2003 R2`, `nt4`, `5.2.3790` as a key of the table; build numbers are cut. */
function generationOfVersion(version: string): Generation {
  const bare = version
    .toLowerCase()
    .replaceAll('microsoft', '')
    .replaceAll('windows', '')
    .replaceAll('server', '')
    .replaceAll(' ', '')
    .replace(/^ntv?(?=\d)/, 'nt')
    .replace(/^nt([345])\.\d+.*$/, 'nt$1')
  if (bare === 'nt5') return 'classic'
  const known = [bare, /^\d+\.\d+/.exec(bare)?.[0], /^(?:20\d\d|nt|xp|95|98|me)/.exec(bare)?.[0]]
  for (const key of known) {
    if (key !== undefined && Object.hasOwn(BY_NAME, key)) return BY_NAME[key] ?? 'modern'
  }
  return bare === 'nt3' ? 'classic' : 'modern'
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
