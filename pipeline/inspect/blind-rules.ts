// The rules that an input could not trigger: clauses that no document met, and fields that no document contained.
import { lookedUp } from '../../mappings/kernel/looked-up.ts'
import { fieldValues, splitPath } from '../../mappings/kernel/path.ts'
import { catalogOfRule } from '../../rules/lib/check-query.ts'
import { parseEqlRule, parseRule } from '../../rules/lib/compile-rule.ts'
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { conditionFields, mustHappen } from '../../rules/lib/query/eql/ast.ts'
import { conditionFormula } from '../../rules/lib/query/eql/evaluate.ts'
import type { Predicate } from '../../rules/lib/query/formula.ts'
import { fieldsOf } from '../../rules/lib/query/kql/ast.ts'
import { kqlFormula } from '../../rules/lib/query/kql/evaluate.ts'
import type { Span } from '../../rules/lib/query/problem.ts'
import type { Rule } from '../../rules/lib/rule.ts'

export interface BlindRule {
  readonly id: string
  readonly name: string
  readonly datasets: readonly string[]
  /** The number of documents in the datasets of the rule. */
  readonly documents: number
  /** Required clauses that held for no document; at least one. */
  readonly neverHeld: readonly NeverHeld[]
}

interface NeverHeld {
  readonly text: string
  readonly fields: readonly string[]
  /** The fields of the clause that no document in the datasets of the rule contained. */
  readonly absent: readonly string[]
}

interface Clause {
  readonly text: string
  readonly holds: Predicate
  readonly fields: readonly string[]
}

class Watched {
  readonly rule: Rule
  documents = 0
  open: Clause[]
  absent: Map<string, readonly string[]>

  constructor(rule: Rule, catalog: FieldCatalog) {
    this.rule = rule
    this.open = clausesOf(rule, catalogOfRule(rule, catalog))
    this.absent = new Map(this.open.flatMap(({ fields: names }) => names.map((name) => [name, splitPath(name)])))
  }

  see(document: object): void {
    this.documents++
    // Both lists shrink fast: some early document meets most clauses.
    if (this.open.length > 0) this.open = this.open.filter(({ holds }) => !holds(document))
    for (const [field, path] of this.absent) if (fieldValues(document, path).length > 0) this.absent.delete(field)
  }

  result(): BlindRule {
    const { id, name, datasets } = this.rule
    const neverHeld = this.open.map(({ text, fields }) => ({
      text,
      fields,
      absent: fields.filter((field) => this.absent.has(field)),
    }))
    return { id, name, datasets, documents: this.documents, neverHeld }
  }
}

/** Returns the clauses of a rule that some document must meet; for a sequence, the clauses of each step. */
function clausesOf(rule: Rule, catalog: FieldCatalog): Clause[] {
  const words = (span: Span, names: readonly string[]): string => {
    const text = rule.query.slice(span.start, span.end).replace(/\s+/g, ' ')
    const [only] = names
    return only === undefined || names.length > 1 || text.includes(only) ? text : `${only}: (${text})`
  }
  if (rule.type === 'eql')
    return mustHappen(parseEqlRule(rule, catalog))
      .flatMap(({ condition }) => (condition.kind === 'and' ? condition.of : [condition]))
      .map((part) => {
        const fields = conditionFields(part)
        return { text: words(part.span, fields), holds: conditionFormula(part, catalog).holds, fields }
      })
  const node = parseRule(rule, catalog)
  return (node.kind === 'and' ? node.of : [node]).map((part) => {
    const fields = fieldsOf(part)
    return { text: words(part.span, fields), holds: kqlFormula(part, catalog).holds, fields }
  })
}

export interface RuleWatch {
  see(document: object, dataset: string): void
  /** Returns the rules with a clause that held for no document, sorted by name. Includes rules without documents. */
  blind(): BlindRule[]
}

/** Watches rules. Throws when a query cannot be run. */
export function watchRules(rules: readonly Rule[], catalog: FieldCatalog): RuleWatch {
  const watched = rules.map((rule) => new Watched(rule, catalog))
  const byDataset = new Map<string, Watched[]>()
  for (const entry of watched)
    for (const dataset of entry.rule.datasets) lookedUp(byDataset, dataset, () => []).push(entry)
  return {
    see(document, dataset) {
      for (const entry of byDataset.get(dataset) ?? []) entry.see(document)
    },
    blind: () =>
      watched
        .map((entry) => entry.result())
        .filter(({ neverHeld }) => neverHeld.length > 0)
        .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}
