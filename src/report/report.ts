import type { ReportModel } from './model.js'
import type { Threshold } from './order.js'

/** How a report is drawn; everything else about it follows from the model. */
export interface RenderOptions extends Threshold {
  /** Colours for a terminal. */
  readonly color: boolean
}

/** Text that goes to a file besides the report. */
export interface Besides {
  /** Variable of the environment that names the file; nothing is written where it is not set. */
  readonly variable: string
  readonly render: (model: ReportModel) => string
}

/** One form in which results are shown. A report is one file and one line in the list. */
export interface Report<Id extends string = string> {
  readonly id: Id
  /** A few words for lists: `for people, with the rows and the commands`. */
  readonly summary: string
  /** Ending of the file that it is written to, without the dot. */
  readonly extension: string
  readonly render: (model: ReportModel, options: RenderOptions) => string
  readonly besides?: Besides
  /** It shows the captured tables, so the model must hold them. */
  readonly showsTables?: true
}
