// Runs rules over documents without a cluster: the same query, filters and severities that Kibana is given.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { fieldValues, splitPath } from '../../mappings/kernel/path.ts'
import { type Alert, toAlert } from './alert.ts'
import { checkRuleQuery } from './check-rules.ts'
import { enabledRules } from './emit.ts'
import { appField, approvedIds, echoField } from './filters.ts'
import { isPortable } from './portable.ts'
import { commonCatalogue, type FieldCatalogue } from './query/catalogue.ts'
import type { Node } from './query/kql/ast.ts'
import { compileKql, type Predicate } from './query/kql/evaluate.ts'
import { parseKql } from './query/kql/parse.ts'
import { lineAndColumn } from './query/problem.ts'
import { never, type Rule, ruleType } from './rule.ts'

export type { Alert } from './alert.ts'

export interface RuleEngine {
  /** The rules that alert on a document of a data set, in the order they were given. */
  match(document: object, dataset: string): Rule[]
  /** The alert of a rule on a stored document, with the severity of the environment; `id` is the document's `_id`. */
  toAlert(rule: Rule, document: EcsDocument, id: string): Alert
}

interface Compiled {
  readonly rule: Rule
  readonly order: number
  readonly holds: Predicate
}

/** Rules of one data set: those that need a certain `oauth.action`, by that action, and the others. */
interface Shelf {
  readonly byAction: Map<string, Compiled[]>
  readonly others: Compiled[]
}

const actionPath = splitPath('oauth.action')
const echoPath = splitPath(echoField)
const appPath = splitPath(appField)

/**
 * Compiles rules for a run. Throws when a query cannot be run against the catalogue: a rule that silently never
 * matches is worse than none. Hand in a catalogue with the vendors' fields when rules read them.
 */
export function compileRules(
  rules: readonly Rule[],
  environment: Environment = emptyEnvironment,
  catalogue: FieldCatalogue = commonCatalogue,
): RuleEngine {
  const shelves = new Map<string, Shelf>()
  for (const [order, rule] of enabledRules(rules, environment).entries()) {
    const node = parseRule(rule, catalogue)
    const compiled = { rule, order, holds: predicate(rule, node, environment, catalogue) }
    const actions = requiredActions(node)
    for (const dataset of rule.datasets) {
      const shelf = at(shelves, dataset, () => ({ byAction: new Map<string, Compiled[]>(), others: [] }))
      if (actions === undefined) shelf.others.push(compiled)
      else for (const action of actions) at(shelf.byAction, action, () => []).push(compiled)
    }
  }
  return {
    toAlert: (rule, document, id) => toAlert(rule, document, id, environment),
    match(document, dataset) {
      const shelf = shelves.get(dataset)
      if (shelf === undefined) return []
      const found = new Set(shelf.others.filter(({ holds }) => holds(document)))
      for (const action of fieldValues(document, actionPath))
        for (const compiled of shelf.byAction.get(String(action)) ?? [])
          if (compiled.holds(document)) found.add(compiled)
      return [...found].sort((a, b) => a.order - b.order).map(({ rule }) => rule)
    },
  }
}

function parseRule(rule: Rule, catalogue: FieldCatalogue): Node {
  const problems = checkRuleQuery(rule, catalogue)
  const parsed = parseKql(rule.query)
  if (parsed.ok && problems.length === 0) return parsed.node
  const lines = problems.map(({ code, span, message, hint }) => {
    const { line, column } = lineAndColumn(rule.query, span.start)
    return `${code} ${line}:${column} ${message}${hint === undefined ? '' : ` (${hint})`}`
  })
  throw new Error(`rule "${rule.name}" cannot be run: ${lines.join('; ')}`)
}

/** The query and the filters that the emitted rule has beside it. */
function predicate(rule: Rule, node: Node, environment: Environment, catalogue: FieldCatalogue): Predicate {
  const type = ruleType(rule)
  switch (type) {
    case 'query': {
      const holds = compileKql(node, catalogue)
      const approved = new Set<unknown>(approvedIds(rule, environment))
      const portable = isPortable(rule)
      return (document) =>
        holds(document) &&
        (portable || !fieldValues(document, echoPath).includes(true)) &&
        (approved.size === 0 || !fieldValues(document, appPath).some((id) => approved.has(id)))
    }
    default:
      return never(type)
  }
}

/** The values of `oauth.action` without which a query cannot hold; undefined when it can hold without any of a known few. */
export function requiredActions(node: Node): Set<string> | undefined {
  switch (node.kind) {
    case 'is':
      return node.field === 'oauth.action' ? new Set([node.value]) : undefined
    case 'and': {
      const sets = node.of.flatMap((operand) => requiredActions(operand) ?? [])
      return sets.sort((a, b) => a.size - b.size)[0]
    }
    case 'or': {
      const sets = node.of.map(requiredActions)
      return sets.includes(undefined) ? undefined : new Set(sets.flatMap((set) => [...(set ?? [])]))
    }
    default:
      return undefined
  }
}

function at<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
