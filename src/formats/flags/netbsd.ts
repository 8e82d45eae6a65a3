import type { FlagTable } from './table.js'

/** Flags of NetBSD `netstat -rn` and `route show`; from 8 on C means "connected" and L stands on every ARP entry. */
export const netbsdFlags: FlagTable = {
  '1': 'protocol-1',
  '2': 'protocol-2',
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
  X: 'external-resolver',
  b: 'broadcast',
  c: 'cloned',
  d: 'done',
  l: 'local',
  m: 'mask-present',
  p: 'announced',
}
