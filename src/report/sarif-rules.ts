import { allRules, type DescribedRule } from '../analyze/all-rules.js'
import type { Level } from '../model/diagnostic.js'
import type { ReportModel } from './model.js'

/** The rules of a run, and where each stands in them. */
export interface RuleTable {
  readonly rules: readonly object[]
  readonly indexOf: ReadonlyMap<string, number>
}

const LEVELS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', info: 'note' }

/** SARIF's word for a level. */
export function sarifLevel(level: Level): string {
  return LEVELS[level]
}

/** Every rule of the list in its order, so that indexes stay; then those that only the results name. */
export function ruleTable({ hosts, drift }: ReportModel): RuleTable {
  const known = allRules()
  const indexOf = new Map<string, number>()
  const descriptors: object[] = known.map(descriptor)
  for (const { id } of known) indexOf.set(id, indexOf.size)
  const named = [
    ...hosts.flatMap(({ findings, waived }) => [
      ...findings.map(({ rule }) => rule),
      ...waived.map(({ finding }) => finding.rule),
    ]),
    ...(drift?.gone ?? []).map(({ rule }) => rule),
  ]
  for (const id of [...new Set(named)].sort()) {
    if (indexOf.has(id)) continue
    indexOf.set(id, indexOf.size)
    descriptors.push({ id })
  }
  return { rules: descriptors, indexOf }
}

function descriptor({ id, level, summary, docs, needs }: DescribedRule) {
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: section(docs, 'Why it matters') || summary },
    help: { text: plain(docs), markdown: docs },
    defaultConfiguration: { level: sarifLevel(level) },
    properties: {
      tags: ['network', ...needs],
      precision: 'high',
      'problem.severity': level === 'info' ? 'recommendation' : level,
    },
  }
}

/** The paragraph below a heading of a rule's documentation, on one line. */
function section(docs: string, heading: string): string {
  const [, rest = ''] = docs.split(`## ${heading}\n`)
  const [paragraph = ''] = rest.split('\n## ')
  return plain(paragraph).trim().replaceAll('\n', ' ')
}

function plain(markdown: string): string {
  return markdown.replace(/^## /gm, '').replaceAll('`', '')
}
