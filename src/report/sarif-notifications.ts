import type { ReportedCapture, ReportedHost, ReportModel } from './model.js'
import { fileLocation, regionOf, sarifText } from './sarif-result.js'
import { type RuleTable, sarifLevel } from './sarif-rules.js'

/** What notifications are made with besides the model. */
export interface NotificationContext {
  readonly rules: RuleTable
  /** Results that were left out. */
  readonly left: number
}

interface Notification {
  readonly level: string
  readonly message: { readonly text: string }
  readonly descriptor?: { readonly id: string }
  readonly associatedRule?: { readonly id: string; readonly index: number }
  readonly locations?: readonly object[]
}

/** Notifications of a run; what is beyond is counted. */
const MOST_NOTIFICATIONS = 5000

/** What could not be read or judged, and how many results were left out. */
export function notifications(model: ReportModel, context: NotificationContext): Notification[] {
  const told = [
    ...model.problems.map(({ path, message }) => ({
      level: 'error',
      message: { text: sarifText(`${path}: ${message}`) },
      locations: [{ physicalLocation: fileLocation(path) }],
    })),
    ...model.hosts.flatMap(hostNotifications),
    ...skippedRules(model, context.rules),
  ]
  const left = told.length - MOST_NOTIFICATIONS
  return [
    ...(context.left > 0 ? [plain('warning', `${context.left} more results are left out`)] : []),
    ...told.slice(0, MOST_NOTIFICATIONS),
    ...(left > 0 ? [plain('warning', `${left} more notifications are left out`)] : []),
  ]
}

function plain(level: string, text: string): Notification {
  return { level, message: { text } }
}

function hostNotifications(host: ReportedHost): Notification[] {
  return [
    ...host.captures.flatMap(captureNotifications),
    ...host.unchecked.map((why) => plain('warning', sarifText(`host ${host.name}: ${why}`))),
  ]
}

function captureNotifications({ file, diagnostics }: ReportedCapture): Notification[] {
  return diagnostics
    .filter(({ level }) => level !== 'info')
    .map(({ code, level, message, span }) => ({
      level: sarifLevel(level),
      message: { text: sarifText(message) },
      descriptor: { id: code },
      ...(file === undefined
        ? {}
        : { locations: [{ physicalLocation: { ...fileLocation(file), region: regionOf(span) } }] }),
    }))
}

/** Rules that could not be judged, with what they lack, once for all hosts. */
function skippedRules({ hosts }: ReportModel, { indexOf }: RuleTable): Notification[] {
  const skipped = new Map<string, { hosts: number; needs: Set<string> }>()
  for (const host of hosts)
    for (const { rule, needs } of host.skipped) {
      const seen = skipped.get(rule) ?? { hosts: 0, needs: new Set<string>() }
      seen.hosts++
      for (const need of needs) seen.needs.add(need)
      skipped.set(rule, seen)
    }
  return [...skipped].sort().map(([id, { hosts: many, needs }]) => {
    const on = many === 1 ? '1 host' : `${many} hosts`
    const index = indexOf.get(id)
    return {
      ...plain('note', `${id} could not be judged on ${on}: needs ${[...needs].sort().join(', ')}`),
      ...(index === undefined ? {} : { associatedRule: { id, index } }),
    }
  })
}
