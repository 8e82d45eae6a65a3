import type { FlagTable } from './table.js'

/** Flags of OpenBSD `netstat -rn` and `route show`; X and d are of old releases, where m said that a mask is present. */
export const openbsdFlags: FlagTable = {
  '1': 'protocol-1',
  '2': 'protocol-2',
  '3': 'protocol-3',
  B: 'blackhole',
  C: 'cloning',
  D: 'redirect',
  F: 'bfd',
  G: 'gateway',
  H: 'host',
  L: 'link-level',
  M: 'modified',
  P: 'multipath',
  R: 'reject',
  S: 'static',
  T: 'mpls',
  U: 'up',
  X: 'external-resolver',
  b: 'broadcast',
  c: 'cloned',
  d: 'done',
  h: 'cached',
  l: 'local',
  m: 'multicast',
  n: 'connected',
}
