import { allRules } from '../analyze/all-rules.js'
import { formats } from '../formats/index.js'
import { type DiagnosticCode, diagnosticLevels } from '../model/diagnostic.js'
import { diagnosticTexts } from '../model/diagnostic-texts.js'
import { platforms } from '../model/platform.js'
import { reports } from '../report/index.js'

/** One thing that can be listed and explained. */
export interface Topic {
  readonly id: string
  readonly summary: string
  /** The explanation below its title. */
  readonly text: string
}

/** What `list` lists and `explain` explains; a kind is one line here. */
export const topicKinds = {
  diagnostics: diagnosticTopics,
  formats: formatTopics,
  platforms: platformTopics,
  reports: reportTopics,
  rules: ruleTopics,
} as const satisfies Readonly<Record<string, () => readonly Topic[]>>

export type TopicKind = keyof typeof topicKinds

/** Names of the kinds, sorted. */
// Object.keys of a literal answers its own keys, which the type does not say.
export const topicKindNames = Object.keys(topicKinds) as TopicKind[]

function diagnosticTopics(): Topic[] {
  // Object.keys of a literal answers its own keys, which the type does not say.
  const ids = Object.keys(diagnosticLevels) as DiagnosticCode[]
  return ids.map((id) => {
    const level = diagnosticLevels[id]
    const { summary } = diagnosticTexts[id]
    return { id, summary: `${level}: ${summary}`, text: `${summary}\n\nLevel: ${level}\n` }
  })
}

function formatTopics(): Topic[] {
  return formats.map(({ id, title, kind, platform, commands, about }) => ({
    id,
    summary: title,
    text: [
      about.replaceAll('\n', ' '),
      `Holds:     ${kind}\nPlatform:  ${platform}\nPrinted by:${list(commands)}`,
    ].join('\n\n'),
  }))
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `\n  ${line}`).join('')
}

function platformTopics(): Topic[] {
  return platforms.map((id) => {
    const own = formats.filter(({ platform }) => platform === id)
    const titles = own.map((format) => `${format.id}  (${format.title})`)
    return {
      id,
      summary: own.length === 0 ? 'no format yet' : own.map((one) => one.id).join(', '),
      text: `Formats:${own.length === 0 ? ' none yet' : list(titles)}\n`,
    }
  })
}

function reportTopics(): Topic[] {
  return reports.map(({ id, summary, extension }) => ({
    id,
    summary,
    text: `${summary}\n\nrouteprint check PATH --vip ADDR --report ${id}=FILE.${extension}\n`,
  }))
}

function ruleTopics(): Topic[] {
  return allRules().map(({ id, level, summary, needs, docs }) => ({
    id,
    summary: `${level}: ${summary}`,
    text: `${summary}\n\nLevel: ${level}\nNeeds: ${needs.join(', ')}\n\n${docs}\n`,
  }))
}
