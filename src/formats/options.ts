import { isPlatform, type Platform, platforms } from '../model/platform.js'
import type { Format } from './format.js'
import { type FormatId, formatById, formats } from './index.js'
import type { ScanOptions } from './recognise.js'

/** What the caller knows of a text; everything is found from the text where it is not given. */
export interface ParseOptions {
  /** Prefer the formats of this system. */
  readonly platform?: Platform
  /** Read with this format, whatever the text looks like. */
  readonly format?: FormatId
  /** Path of the capture, for messages. */
  readonly file?: string
  /** The command line that printed the text. */
  readonly command?: string
}

/** Characters of a command line that formats look at. */
const LONGEST_COMMAND = 300

/** The options as the scanner takes them; throws a `RangeError` for an unknown platform or format. */
export function scanOptions({ platform, format, command }: ParseOptions): ScanOptions {
  if (platform !== undefined && !isPlatform(platform))
    throw new RangeError(`unknown platform "${platform}"; known are ${platforms.join(', ')}`)
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(format === undefined ? {} : { format: requireFormat(format) }),
    ...(command === undefined ? {} : { command: command.slice(0, LONGEST_COMMAND) }),
  }
}

function requireFormat(id: string): Format {
  const format = formatById(id)
  if (format !== undefined) return format
  throw new RangeError(
    `unknown format "${id}"; known are ${formats.map((one) => one.id).join(', ')}`,
  )
}
