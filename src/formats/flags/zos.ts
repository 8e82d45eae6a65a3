import type { FlagTable } from './table.js'

/** Flags of the z/OS Communications Server Netstat ROUTe/-r report. */
export const zosFlags: FlagTable = {
  C: 'connection',
  D: 'redirect',
  G: 'gateway',
  H: 'host',
  I: 'router-advertisement',
  O: 'ospf',
  R: 'rip',
  S: 'static',
  U: 'up',
  Z: 'replaceable-static',
}
