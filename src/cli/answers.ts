import { forTerminal } from '../report/escape.js'
import { modelOf, toJson } from '../report/index.js'
import { readHostLine } from '../snapshot/index.js'
import { type ExitCode, exit } from './exit.js'
import type { Io } from './io.js'
import { judgeOf, type Standards } from './judge.js'
import { interrupted, judgeBatches, type Kind, type Working } from './judging.js'
import { type Line, sizeOfLine } from './ndjson.js'
import { internalError, type Judged, judged } from './pieces.js'
import { STDIN } from './sources.js'
import { exitCode } from './verdict.js'

/** What lines are answered with. */
export interface Answer {
  /** A result a line. */
  readonly text: string
  readonly count: number
  readonly code: ExitCode
  /** Where in the input a line is wrong: a result tells only its column, whatever shard the line stands in. */
  readonly remarks: readonly string[]
}

/** The lines of a stream, each answered by a line. */
export const answers: Kind<Line, Answer> = {
  asked: 'answerLines',
  here: (lines, standards) => {
    const judge = judgeOf(standards)
    return joined(lines.map((line) => answerTo(line, standards, judge)))
  },
  // What our own function returned came as it was.
  received: (answer) => answer as Answer,
  lost: (_, error) => problemAnswer(STDIN, internalError(error)),
  joined,
  sizeOf: sizeOfLine,
}

/** Writes the answers as they come; the exit code is that of all lines. */
export async function answerStream(
  lines: AsyncIterable<readonly Line[]>,
  working: Working,
  io: Io,
): Promise<ExitCode> {
  let code: ExitCode = exit.clean
  let count = 0
  const write = async (answer: Answer) => {
    io.stdout.write(answer.text)
    for (const remark of answer.remarks) io.stderr.write(`routeprint: ${forTerminal(remark)}\n`)
    await io.stdout.ready?.()
    code = worse(code, answer.code)
  }
  for await (const answer of judgeBatches(lines, answers, working)) {
    count += answer.count
    await write(answer)
  }
  if (working.signal?.aborted) await write(problemAnswer(STDIN, interrupted(count, 'line')))
  else if (count === 0) return exit.unchecked
  return code
}

function joined(parts: readonly Answer[]): Answer {
  return {
    text: parts.map(({ text }) => text).join(''),
    count: parts.reduce((sum, { count }) => sum + count, 0),
    code: parts.reduce<ExitCode>((code, part) => worse(code, part.code), exit.clean),
    remarks: parts.flatMap(({ remarks }) => remarks),
  }
}

/** The exit code of both together: a finding outweighs what could not be checked. */
function worse(a: ExitCode, b: ExitCode): ExitCode {
  return b === exit.findings || a === exit.clean ? b : a
}

function answerTo(
  { text, number }: Line,
  standards: Standards,
  judge: ReturnType<typeof judgeOf>,
): Answer {
  const { longestLine, failOn = 'warning' } = standards
  if (text === undefined) {
    const fault = `a line longer than the limit of ${longestLine} characters`
    return refused({ fault }, `${STDIN}:${number}`)
  }
  const read = readHostLine(text)
  if ('fault' in read)
    return refused(
      read,
      [STDIN, number, ...(read.column === undefined ? [] : [read.column])].join(':'),
    )
  const result = judged(read.host, judge)
  const code = 'problem' in result ? exit.unchecked : exitCode(modelOf([result], []), failOn)
  return answerOf(result, code)
}

function refused({ fault, name = STDIN }: { fault: string; name?: string }, place: string): Answer {
  return { ...problemAnswer(name, fault), remarks: [`${place}: ${fault}`] }
}

/** The answer where there is no host. */
function problemAnswer(path: string, message: string): Answer {
  return answerOf({ problem: { path, message } }, exit.unchecked)
}

function answerOf(result: Judged, code: ExitCode): Answer {
  return { text: `${toJson(result)}\n`, count: 1, code, remarks: [] }
}
