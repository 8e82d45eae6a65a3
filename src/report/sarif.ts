import { version } from '../../package.json'
import type { Finding } from '../model/finding.js'
import { toJson } from './json.js'
import type { ReportedFinding, ReportModel } from './model.js'
import { worstFirst } from './order.js'
import type { Report } from './report.js'
import { notifications } from './sarif-notifications.js'
import { absentResult, sarifResult } from './sarif-result.js'
import { type RuleTable, ruleTable } from './sarif-rules.js'

/** SARIF 2.1.0, for code scanning of GitHub, Azure DevOps and editors. */
export const sarifReport = {
  id: 'sarif',
  summary: 'SARIF 2.1.0, for code scanning and editors',
  extension: 'sarif',
  render: (model) => `${toJson(sarifLog(model), 2)}\n`,
} as const satisfies Report

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** Results that code scanning shows of a run; what is beyond is counted. */
const MOST_RESULTS = 5000

function sarifLog(model: ReportModel) {
  const rules = ruleTable(model)
  const found = resultsOf(model, rules)
  const results = found.slice(0, MOST_RESULTS)
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'routeprint', semanticVersion: version, rules: rules.rules } },
        invocations: [
          {
            executionSuccessful: model.summary.unchecked === 0,
            toolExecutionNotifications: notifications(model, {
              rules,
              left: found.length - results.length,
            }),
          },
        ],
        originalUriBaseIds: {
          '%SRCROOT%': { description: { text: 'The folder that the paths were given from.' } },
        },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  }
}

/** The worst first, so that what is cut is what matters least; what is waived and what is gone come last. */
function resultsOf(model: ReportModel, rules: RuleTable) {
  const hosts = new Map(model.hosts.map((host) => [host.name, host]))
  const found = worstFirst(model).map((finding) =>
    sarifResult(finding, { rules, host: hosts.get(finding.host) }),
  )
  const waived = model.hosts.flatMap((host) =>
    host.waived.map(({ finding, reason, drift }) => ({
      ...sarifResult(withoutRemedies(finding, drift), { rules, host }),
      suppressions: [{ kind: 'external', status: 'accepted', justification: reason }],
    })),
  )
  const absent = (model.drift?.gone ?? []).map((gone) => absentResult(gone, { rules }))
  return [...found, ...waived, ...absent]
}

function withoutRemedies(finding: Finding, drift: ReportedFinding['drift']): ReportedFinding {
  return { ...finding, remedies: [], ...(drift === undefined ? {} : { drift }) }
}
