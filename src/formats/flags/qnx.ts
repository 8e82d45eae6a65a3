import type { FlagTable } from './table.js'

/** Flags of QNX Neutrino's `netstat -rn`: io-pkt is NetBSD 4's stack, where C still means "cloning" and L "link-level". */
export const qnxFlags: FlagTable = {
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
  c: 'cloned',
  d: 'done',
  m: 'mask-present',
  p: 'announced',
}
