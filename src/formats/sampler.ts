import { commandOf, isFileHead, isNoise, type PromptLine } from '../text/noise.js'
import { programs } from './detect.js'
import { PASTED_CELLS } from './pasted-cells.js'
import { Sample, SampleLine } from './sample.js'
import type { Source } from './source.js'

/** What a look ahead in a text shows. */
export interface Look {
  readonly sample: Sample
  /** The command line that stands before the sample. */
  readonly prompt: PromptLine | undefined
  /** Offset of the last line that may be a paste; -1 where none is. */
  readonly pasted: number
  /** The sample reaches to the end of the text or of the command's output. */
  readonly atEnd: boolean
}

/** Looks ahead in a text, to tell what it is before it is read. */
export class Sampler {
  private readonly source: Source
  private readonly command: string | undefined

  /** `command` is the command line that the caller names. */
  constructor(source: Source, command: string | undefined) {
    this.source = source
    this.command = command
  }

  /** The lines from an offset on that are neither blank nor noise, up to the next command. */
  look(from: number, most: number): Look {
    const { source } = this
    const row = source.ahead
    const lines: SampleLine[] = []
    let pasted = -1
    let prompt: PromptLine | undefined
    let at = from
    let atEnd = true
    while (at < source.text.length) {
      const start = at
      at = source.load(row, at)
      if (row.count === 0) continue
      const text = row.excerpt(300)
      const here = commandOf(row, programs())
      if (here !== undefined) {
        if (lines.length > 0) break
        prompt = here
        continue
      }
      if (isFileHead(row) && lines.length > 0) break
      if (isNoise(text)) continue
      if (row.count > PASTED_CELLS) pasted = start
      lines.push(new SampleLine(row))
      if (lines.length === most) {
        atEnd = false
        break
      }
    }
    const command = this.command ?? prompt?.command
    return { sample: new Sample(lines, command), prompt, pasted, atEnd }
  }
}
