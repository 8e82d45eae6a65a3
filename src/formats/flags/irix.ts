import type { FlagTable } from './table.js'

/** Flags of IRIX `netstat -rn`: those of 4.4BSD, from which its stack comes. */
export const irixFlags: FlagTable = {
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
  c: 'clone-on-access',
  l: 'local',
}
