// Finds the rules that select a document without asking each of them: by the dataset, by a value that they cannot do
// without, and then clause by clause, where a clause that several rules share is tested once for all of them. The dataset
// and the value only narrow down the rules: every clause of a rule is tested before the rule is handed out.
import { type FieldReader, fieldReader } from './query/field-reader.ts'
import type { Predicate } from './query/kql/evaluate.ts'
import { texts } from './query/kql/value-test.ts'

/** One of the clauses that all have to hold for a query. */
export interface SharedClause {
  /** Equal keys, equal clauses. */
  readonly key: string
  /** Whether it only leaves out documents. Such a clause holds for nearly all of them. */
  readonly excludes: boolean
  readonly compile: () => Predicate
}

/** What the index needs to know of a rule. */
export interface Selective {
  /** Its place among all rules. */
  readonly order: number
  readonly datasets: readonly string[]
  /** The clauses for documents of a dataset; undefined where no document of it can match. */
  readonly clauses: (dataset: string) => readonly SharedClause[] | undefined
  /** The values of a field without one of which it selects nothing; undefined when it may do without. */
  readonly required: (field: string) => ReadonlySet<string> | undefined
  /** What is left to ask when every clause holds. */
  readonly passes: Predicate
}

/** A node of rules with shared clauses: the rules with all clauses tested, and the nodes of further clauses. */
interface Branch<T> {
  readonly holds: Predicate
  readonly rules: T[]
  readonly branches: Map<string, Branch<T>>
}

/** Rules of one dataset: those that need a certain value of a field, by that value, and the others. */
interface Shelf<T> {
  readonly byField: readonly { readonly values: FieldReader['values']; readonly byValue: Map<string, Branch<T>> }[]
  readonly others: Branch<T>
}

/** Fields that distinguish documents well and that nearly every query tests. */
const indexedFields = ['oauth.action', 'event.action', 'event.code', 'kibana.alert.rule.rule_id'] as const

/** The rules of a dataset with clauses and filters that match a document, in their order. */
export type Select<T> = (document: object, dataset: string) => T[]

/** Builds the index of rules, for each dataset when its first document comes. */
export function indexRules<T extends Selective>(rules: readonly T[]): Select<T> {
  const shelves = new Map<string, Shelf<T>>()
  return (document, dataset) => {
    const shelf = shelves.get(dataset) ?? toShelf(toPlaced(rules, dataset))
    shelves.set(dataset, shelf)
    return selectFrom(shelf, document)
  }
}

/** A rule with its clauses for one dataset. */
interface Placed<T> {
  readonly rule: T
  readonly clauses: readonly SharedClause[]
}

function toPlaced<T extends Selective>(rules: readonly T[], dataset: string): Placed<T>[] {
  return rules.flatMap((rule) => {
    const clauses = rule.datasets.includes(dataset) ? rule.clauses(dataset) : undefined
    return clauses === undefined ? [] : [{ rule, clauses }]
  })
}

function toShelf<T extends Selective>(rules: readonly Placed<T>[]): Shelf<T> {
  const others: Placed<T>[] = []
  const found = indexedFields.map(() => new Map<string, Placed<T>[]>())
  for (const placed of rules) {
    const keys = bestKeys(placed.rule)
    if (keys === undefined) others.push(placed)
    else for (const value of keys.values) listAt(found[keys.field] as Map<string, Placed<T>[]>, value).push(placed)
  }
  return {
    byField: indexedFields.flatMap((field, i) => {
      const byValue = [...(found[i] as Map<string, Placed<T>[]>)].map(
        ([value, those]) => [value, toBranch(those)] as const,
      )
      return byValue.length === 0 ? [] : [{ values: fieldReader(field).values, byValue: new Map(byValue) }]
    }),
    others: toBranch(others),
  }
}

/** The field under which a rule is found with the fewest values. */
function bestKeys({ required }: Selective): { field: number; values: ReadonlySet<string> } | undefined {
  const found = indexedFields.flatMap((name, field) => {
    const values = required(name)
    return values === undefined ? [] : [{ field, values }]
  })
  return found.sort((a, b) => a.values.size - b.values.size || a.field - b.field)[0]
}

/** The rules as branches. A clause that only leaves out documents comes last; of the others, that which most rules have comes first. */
function toBranch<T extends Selective>(rules: readonly Placed<T>[]): Branch<T> {
  const open = rules.map(({ clauses }) => new Map(clauses.map((clause) => [clause.key, clause])))
  const shared = new Map<string, number>()
  for (const clauses of open) for (const key of clauses.keys()) shared.set(key, (shared.get(key) ?? 0) + 1)
  const rank = ({ key, excludes }: SharedClause) => (shared.get(key) as number) - (excludes ? rules.length : 0)
  const root: Branch<T> = { holds: () => true, rules: [], branches: new Map() }
  for (const [i, { rule }] of rules.entries()) {
    const clauses = [...(open[i] as Map<string, SharedClause>).values()]
    clauses.sort((a, b) => rank(b) - rank(a) || (a.key < b.key ? -1 : 1))
    let branch = root
    for (const { key, compile } of clauses) {
      const next = branch.branches.get(key) ?? { holds: compile(), rules: [], branches: new Map() }
      branch.branches.set(key, next)
      branch = next
    }
    branch.rules.push(rule)
  }
  return root
}

function selectFrom<T extends Selective>({ byField, others }: Shelf<T>, document: object): T[] {
  const found: T[] = []
  collect(others, document, found)
  for (const { values, byValue } of byField)
    for (const value of values(document))
      for (const text of texts(value)) {
        const branch = byValue.get(text)
        if (branch !== undefined) collect(branch, document, found)
      }
  return found.length < 2 ? found : [...new Set(found)].sort((a, b) => a.order - b.order)
}

function collect<T extends Selective>(branch: Branch<T>, document: object, found: T[]): void {
  for (const rule of branch.rules) if (rule.passes(document)) found.push(rule)
  for (const next of branch.branches.values()) if (next.holds(document)) collect(next, document, found)
}

function listAt<T>(map: Map<string, T[]>, key: string): T[] {
  const found = map.get(key) ?? []
  map.set(key, found)
  return found
}
