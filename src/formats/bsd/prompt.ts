import type { Row } from '../../text/row.js'

/** Programs whose output may follow a table in a transcript. */
const PROGRAMS: ReadonlySet<string> = new Set([
  'arp',
  'hostname',
  'ifconfig',
  'ip',
  'ndp',
  'netstat',
  'route',
  'sysctl',
  'uname',
])

/** True where a row may be a command line: rows of a section that is passed over must not swallow it. */
export function looksLikePrompt(row: Row): boolean {
  for (let i = 0; i < row.count && i < 4; i++)
    if (PROGRAMS.has(row.cell(i)) || /[#$%>]$/.test(row.cell(i))) return true
  return /^\S+: flags=/.test(row.excerpt()) || row.is(0, 'Neighbor') || row.is(0, 'Host')
}
