// Finds the rules that match a document without evaluating every rule. For each combination of values in a few common
// fields, the index computes once which parts of the queries remain to be tested. A clause that several rules share is
// tested only once.
import { words } from '../../mappings/fields/field.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { alertsDataset } from './datasets.ts'
import { fieldReader } from './query/field-reader.ts'
import { type Formula, given, never, type Predicate } from './query/formula.ts'

/** The properties of a rule that the index needs. */
export interface Selective {
  /** The position of the rule among all rules. */
  readonly order: number
  readonly datasets: readonly string[]
  readonly query: Formula
  /** The remaining test after the query holds. */
  readonly passes: Predicate
}

/** Fields with few values that many queries test. Fields that leave the fewest rules come first. */
const knownFields = words(`
  kibana.alert.rule.rule_id oauth.action event.action event.outcome event.category oauth.activity.kind
  oauth.activity.access oauth.activity.network_new oauth.app.first_party oauth.app.known_abused oauth.app.kind
  oauth.role.tier oauth.account.status oauth.account.linked_status oauth.account.network_new oauth.grant.app_only
`).map((name) => ({ name, values: fieldReader(name).values }))

/** The number of combinations of values that are kept; a hostile log may contain any number of combinations. */
const mostPlaces = 5_000

/** A rule and the part of its query that remains to be tested. */
interface Left<T> {
  readonly rule: T
  readonly query: Formula
}

/** A node for documents with the same values: the next field to read, or the remaining tests. */
interface Place<T> {
  readonly field: number
  readonly rules: readonly Left<T>[]
  readonly next: Map<unknown, Place<T>>
  branch?: Branch<T>
}

/** A node of rules with shared clauses: rules for which all clauses were tested, and nodes of further clauses. */
interface Branch<T> {
  readonly holds: Predicate
  readonly rules: T[]
  readonly branches: Map<string, Branch<T>>
}

/** The rules of a dataset with a query and filters that match a document, in their order. */
export type Select<T> = (document: object, dataset: string) => T[]

/** Builds the index of rules. The nodes are created when documents need them. */
export function indexRules<T extends Selective>(rules: readonly T[]): Select<T> {
  const places = new Map<string, Place<T>>()
  let count = 0

  function placeOf(dataset: string): Place<T> {
    const read = rules.filter(({ datasets }) => datasets.includes(dataset)).map((rule) => ({ rule, query: rule.query }))
    // An alert contains the datasets of its events.
    return toPlace(dataset === alertsDataset ? read : narrowed(read, 'event.dataset', { event: { dataset } }), 0)
  }

  return (document, dataset) => {
    let place = lookedUp(places, dataset, () => placeOf(dataset))
    for (let field = knownFields[place.field]; field !== undefined; field = knownFields[place.field]) {
      const key = keyOf(field.values(document))
      let next = place.next.get(key)
      if (next === undefined) {
        next = toPlace(narrowed(place.rules, field.name, document), place.field + 1)
        place.next.set(key, next)
        if (++count % mostPlaces === 0) places.clear()
      }
      place = next
    }
    const found: T[] = []
    place.branch ??= toBranch(place.rules)
    collect(place.branch, document, found)
    return found.length < 2 ? found : found.sort((a, b) => a.order - b.order)
  }
}

/** Returns a key: equal keys mean equal values. The text of a list begins with a bracket, other keys do not. */
function keyOf(values: readonly unknown[]): unknown {
  const [value] = values
  const isList = values.length !== 1 || isObject(value) || (typeof value === 'string' && value.startsWith('['))
  return isList ? JSON.stringify(values) : value
}

function narrowed<T>(rules: readonly Left<T>[], field: string, document: object): Left<T>[] {
  return rules
    .map(({ rule, query }) => ({ rule, query: given(query, field, document) }))
    .filter(({ query }) => query !== never)
}

/** Returns a node that reads the next field that a rule tests. After the last field, the node has the branches. */
function toPlace<T extends Selective>(rules: readonly Left<T>[], from: number): Place<T> {
  const tested = knownFields.findIndex(({ name }, i) => i >= from && rules.some(({ query }) => query.fields.has(name)))
  return { field: tested === -1 ? knownFields.length : tested, rules, next: new Map() }
}

/** Arranges rules in branches: clauses that most rules share come first, clauses that only exclude documents last. */
function toBranch<T extends Selective>(rules: readonly Left<T>[]): Branch<T> {
  const open = rules.map(({ query }) => {
    const clauses = query.kind === 'all' ? query.of : [query]
    return new Map(clauses.map((clause) => [clause.text, clause]))
  })
  const shared = new Map<string, number>()
  for (const clauses of open) for (const text of clauses.keys()) shared.set(text, (shared.get(text) ?? 0) + 1)
  const rank = ({ text, kind }: Formula) => (shared.get(text) as number) - (kind === 'none' ? rules.length : 0)
  const root: Branch<T> = { holds: () => true, rules: [], branches: new Map() }
  for (const [i, { rule }] of rules.entries()) {
    const clauses = [...(open[i] as Map<string, Formula>).values()]
    clauses.sort((a, b) => rank(b) - rank(a) || (a.text < b.text ? -1 : 1))
    let branch = root
    for (const { text, holds } of clauses)
      branch = lookedUp(branch.branches, text, () => ({ holds, rules: [], branches: new Map() }))
    branch.rules.push(rule)
  }
  return root
}

function collect<T extends Selective>(branch: Branch<T>, document: object, found: T[]): void {
  for (const rule of branch.rules) if (rule.passes(document)) found.push(rule)
  for (const next of branch.branches.values()) if (next.holds(document)) collect(next, document, found)
}
