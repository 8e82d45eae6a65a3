export { remedies } from './index.js'
export {
  type RemediedFinding,
  remedyScript,
  type ScriptOptions,
  type Shell,
} from './script.js'
export {
  type VerifyOptions,
  type VerifyPlan,
  type VerifyStep,
  verifyPlan,
} from './verify-plan.js'
