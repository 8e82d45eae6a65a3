import type { Row } from '../../text/row.js'

/** Flags of a route; without U it is down. */
export const ZOS_FLAGS = /^[UHGSDCIORZ]{1,8}$/

/** The message id before each line of the short format. */
export const ZOS_MESSAGE = /^E[ZY][ABDYZ]\d{4}[IEW]$/

/** True for the title of any report, in capitals. */
export function isZosTitle(text: string): boolean {
  return text.includes('NETSTAT CS') || text.startsWith('HOME ADDRESS LIST')
}

/** True for lines of the console that count or close a report. */
export function isZosNoise(row: Row): boolean {
  return (row.is(0, 'END') && row.is(1, 'OF')) || (row.is(1, 'OF') && row.is(3, 'RECORDS'))
}
