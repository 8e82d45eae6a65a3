export type {
  Capture,
  Kind,
  LineAccount,
  LineRole,
  ParseResult,
  RecordOf,
  UnknownCapture,
} from './capture.js'
export type { Diagnostic, DiagnosticArgs, DiagnosticCode, Level } from './diagnostic.js'
export { message } from './diagnostic-texts.js'
export type {
  Analysis,
  Because,
  Finding,
  LanOverlap,
  Machine,
  Place,
  Policy,
  Remedy,
  Stolen,
  StolenPart,
  Waiver,
} from './finding.js'
export type {
  CaptureInput,
  Forwarding,
  Host,
  HostCapture,
  HostFacts,
  Role,
} from './host.js'
export type { Interface, InterfaceAddress } from './interface.js'
export type { Neighbor } from './neighbor.js'
export { type Platform, platforms } from './platform.js'
export type { PolicyRule, Setting } from './proof.js'
export type { Gateway, Route } from './route.js'
export type { FleetHost, Sighting } from './sighting.js'
export type { Span } from './span.js'
