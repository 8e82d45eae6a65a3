import type { FlagTable } from './table.js'

/** Flags of OpenVMS TCP/IP Services `netstat -rn`, whose stack is that of Tru64. */
export const openvmsFlags: FlagTable = {
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
