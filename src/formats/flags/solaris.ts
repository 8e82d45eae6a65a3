import type { FlagTable } from './table.js'

/** Flags of Solaris and illumos `netstat -rn`, in the words of illumos netstat.c; A is of Solaris 10 and before. */
export const solarisFlags: FlagTable = {
  A: 'address-resolution',
  B: 'blackhole',
  C: 'cloned',
  D: 'redirect',
  G: 'gateway',
  H: 'host',
  I: 'indirect',
  L: 'local',
  M: 'multirt',
  R: 'reject',
  S: 'setsrc',
  U: 'up',
  Z: 'zone',
  b: 'broadcast',
}
