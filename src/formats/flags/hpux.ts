import type { FlagTable } from './table.js'

/** Flags of HP-UX `netstat -rn`, after netstat(1) and routing(7). */
export const hpuxFlags: FlagTable = {
  D: 'redirect',
  G: 'gateway',
  H: 'host',
  I: 'invalid',
  M: 'modified',
  S: 'static',
  U: 'up',
}
