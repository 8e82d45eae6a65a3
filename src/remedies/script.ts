import type { Finding, Remedy } from '../model/finding.js'
import { isPlainCommand } from './command.js'

export type Shell = 'cmd' | 'powershell' | 'sh'

export interface ScriptOptions {
  readonly shell: Shell
  /** The commands that take the remedies back, in reverse order. */
  readonly undo?: boolean
}

/** A finding with what helps against it, as the JSON report has it. */
export type RemediedFinding = Finding & { readonly remedies: readonly Remedy[] }

interface Shape {
  readonly head: readonly string[]
  readonly comment: string
  readonly end: string
  /** The shells whose commands it runs. */
  readonly runs: readonly Shell[]
}

const shapes: Readonly<Record<Shell, Shape>> = {
  cmd: { head: [], comment: 'REM ', end: '\r\n', runs: ['cmd'] },
  powershell: { head: [], comment: '# ', end: '\n', runs: ['cmd', 'powershell'] },
  sh: { head: ['#!/bin/sh'], comment: '# ', end: '\n', runs: ['sh'] },
}

const LIMIT = 200

const PLAIN: Readonly<Record<string, string>> = { '’': "'", '–': '-', '—': '-', '…': '...' }

/**
 * Text that may stand in a comment of any of the shells.
 *
 * A comment of cmd is not quite one: `%` is replaced in it and `&` or `^` can end it. So only letters that mean nothing
 * anywhere are left, the same for all; line ends and whatever else a capture holds become question marks.
 */
function harmless(text: string): string {
  let kept = ''
  for (const letter of text) {
    const plain = Object.hasOwn(PLAIN, letter) ? (PLAIN[letter] ?? '?') : letter
    kept += /^[A-Za-z0-9 .,:;/()_+=@'-]+$/.test(plain) ? plain : '?'
    if (kept.length >= LIMIT) return `${kept.slice(0, LIMIT)}...`
  }
  return kept.trim()
}

class Script {
  private readonly lines: string[] = []
  private readonly shape: Shape

  constructor(shape: Shape) {
    this.shape = shape
    this.lines.push(...shape.head)
  }

  comment(text: string): void {
    this.lines.push(`${this.shape.comment}${harmless(text)}`.trimEnd())
  }

  run(command: string): void {
    this.lines.push(command)
  }

  /** A command to look at; its words are plain, so they stand as they are. */
  show(command: string): void {
    this.lines.push(`${this.shape.comment}  ${command}`)
  }

  blank(): void {
    this.lines.push('')
  }

  text(): string {
    return this.lines.map((line) => line + this.shape.end).join('')
  }
}

/** True for a command that stands in the script to be run; the others are comments for a person to decide on. */
function isActive(remedy: Remedy, shape: Shape): boolean {
  return (
    remedy.kind === 'command' &&
    isPlainCommand(remedy.command ?? '') &&
    remedy.safety === 'safe' &&
    remedy.instead !== true &&
    (remedy.shell === undefined || shape.runs.includes(remedy.shell))
  )
}

/**
 * The remedies as a commented script for a person to read and run; nothing here runs it.
 *
 * A safe command is a line of its own, given once. What should be looked at first, does the same in other words or
 * belongs to another shell is a comment, as is every advice.
 */
export function remedyScript(
  findings: readonly RemediedFinding[],
  { shell, undo }: ScriptOptions,
): string {
  if (!Object.hasOwn(shapes, shell))
    throw new RangeError(`expected one of ${Object.keys(shapes).join(', ')}, found "${shell}"`)
  const shape = shapes[shell]
  const script = new Script(shape)
  script.comment(
    `${undo ? 'Takes back what the remedies did' : 'Remedies'}, written by routeprint. Nothing of it has been run: read every line first.`,
  )
  const given = new Set<string>()
  for (const finding of undo ? [...findings].reverse() : findings) {
    script.blank()
    script.comment(`${finding.host}: ${finding.level} ${finding.rule}: ${finding.message}`)
    const row = finding.at[0]
    if (row !== undefined) script.comment(`row: ${row.text.trim()}`)
    if (undo) writeUndo(script, finding, { shape, given })
    else for (const remedy of finding.remedies) writeRemedy(script, remedy, { shape, given })
  }
  return script.text()
}

interface Context {
  readonly shape: Shape
  /** Commands that stand in the script already. */
  readonly given: Set<string>
}

function writeRemedy(script: Script, remedy: Remedy, { shape, given }: Context): void {
  const { command, title, note, rights } = remedy
  if (remedy.kind === 'advice' || command === undefined || !isPlainCommand(command)) {
    script.comment(`advice: ${title}`)
    if (note !== undefined) script.comment(`  ${note}`)
    return
  }
  if (given.has(command)) {
    script.comment(`${title}, by the command above`)
    script.show(command)
    return
  }
  const active = isActive(remedy, shape)
  if (active) given.add(command)
  script.comment(`${active ? '' : reasonOf(remedy)}${title}${detailOf(remedy)}`)
  if (note !== undefined) script.comment(`  ${note}`)
  if (rights !== undefined && active) script.comment(`  to be run as ${rights}`)
  if (active) script.run(command)
  else script.show(command)
}

function reasonOf(remedy: Remedy): string {
  if (remedy.instead) return remedy.shell === 'powershell' ? 'or, in PowerShell: ' : 'or: '
  return remedy.safety === 'review' ? 'review first: ' : `for ${remedy.shell}: `
}

function detailOf({ lasts }: Remedy): string {
  return lasts === undefined
    ? ''
    : lasts === 'persistent'
      ? ' (outlives a reboot)'
      : ' (until the next reboot)'
}

function writeUndo(script: Script, finding: RemediedFinding, { shape, given }: Context): void {
  for (const remedy of [...finding.remedies].reverse()) {
    const { command, undo } = remedy
    if (!isActive(remedy, shape) || command === undefined || given.has(command)) continue
    given.add(command)
    script.comment('takes back')
    script.show(command)
    if (typeof undo === 'string' && isPlainCommand(undo)) script.run(undo)
    else script.comment('  no command takes it back')
  }
}
