// Runs the condition of an event over nested documents, as Elasticsearch would over the same documents indexed with our templates.
import { type FieldCatalog, resolveField } from '../catalog.ts'
import { type Explain, explainNode } from '../clause.ts'
import { fieldReader } from '../field-reader.ts'
import { type Formula, join, negate, never, testOf } from '../formula.ts'
import { type Condition, categoryField, conditionFields, type EqlQuery, type EventQuery, eventQueries } from './ast.ts'
import { indexedValues } from './expression.ts'
import { leafTest } from './leaf-test.ts'
import { printCondition } from './print.ts'

/**
 * Compiles an event query once. A rejected leaf is neither true nor false: run the checker before relying on a `not`.
 */
export function eventFormula({ category, condition }: EventQuery, catalog: FieldCatalog): Formula {
  const holds = conditionFormula(condition, catalog)
  if (category === undefined) return holds
  return join('all', [categoryTest(category), holds])
}

function categoryTest(category: string): Formula {
  const { some } = fieldReader(categoryField)
  return testOf(`eql ${category} where`, categoryField, (document) => some(document, (value) => value === category))
}

/**
 * Returns the formula that a condition is true, or that it is false. A leaf is neither if the document has no value.
 */
export function conditionFormula(condition: Condition, catalog: FieldCatalog, truth = true): Formula {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return join(
        (condition.kind === 'and') === truth ? 'all' : 'any',
        condition.of.map((operand) => conditionFormula(operand, catalog, truth)),
      )
    case 'not':
      return conditionFormula(condition.of, catalog, !truth)
    default: {
      const outcome = leafTest(condition, catalog)
      if (!outcome.ok) return never
      const { field, test } = outcome
      const text = `eql ${printCondition(condition)}`
      return truth
        ? testOf(text, field, (document) => test(document) === true)
        : negate(testOf(`${text} or null`, field, (document) => test(document) !== false))
    }
  }
}

/** A function that returns the result of each clause of an event query for a document. */
export function explainEvent(event: EventQuery, catalog: FieldCatalog): Explain {
  const explain = explainCondition(event.condition, catalog)
  const { category, span } = event
  if (category === undefined) return explain
  const word = { start: span.start, end: span.start + category.length }
  const first = explainNode({ kind: 'test', span: word }, [categoryField], categoryTest(category).holds)
  const { holds } = eventFormula(event, catalog)
  return (document) => {
    return { kind: 'all', span, held: holds(document), found: {}, parts: [first(document), explain(document)] }
  }
}

/** Explains each step of a sequence for a document: the document may match any step or none. */
export function explainEql(query: EqlQuery, catalog: FieldCatalog): Explain {
  const events = eventQueries(query).map((event) => explainEvent(event, catalog))
  const [only] = events
  if (only !== undefined && query.kind === 'event') return only
  const { span } = query
  return (document) => {
    const parts = events.map((explain) => explain(document))
    return { kind: 'any', span, held: parts.some(({ held }) => held), found: {}, parts }
  }
}

function explainCondition(condition: Condition, catalog: FieldCatalog): Explain {
  const { kind } = condition
  const operands = kind === 'and' || kind === 'or' ? condition.of : kind === 'not' ? [condition.of] : []
  return explainNode(condition, conditionFields(condition), conditionFormula(condition, catalog).holds, () =>
    operands.map((operand) => explainCondition(operand, catalog)),
  )
}

/** Returns the values of a join key in a document, as Elasticsearch indexes them; null if the document has no value. */
export function keyValues(
  name: string,
  catalog: FieldCatalog,
): (document: object) => (string | number | boolean | null)[] {
  const { values: valuesOf } = fieldReader(name)
  const resolved = resolveField(name, catalog)
  const type = resolved.kind === 'field' ? resolved.field.type : undefined
  return (document) => {
    const values = indexedValues(valuesOf(document), type)
    if (values.length === 0) return [null]
    return values.length === 1 ? values : [...new Set(values)]
  }
}
