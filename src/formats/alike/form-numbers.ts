import type { ColumnForm } from './column.js'

/** Forms as numbers, which are told apart faster than words; 0 for cells that are the same in every row. */
export const SAME = 0
export const IPV4 = 1
export const NETWORK = 2
export const PARENS = 3
export const MAC = 4
export const NUMBER = 5
export const KNOWN = 6
export const GATEWAY = 7
export const IPV6 = 8
export const GATEWAY_6 = 9
export const NAME = 10
export const HOST = 11
export const MAC_GATEWAY = 12
export const FORMS: Readonly<Record<ColumnForm, number>> = {
  ipv4: IPV4,
  ipv6: IPV6,
  network: NETWORK,
  parens: PARENS,
  mac: MAC,
  number: NUMBER,
  known: KNOWN,
  gateway: GATEWAY,
  gateway6: GATEWAY_6,
  name: NAME,
  host: HOST,
  macGateway: MAC_GATEWAY,
}
