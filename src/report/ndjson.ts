import { dataOf, toJson } from './json.js'
import type { Report } from './report.js'

/** One JSON object a line: each host, each problem, what changed since a baseline, then the summary. */
export const ndjsonReport = {
  id: 'ndjson',
  summary: 'one JSON object a line: each host, each problem, the summary',
  extension: 'ndjson',
  render: ({ hosts, problems, summary, drift }) =>
    [
      ...hosts.map(dataOf),
      ...problems.map((problem) => ({ problem })),
      ...(drift === undefined ? [] : [{ drift }]),
      { summary },
    ]
      .map((line) => `${toJson(line)}\n`)
      .join(''),
} as const satisfies Report
