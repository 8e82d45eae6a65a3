import type { Finding } from '../../src/model/finding.js'
import type { ReportedHost, ReportModel } from '../../src/report/index.js'

const ROW = '        192.0.2.0    255.255.255.0       192.0.2.99       192.0.2.99       1'
const HOSTILE = '\u001b[31m##vso[task.setvariable]<script>|`'

const extra: Finding = {
  rule: 'extra-network-route',
  level: 'error',
  certainty: 'certain',
  host: 'web1',
  vip: '192.0.2.99',
  message: '192.0.2.0/24 is routed to the loopback alias 192.0.2.99',
  at: [
    {
      file: 'web1/route_print.txt',
      span: { line: 5, column: 9, endLine: 5, endColumn: 76 },
      text: ROW,
    },
    {
      file: 'web1/route_print.txt',
      span: { line: 8, column: 3, endLine: 8, endColumn: 15 },
      text: '  192.0.2.99  255.255.255.255',
      note: 'proves the alias',
    },
  ],
  stolen: { addresses: '192', parts: [], summary: '192.0.2.0/24 except 192.0.2.64/26' },
  fingerprint: '0123456789abcdef',
}

const hostile: Finding = {
  rule: 'arp-vip-multiple-macs',
  level: 'warning',
  certainty: 'likely',
  host: HOSTILE,
  message: `two machines answer: ${HOSTILE}`,
  at: [],
  fingerprint: 'fedcba9876543210',
}

const LINES = { total: 9, record: 7, heading: 1, blank: 1, outside: 0, unparsed: 0 }

const web1: ReportedHost = {
  name: 'web1',
  platform: 'windows',
  version: '2000',
  role: 'server',
  forwarding: 'mac',
  captures: [
    {
      file: 'web1/route_print.txt',
      kind: 'routes',
      platform: 'windows',
      format: 'windows-route-print',
      span: { line: 1, column: 1, endLine: 9, endColumn: 1 },
      records: 7,
      lines: LINES,
      diagnostics: [],
    },
  ],
  findings: [
    {
      ...extra,
      remedies: [
        {
          kind: 'command',
          title: 'Delete the extra route',
          command: 'route delete 192.0.2.0 192.0.2.99',
          argv: ['route', 'delete', '192.0.2.0', '192.0.2.99'],
          shell: 'cmd',
          undo: null,
          lasts: 'until-reboot',
          rights: 'Administrators',
          safety: 'safe',
        },
        {
          kind: 'advice',
          title: 'Alias the address with a host mask',
          safety: 'review',
          note: 'It lasts.',
        },
      ],
    },
  ],
  waived: [],
  ran: ['extra-network-route'],
  skipped: [{ rule: 'arp-vip-multiple-macs', needs: ['neighbors'] }],
  unchecked: [],
}

const evil: ReportedHost = {
  name: HOSTILE,
  platform: null,
  role: 'server',
  forwarding: 'mac',
  captures: [
    {
      file: `${HOSTILE}/x`,
      kind: 'unknown',
      platform: null,
      format: null,
      span: { line: 1, column: 1, endLine: 1, endColumn: 1 },
      records: 0,
      lines: { total: 1, record: 0, heading: 0, blank: 0, outside: 0, unparsed: 1 },
      diagnostics: [
        {
          code: 'unparsed-line',
          level: 'error',
          span: { line: 1, column: 1, endLine: 1, endColumn: 9 },
          args: { text: HOSTILE, expected: 'a route' },
          message: `expected a route, found "${HOSTILE}"`,
        },
      ],
    },
  ],
  findings: [{ ...hostile, remedies: [] }],
  waived: [{ finding: extra, reason: 'known' }],
  ran: [],
  skipped: [],
  unchecked: ['no capture of it was recognised'],
}

/** Hosts and problems of every kind, two of them hostile, for the tests of all reports. */
export const model: ReportModel = {
  hosts: [evil, web1],
  problems: [{ path: `${HOSTILE}\n`, message: 'permission denied' }],
  summary: {
    hosts: 2,
    clean: 0,
    findings: { error: 1, warning: 1, info: 0 },
    waived: 1,
    unchecked: 2,
  },
}

/** The same with nothing wrong. */
export const clean: ReportModel = {
  hosts: [{ ...web1, findings: [] }],
  problems: [],
  summary: {
    hosts: 1,
    clean: 1,
    findings: { error: 0, warning: 0, info: 0 },
    waived: 0,
    unchecked: 0,
  },
}
