export { type Decoded, type DecodeOptions, decode, isEncoding } from './decode.js'
export { defaultLimits, type Limits } from './limits.js'
export { captureOf, readSnapshot, type SnapshotOptions } from './read.js'
export type { Problem, Snapshot, SnapshotCapture, SnapshotHost } from './snapshot.js'
