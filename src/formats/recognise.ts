import type { Platform } from '../model/platform.js'
import type { PromptLine } from '../text/noise.js'
import type { Row } from '../text/row.js'
import { type Candidate, candidates, type Hints } from './detect.js'
import type { Format } from './format.js'
import { loadJoined } from './joined.js'
import { openedBy } from './known-openings.js'
import { pastedFormats } from './pasted.js'
import { Sampler } from './sampler.js'
import type { Source } from './source.js'
import { chooseByTrial, isDamage, readAhead } from './trial.js'

/** What the caller knows of the text. */
export interface ScanOptions {
  readonly platform?: Platform
  readonly format?: Format
  readonly command?: string
  /** Rows that the format's reader sees before those that are like one before are read without it. */
  readonly firstRows?: number
}

/** What a text may be from some line on. */
export interface Recognised {
  /** The one to read it with first; empty where nothing fits. */
  readonly list: readonly Candidate[]
  /** The command line that stands before it. */
  readonly prompt: PromptLine | undefined
}

/** A line of a text. */
export interface LinePlace {
  readonly at: number
  readonly line: number
}

/** Lines that are looked at to recognise a format, and how far to go on where the first do not tell. */
const WINDOWS = [16, 160, 1600] as const
/** Lines that are looked at where another command's output may begin in the middle of a text. */
const PEEK = 12

/** Tells what the outputs in a text are, without reading them. */
export class Recogniser {
  private readonly source: Source
  private readonly options: ScanOptions
  private readonly sampler: Sampler

  constructor(source: Source, options: ScanOptions) {
    this.source = source
    this.options = options
    this.sampler = new Sampler(source, options.command)
  }

  /** What the text from a line on may be, looking as far as need be. */
  recognise(place: LinePlace): Recognised {
    return this.opened(place) ?? this.search(place)
  }

  /** A heading or a first row that only one command prints decides at once. */
  private opened({ at }: LinePlace): Recognised | undefined {
    const { source, options } = this
    const opened = openedBy(source.between, source.text, at)
    if (opened === undefined) return undefined
    const { format, reason, isHeading } = opened
    if (options.platform !== undefined && options.platform !== format.platform) return undefined
    if (isHeading && at === source.start) source.expectNoPeel()
    // The first row may lack a mark that the other lines carry.
    if (!isHeading && source.peel !== undefined) return undefined
    const prompt = options.command === undefined ? opened.prompt : { command: options.command }
    return { list: [{ format, score: 1, reasons: [reason] }], prompt }
  }

  /** What the first lines may be, by what all formats make of them. */
  search(place: LinePlace): Recognised {
    let prompt: PromptLine | undefined
    for (const most of WINDOWS) {
      const look = this.sampler.look(place.at, most)
      prompt = this.options.command === undefined ? look.prompt : { command: this.options.command }
      const hints = this.hints(look.sample.command)
      const list = this.ordered(candidates(look.sample, hints), place)
      if (list.length > 0) return { list, prompt }
      if (look.pasted >= 0) {
        this.source.load(this.source.ahead, look.pasted)
        const pastes = pastedFormats(this.source.ahead, hints)
        if (pastes.length > 0) return { list: pastes, prompt }
      }
      if (look.atEnd) break
    }
    return { list: [], prompt }
  }

  /** Loads the whole text as one row of cells and says what tables it may be, for pastes with one cell a line. */
  recogniseJoined(row: Row): readonly Candidate[] {
    return loadJoined(row, this.source.text) ? pastedFormats(row, this.hints(undefined)) : []
  }

  /** True where another format's output begins at a line that this one refuses. */
  beginsOther(format: Format, place: LinePlace): boolean {
    const { sample } = this.sampler.look(place.at, PEEK)
    const [other] = candidates(sample, this.hints(undefined))
    if (other === undefined || other.format === format) return false
    const ahead = { ...place, source: this.source, row: this.source.ahead }
    const read = readAhead(other.format, ahead)
    if (read.first !== place.at) return false
    return read.opensWith === 'heading' || !isDamage({ format, other: other.format, read, ahead })
  }

  private ordered(list: readonly Candidate[], place: LinePlace): readonly Candidate[] {
    if (list.length < 2) return list
    const chosen = chooseByTrial(list, { ...place, source: this.source, row: this.source.ahead })
    return [...list].sort((a, b) => Number(b.format === chosen) - Number(a.format === chosen))
  }

  private hints(command: string | undefined): Hints {
    const { platform } = this.options
    return {
      ...(platform === undefined ? {} : { platform }),
      ...(command === undefined ? {} : { command }),
    }
  }
}
