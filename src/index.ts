export { analyze } from './analyze/analyze.js'
export { analyzeFleet, type FleetAnalysis, type FleetFinding } from './analyze/analyze-fleet.js'
export type { FleetRule } from './analyze/fleet/fleet-rule.js'
export { type FleetRuleId, fleetRules } from './analyze/fleet/index.js'
export { readHost } from './analyze/read-host.js'
export { type LookupOptions, lookup } from './analyze/route-table.js'
export type { Need, Rule } from './analyze/rule.js'
export { type RuleId, rules } from './analyze/rules/index.js'
export { type Step, steps } from './analyze/steps.js'
export { stolen } from './analyze/stolen.js'
export { type Detection, detect } from './formats/detection.js'
export { flagNames } from './formats/flags/index.js'
export type { FormatId } from './formats/index.js'
export type { ParseOptions } from './formats/options.js'
export {
  lineRoles,
  parse,
  parseAddresses,
  parseArp,
  parseRoutes,
} from './formats/parse.js'
export { type Batch, type ChunkSource, readArp, readRoutes } from './formats/stream.js'
export type {
  Capture,
  Kind,
  LineAccount,
  LineRole,
  ParseResult,
  UnknownCapture,
} from './model/capture.js'
export { type Diagnostic, type DiagnosticCode, type Level, message } from './model/diagnostic.js'
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
} from './model/finding.js'
export type {
  CaptureInput,
  Forwarding,
  Host,
  HostCapture,
  HostFacts,
  Role,
} from './model/host.js'
export type { Interface, InterfaceAddress } from './model/interface.js'
export type { Neighbor } from './model/neighbor.js'
export { type Platform, platforms } from './model/platform.js'
export type { PolicyRule, Setting } from './model/proof.js'
export type { Gateway, Route } from './model/route.js'
export type { FleetHost, Sighting } from './model/sighting.js'
export type { Span } from './model/span.js'
export { remedies } from './remedies/index.js'
export {
  type RemediedFinding,
  remedyScript,
  type ScriptOptions,
  type Shell,
} from './remedies/script.js'
export {
  type VerifyOptions,
  type VerifyPlan,
  type VerifyStep,
  verifyPlan,
} from './remedies/verify-plan.js'
