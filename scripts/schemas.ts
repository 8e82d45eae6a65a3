import { toJsonSchema } from '@valibot/to-json-schema'
import { ruleIds } from '../src/analyze/policy.js'
import { configSchema, hostSchema } from '../src/snapshot/schema.js'

const SCHEMAS = { host: hostSchema, routeprint: configSchema }

/** Ajv, editors and yaml-language-server all read draft 7. */
const TARGET = 'draft-07'

/** The JSON Schemas that ship, by path. They check the shape; what only code can judge, as addresses, is told in words. */
export function schemaFiles(): Map<string, string> {
  const files = Object.entries(SCHEMAS).map(([name, schema]) => {
    // A check by code has no counterpart in JSON Schema: it is left to the program.
    const made = toJsonSchema(schema, {
      typeMode: 'input',
      errorMode: 'ignore',
      target: TARGET,
    })
    return [`schema/${name}.schema.json`, `${JSON.stringify(withRules(made), null, 2)}\n`] as const
  })
  return new Map(files)
}

/** The rules are a list of another folder: their ids are put where the manifest names rules. */
function withRules(schema: ReturnType<typeof toJsonSchema>): object {
  const { rules, waivers } = schema.properties ?? {}
  if (typeof rules !== 'object' || typeof waivers !== 'object') return schema
  const names = { type: 'string' as const, enum: [...ruleIds()] }
  const { items } = waivers
  if (typeof items !== 'object' || Array.isArray(items)) throw new Error('waivers have no items')
  const { rule } = items.properties ?? {}
  if (typeof rule !== 'object') throw new Error('waivers name no rule')
  const waiver = { ...items, properties: { ...items.properties, rule: { ...rule, ...names } } }
  return {
    ...schema,
    properties: {
      ...schema.properties,
      rules: { ...rules, propertyNames: names },
      waivers: { ...waivers, items: waiver },
    },
  }
}
