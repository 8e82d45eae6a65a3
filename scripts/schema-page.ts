import { schemaFiles } from './schemas.js'

/** As much of JSON Schema as ours use. */
interface Schema {
  readonly type?: string
  readonly title?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

/** More words than this are a list that stands elsewhere. */
const MOST_WORDS = 16

/** The page of the JSON Schemas: every key with its type and meaning. */
export function schemaPage(): string {
  const parts = [...schemaFiles()].map(([path, text]) => {
    // The file is made by us from a schema, so it is one.
    const schema = JSON.parse(text) as Schema
    const rows = rowsOf(schema, '').map((cells) => `| ${cells.join(' | ')} |\n`)
    const head = `## ${schema.title}\n\n${schema.description} [${path}](../../${path})\n\n`
    return `${head}| key | type | meaning |\n| --- | --- | --- |\n${rows.join('')}`
  })
  return `# JSON Schemas

The files that are written by hand, \`host.json\` beside the captures of a host and \`routeprint.json\` beside the hosts, have
schemas, so that an editor completes and checks them. The package ships them as \`routeprint/schema/*.schema.json\`. Keys
that no schema names are refused. A key with a star must be there.

${parts.join('\n')}`
}

function rowsOf(schema: Schema, path: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, one]) => {
    const own = path === '' ? key : `${path}.${key}`
    const star = schema.required?.includes(key) ? ' *' : ''
    const row = [`\`${own}\`${star}`, typeOf(one), cell(one.description ?? '')]
    return [row, ...inner(one, own)]
  })
}

/** The keys of what a key holds: of an object, of the objects of a list, of one of several forms. */
function inner(schema: Schema, path: string): string[][] {
  if (schema.items !== undefined) return inner(schema.items, `${path}[]`)
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((one) => inner(one, path))
  return rowsOf(schema, path)
}

function typeOf(schema: Schema): string {
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ')
  if (schema.items !== undefined) return `list of ${typeOf(schema.items)}`
  if (schema.enum !== undefined) return wordsOf(schema.enum)
  if (typeof schema.additionalProperties === 'object')
    return `object: ${wordsOf(schema.propertyNames?.enum ?? [])} to ${typeOf(schema.additionalProperties)}`
  const { minimum, maximum } = schema
  const from = minimum === undefined ? '' : ` from ${minimum}`
  return `${schema.type}${from}${maximum === undefined ? '' : ` to ${maximum}`}`
}

function wordsOf(words: readonly string[]): string {
  if (words.length > MOST_WORDS) return 'one of [the rules](../rules/README.md)'
  return words.map((word) => `\`${word}\``).join(', ')
}

function cell(text: string): string {
  return text.replace(/[|*<>_]/g, '\\$&')
}
