// Every query that differs from an EQL query in one place: a clause, a step, a key, the end or the time span of a sequence.
import type { Condition, EqlQuery, EventQuery, SequenceQuery, Step } from '../query/eql/ast.ts'
import { expressionsOf, fieldRefs, leaves } from '../query/eql/ast.ts'
import { printEql } from '../query/eql/print.ts'
import type { Span } from '../query/problem.ts'
import type { QueryMutant } from './mutant.ts'

export function mutateEql(query: EqlQuery): QueryMutant[] {
  if (query.kind === 'event') return mutateEvent(query, (event) => event)
  return [...mutateSteps(query), ...mutateFrame(query)]
}

function mutant(change: QueryMutant['change'], span: Span, query: EqlQuery): QueryMutant {
  return { change, span, query: printEql(query) }
}

function mutateSteps(query: SequenceQuery): QueryMutant[] {
  const { steps, until } = query
  const inside = steps.flatMap((step, i) => {
    const put = (other: Step): SequenceQuery => ({ ...query, steps: steps.map((each, j) => (j === i ? other : each)) })
    const rest = steps.filter((_, j) => j !== i)
    const enough = rest.reduce((sum, { runs }) => sum + runs, 0) >= 2 && rest.some(({ missing }) => !missing)
    return [
      ...(enough ? [mutant('removed', step.span, { ...query, steps: rest })] : []),
      ...(step.runs > 1 ? [mutant('changed', step.span, put({ ...step, runs: step.runs - 1 }))] : []),
      ...mutateEvent(step.event, (event) => put({ ...step, event })),
    ]
  })
  if (until === undefined) return inside
  const { until: _, ...open } = query
  const put = (event: EventQuery): SequenceQuery => ({ ...query, until: { ...until, event } })
  return [...inside, mutant('removed', until.span, { ...open, until: undefined }), ...mutateEvent(until.event, put)]
}

/** Removes the keys one by one, and changes the time span to ten times and to a tenth of its length. */
function mutateFrame(query: SequenceQuery): QueryMutant[] {
  const keys = query.by.map((key, i) =>
    mutant('removed', key.span, { ...query, by: query.by.filter((_, j) => j !== i) }),
  )
  if (query.maxspan === undefined) return keys
  const { milliseconds } = query.maxspan
  const spans = [milliseconds * 10, Math.max(1, Math.floor(milliseconds / 10))].map((changed) =>
    mutant('changed', query.span, { ...query, maxspan: { milliseconds: changed, text: `${changed}ms` } }),
  )
  return [...keys, ...spans]
}

function mutateEvent(event: EventQuery, put: (event: EventQuery) => EqlQuery): QueryMutant[] {
  const wrap = (condition: Condition) => put({ ...event, condition })
  const { category, span } = event
  const word = { start: span.start, end: span.start + (category?.length ?? 0) }
  const open = category === undefined ? [] : [mutant('removed', word, put({ ...event, category: undefined }))]
  return [...open, ...walk(event.condition, wrap)]
}

function walk(condition: Condition, put: (condition: Condition) => EqlQuery): QueryMutant[] {
  const { span } = condition
  const negated = mutant('negated', span, put(opposite(condition)))
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.of.flatMap((operand, i) => {
        const without = condition.of.filter((_, j) => j !== i)
        const [only] = without
        const rest: Condition = without.length === 1 && only !== undefined ? only : { ...condition, of: without }
        const replace = (other: Condition) =>
          put({ ...condition, of: condition.of.map((each, j) => (j === i ? other : each)) })
        return [mutant('removed', operand.span, put(rest)), ...walk(operand, replace)]
      })
    case 'not':
      return [
        negated,
        ...walk(condition.of, (of) => put({ ...condition, of })).filter(({ change }) => change === 'removed'),
      ]
    case 'match': {
      if (condition.values.length === 1) return [negated]
      const fewer = condition.values.map((literal, i) =>
        mutant('removed', literal.span, put({ ...condition, values: condition.values.filter((_, j) => j !== i) })),
      )
      return [negated, ...fewer]
    }
    case 'truth':
      return leaves(condition).flatMap(expressionsOf).flatMap(fieldRefs).length === 0 ? [] : [negated]
    case 'compare':
      return [negated]
  }
}

/** Returns the opposite of a condition. The opposite never holds for a document without the field. */
function opposite(condition: Condition): Condition {
  return condition.kind === 'not' ? condition.of : { kind: 'not', of: condition, span: condition.span }
}
