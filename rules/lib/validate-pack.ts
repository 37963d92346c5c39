// Holds the lines of an import file against our schemas, and against each other.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { exceptionItemSchema, exceptionListSchema } from './exceptions.schema.ts'
import { validateKibanaRule } from './validate-kibana-rule.ts'

let compiled: { list: ValidateFunction; item: ValidateFunction } | undefined

/** Everything that Kibana would refuse of an import: one text for each finding. Rules come first, then lists, then items. */
export function checkPack(lines: readonly string[]): string[] {
  if (compiled === undefined) {
    const ajv = new Ajv2020({ allErrors: true, strict: true })
    compiled = { list: ajv.compile(exceptionListSchema), item: ajv.compile(exceptionItemSchema) }
  }
  const { list, item } = compiled
  const objects = lines.map((line) => JSON.parse(line) as JsonObject)
  const kinds = objects.map(kindOf)
  const order = kinds.every((kind, i) => i === 0 || kind >= (kinds[i - 1] as number))
    ? []
    : ['rules, lists and items are in the wrong order']
  const known = new Set(objects.filter((object) => kindOf(object) === 1).map(({ list_id }) => list_id))
  const findings = objects.flatMap((object, i) => {
    const at = `line ${i + 1}`
    switch (kinds[i]) {
      case 0:
        return [
          ...validateKibanaRule(object).map(({ path, message }) => `${at} ${path}: ${message}`),
          ...dangling(object, known, at),
        ]
      case 1:
        return errorsOf(list, object, at)
      default:
        return [
          ...errorsOf(item, object, at),
          ...(known.has(object.list_id) ? [] : [`${at}: there is no list ${object.list_id}`]),
        ]
    }
  })
  return [...order, ...findings]
}

function kindOf(object: JsonObject): 0 | 1 | 2 {
  return 'rule_id' in object ? 0 : 'entries' in object ? 2 : 1
}

function errorsOf(validate: ValidateFunction, object: JsonObject, at: string): string[] {
  return validate(object)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${at} ${instancePath}: ${message}`)
}

function dangling(rule: JsonObject, known: ReadonlySet<unknown>, at: string): string[] {
  const lists = Array.isArray(rule.exceptions_list) ? rule.exceptions_list.filter(isObject) : []
  return lists.filter(({ list_id }) => !known.has(list_id)).map(({ list_id }) => `${at}: there is no list ${list_id}`)
}
