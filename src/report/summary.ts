import type { ReportModel } from './model.js'

/** `1 host`, `2 hosts`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** The one line that closes a report for people, without a full stop. */
export function summaryLine(model: ReportModel): string {
  const { drift } = model
  if (drift === undefined) return found(model)
  const { new: fresh, unchanged, gone } = drift
  return `${found(model)}; since the baseline: ${fresh} new, ${unchanged} unchanged, ${gone.length} gone`
}

function found({ summary, hosts }: ReportModel): string {
  const { findings, unchecked, waived } = summary
  const parts = [
    count(findings.error, 'error'),
    count(findings.warning, 'warning'),
    count(findings.info, 'remark'),
    waived === 0 ? '' : `${waived} waived`,
    unchecked === 0 ? '' : `${unchecked} not fully checked`,
  ].filter((part) => part !== '')
  const checked = `${counted(summary.hosts, 'host')} checked`
  if (parts.length > 0) return `${checked}: ${parts.join(', ')}`
  return hosts.length === 0 ? 'nothing was checked' : `${checked}: clean`
}

function count(many: number, noun: string): string {
  return many === 0 ? '' : counted(many, noun)
}
