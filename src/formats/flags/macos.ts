import type { FlagTable } from './table.js'

/** Flags of macOS `netstat -rn`, in the order of Apple's netstat manual page; `g` came with macOS 12. */
export const macosFlags: FlagTable = {
  '1': 'protocol-1',
  '2': 'protocol-2',
  '3': 'protocol-3',
  B: 'blackhole',
  C: 'cloning',
  D: 'redirect',
  G: 'gateway',
  H: 'host',
  I: 'interface-scoped',
  L: 'link-level',
  M: 'modified',
  R: 'reject',
  S: 'static',
  U: 'up',
  W: 'cloned',
  X: 'external-resolver',
  Y: 'proxy',
  b: 'broadcast',
  c: 'protocol-cloning',
  d: 'done',
  g: 'global',
  i: 'interface-reference',
  m: 'multicast',
  r: 'router',
}
