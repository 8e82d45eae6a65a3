export { type Detection, detect } from './detection.js'
export { flagNames } from './flags/index.js'
export type { FormatId } from './index.js'
export type { ParseOptions } from './options.js'
export {
  lineRoles,
  parse,
  parseAddresses,
  parseArp,
  parseRoutes,
} from './parse.js'
export { type Batch, type ChunkSource, readArp, readRoutes } from './stream.js'
