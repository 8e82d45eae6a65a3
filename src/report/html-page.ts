import { allRules } from '../analyze/all-rules.js'
import type { Place, Remedy } from '../model/finding.js'
import type {
  PageData,
  PageDrift,
  PageFinding,
  PageHost,
  PagePlace,
  PageRemedy,
  PageRule,
} from './html-data.js'
import { spaceOf } from './html-space.js'
import { tablesOf } from './html-tables.js'
import { verifyOf } from './html-verify.js'
import { type Interned, interned } from './interned.js'
import type { Drift, ReportedFinding, ReportedHost, ReportModel } from './model.js'
import { BECAUSE, LASTS, UNPROVEN } from './words.js'

/** Tables of hosts without findings are shown while there is room for them; those of the others always are. */
const ROOM = 4_000_000

/** Diagnostics of a host that are shown; a file that is no capture has hundreds. */
const MOST_NOTES = 50

interface Making {
  readonly lines: Interned<string>
  readonly remedies: Interned<PageRemedy>
  room: number
}

/** What the viewer shows of a model. */
export function pageData(model: ReportModel): PageData {
  const making: Making = {
    lines: interned<string>((line) => line),
    remedies: interned<PageRemedy>((remedy) => JSON.stringify(remedy)),
    room: ROOM,
  }
  const hosts = model.hosts.map((host) => pageHost(host, making))
  return {
    rules: rulesOf(model),
    hosts,
    lines: making.lines.values,
    remedies: making.remedies.values,
    problems: model.problems,
    ...(model.drift === undefined ? {} : { drift: driftOf(model.drift) }),
  }
}

function driftOf({ gone, ...counts }: Drift): PageDrift {
  return {
    ...counts,
    gone: gone.map(({ host, rule, message, unproven }) => ({
      host,
      rule,
      message,
      ...(unproven ? { doubt: UNPROVEN } : {}),
    })),
  }
}

function rulesOf({ hosts }: ReportModel): PageRule[] {
  const found = new Set(hosts.flatMap(({ findings }) => findings.map(({ rule }) => rule)))
  const known = new Map(allRules().map(({ id, summary }) => [id, summary]))
  return [...found].sort().map((id) => ({ id, summary: known.get(id) ?? '' }))
}

function pageHost(host: ReportedHost, making: Making): PageHost {
  const { name, platform, findings, waived, unchecked, captures, ran, skipped } = host
  const notes = captures.flatMap(({ file = '<text>', diagnostics }) =>
    diagnostics
      .filter(({ level }) => level !== 'info')
      .map(({ level, message, span }) => ({
        place: `${file}:${span.line}:${span.column}`,
        level,
        message,
      })),
  )
  return {
    name,
    system: platform,
    about: aboutOf(host),
    findings: findings.map((finding) => pageFinding(finding, host, making)),
    waived: waived.map(({ finding, reason }) => ({
      rule: finding.rule,
      message: finding.message,
      reason,
    })),
    unchecked,
    notes: notes.slice(0, MOST_NOTES),
    ran: ran.length,
    skipped: skipped.map(({ rule, needs }) => `${rule} (needs ${needs.join(', ')})`),
    tables: roomFor(host, making) ? tablesOf(host, making.lines) : [],
  }
}

function aboutOf({ platform, version, role, forwarding, captures }: ReportedHost): string {
  const system = [platform ?? 'system not recognised', version].filter(Boolean).join(' ')
  const taken = captures.length === 1 ? '1 capture' : `${captures.length} captures`
  const how = role === 'server' ? `server, reached by ${forwarding} forwarding` : role
  return [system, how, taken].join(' · ')
}

function roomFor({ findings, unchecked, tables = [] }: ReportedHost, making: Making): boolean {
  if (findings.length > 0 || unchecked.length > 0) return true
  making.room -= tables.reduce((sum, { text }) => sum + text.length, 0)
  return making.room >= 0
}

function pageFinding(finding: ReportedFinding, host: ReportedHost, making: Making): PageFinding {
  const { rule, level, message, at, certainty, drift } = finding
  const { stolen, because, alsoSeenIn, missing } = finding
  const space = spaceOf(finding)
  const notes = [
    ['Stolen', space === undefined ? stolen?.summary : undefined],
    ['Because', because && BECAUSE[because]],
    ['Also seen in', alsoSeenIn?.join(', ')],
    ['Missing', missing?.join(', ')],
  ] as const
  return {
    rule,
    level,
    message,
    ...(certainty === 'likely' ? { likely: true as const } : {}),
    ...(drift === undefined ? {} : { drift }),
    places: at.map(pagePlace),
    notes: notes.flatMap(([name, text]) => (text ? [[name, text] as const] : [])),
    ...(space === undefined ? {} : { space }),
    remedies: finding.remedies.map((remedy) => making.remedies.indexOf(pageRemedy(remedy))),
    verify: verifyOf(finding, host),
  }
}

function pagePlace({ file = '<text>', span, text, note }: Place): PagePlace {
  return {
    name: `${file}:${span.line}:${span.column}`,
    row: text,
    ...(note === undefined ? {} : { note }),
  }
}

function pageRemedy(remedy: Remedy): PageRemedy {
  const { title, command, undo, note, rights, lasts, safety, instead } = remedy
  const hints = [
    rights ?? '',
    lasts === undefined ? '' : LASTS[lasts],
    safety === 'review' ? 'review first' : '',
  ]
  return {
    title,
    ...(command === undefined ? {} : { command }),
    ...(undo === undefined || undo === null ? {} : { undo }),
    ...(note === undefined ? {} : { note }),
    hints: hints.filter((hint) => hint !== '').join(' · '),
    ...(instead === undefined ? {} : { instead }),
  }
}
