import type { FlagTable } from './table.js'

/** Flags of FreeBSD `netstat -rn`; C, c, W and L are of releases up to 7, whose table held the ARP entries too. */
export const freebsdFlags: FlagTable = {
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
}
