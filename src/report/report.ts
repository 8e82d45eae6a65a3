import type { ReportModel } from './model.js'

/** How a report is drawn; everything else about it follows from the model. */
export interface RenderOptions {
  /** Colours for a terminal. */
  readonly color: boolean
}

/** One form in which results are shown. A report is one file and one line in the list. */
export interface Report<Id extends string = string> {
  readonly id: Id
  /** A few words for lists: `for people, with the rows and the commands`. */
  readonly summary: string
  /** Ending of the file that it is written to, without the dot. */
  readonly extension: string
  readonly render: (model: ReportModel, options: RenderOptions) => string
}
