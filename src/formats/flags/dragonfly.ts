import type { FlagTable } from './table.js'

/** Flags of DragonFly BSD `netstat -rn`: those of FreeBSD 4, and m for MPLS. */
export const dragonflyFlags: FlagTable = {
  '1': 'protocol-1',
  '2': 'protocol-2',
  '3': 'protocol-3',
  B: 'blackhole',
  C: 'cloning',
  D: 'redirect',
  G: 'gateway',
  H: 'host',
  L: 'link-level',
  M: 'modified',
  R: 'reject',
  S: 'static',
  U: 'up',
  W: 'cloned',
  X: 'external-resolver',
  b: 'broadcast',
  c: 'protocol-cloning',
  d: 'done',
  m: 'mpls',
}
