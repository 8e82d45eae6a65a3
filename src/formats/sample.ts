import type { CellKind } from '../text/cell-kind.js'
import type { Row } from '../text/row.js'

/** Characters of a line that patterns look at: more than a row of any table has. */
const MOST_TEXT = 2000

/** One of the first lines of a text, as formats look at it to recognise their own. */
export class SampleLine {
  readonly text: string
  readonly cells: readonly string[]
  /** 0-based column of the first cell. */
  readonly indent: number
  private readonly shapes: readonly CellKind[]

  constructor(row: Row) {
    const cells: string[] = []
    const shapes: CellKind[] = []
    for (let i = 0; i < row.count; i++) {
      cells.push(row.cell(i))
      shapes.push(row.kind(i))
    }
    this.cells = cells
    this.shapes = shapes
    this.text = row.excerpt(MOST_TEXT)
    this.indent = row.column(0)
  }

  /** The line with one blank between its cells, as much of it as patterns look at. */
  get squeezed(): string {
    return this.cells.slice(0, MOST_TEXT).join(' ').slice(0, MOST_TEXT)
  }

  kind(index: number): CellKind {
    return this.shapes[index] ?? 'none'
  }

  /** True where the first cells have these kinds. */
  is(...kinds: readonly CellKind[]): boolean {
    return kinds.every((kind, index) => this.shapes[index] === kind)
  }

  /** True where all words stand among the cells, in this order, compared without case. */
  has(...words: readonly string[]): boolean {
    let at = 0
    for (const cell of this.cells)
      if (at < words.length && cell.toLowerCase() === words[at]?.toLowerCase()) at++
    return at === words.length
  }
}

/** The first lines of a text that are neither blank nor noise. */
export class Sample {
  readonly lines: readonly SampleLine[]
  /** The command line that stood before them or that the caller names. */
  readonly command: string | undefined
  private words: Set<string> | undefined

  constructor(lines: readonly SampleLine[], command?: string) {
    this.lines = lines
    this.command = command
  }

  /** The first line that has all these words in this order. */
  heading(...words: readonly string[]): SampleLine | undefined {
    return this.lines.find((line) => line.has(...words))
  }

  /** How many lines pass the test. */
  count(test: (line: SampleLine) => boolean): number {
    let count = 0
    for (const line of this.lines) if (test(line)) count++
    return count
  }

  /** The first line whose text matches. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    for (const line of this.lines) {
      const match = pattern.exec(line.text)
      if (match !== null) return match
    }
    return undefined
  }

  /** True where a cell is that word, compared without case. */
  hasWord(word: string): boolean {
    this.words ??= new Set(
      this.lines.flatMap((line) => line.cells.map((cell) => cell.toLowerCase())),
    )
    return this.words.has(word.toLowerCase())
  }
}
