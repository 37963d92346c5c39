// Validates the lines of an import file against our schemas and checks that the lines are consistent.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { schemaCheck } from '../../mappings/kernel/schema-check.ts'
import { exceptionItemSchema, exceptionListSchema } from './exceptions.schema.ts'
import { validateKibanaRule } from './validate-kibana-rule.ts'

const checks = [validateKibanaRule, schemaCheck(exceptionListSchema), schemaCheck(exceptionItemSchema)] as const

/** Returns what Kibana would reject in an import, one text for each finding. Line order: rules, lists, items. */
export function checkPack(lines: readonly string[]): string[] {
  const objects = lines.map((line) => JSON.parse(line) as JsonObject)
  const kinds = objects.map(kindOf)
  const order = kinds.every((kind, i) => i === 0 || kind >= (kinds[i - 1] as number))
    ? []
    : ['rules, lists and items are in the wrong order']
  const known = new Set(objects.filter((object) => kindOf(object) === 1).map(({ list_id }) => list_id))
  const findings = objects.flatMap((object, i) => {
    const at = `line ${i + 1}`
    const kind = kindOf(object)
    const refused = checks[kind](object).map(({ path, message }) => `${at} ${path}: ${message}`)
    if (kind === 0) return [...refused, ...dangling(object, known, at)]
    return kind === 2 && !known.has(object.list_id)
      ? [...refused, `${at}: there is no list ${object.list_id}`]
      : refused
  })
  return [...order, ...findings]
}

function kindOf(object: JsonObject): 0 | 1 | 2 {
  return 'rule_id' in object ? 0 : 'entries' in object ? 2 : 1
}

function dangling(rule: JsonObject, known: ReadonlySet<unknown>, at: string): string[] {
  const lists = Array.isArray(rule.exceptions_list) ? rule.exceptions_list.filter(isObject) : []
  return lists.filter(({ list_id }) => !known.has(list_id)).map(({ list_id }) => `${at}: there is no list ${list_id}`)
}
