import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { catalogOfRule } from '../../../rules/lib/check-query.ts'
import { compileRule } from '../../../rules/lib/compile-rule.ts'
import { compileRules, type Entry } from '../../../rules/lib/engine.ts'
import { exclusionsOf } from '../../../rules/lib/filters.ts'
import { alertCatalog, catalogOf, type FieldCatalog } from '../../../rules/lib/query/catalog.ts'
import { eventQueries } from '../../../rules/lib/query/eql/ast.ts'
import { eventFormula } from '../../../rules/lib/query/eql/evaluate.ts'
import { parseEql } from '../../../rules/lib/query/eql/parse.ts'
import { fieldReader } from '../../../rules/lib/query/field-reader.ts'
import { type Formula, join, type Predicate, testOf } from '../../../rules/lib/query/formula.ts'
import { kqlFormula } from '../../../rules/lib/query/kql/evaluate.ts'
import { parseKql } from '../../../rules/lib/query/kql/parse.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { indexRules, type Selective } from '../../../rules/lib/rule-index.ts'
import { rounds } from '../../support/deep.ts'
import { findingsOf, minute } from './evaluate/stream.ts'
import { anyDocument, ruleSet, type Vocabulary } from './generated-rules.ts'

interface Example extends Selective {
  readonly name: string
}

let asked: string[] = []
const clause = (member: string, value: string) =>
  testOf(`${member} is ${value}`, member, (document) => {
    asked.push(value)
    return fieldReader(member).values(document).includes(value)
  })
const rule = (order: number, clauses: Formula[], more: Partial<Example> = {}): Example => ({
  name: `rule ${order}`,
  order,
  datasets: ['o365.audit'],
  query: join('all', clauses),
  passes: () => true,
  ...more,
})
const names = (found: readonly Example[]) => found.map(({ name }) => name)

it('the index of rules evaluates a shared clause once, and nothing further if it does not match', () => {
  const shared = () => clause('outcome', 'success')
  const select = indexRules([
    rule(0, [clause('app', 'a'), shared()]),
    rule(1, [shared(), clause('app', 'b')]),
    rule(2, [shared()]),
  ])
  asked = []
  expect(names(select({ outcome: 'success', app: 'b' }, 'o365.audit'))).toEqual(['rule 1', 'rule 2'])
  expect(asked).toEqual(['success', 'a', 'b'])
  asked = []
  expect(select({ outcome: 'failure', app: 'b' }, 'o365.audit')).toEqual([])
  expect(asked).toEqual(['success'])
})

it('the index of rules tests a known field once for all documents with the same values', () => {
  const select = indexRules([rule(0, [clause('oauth.action', 'consent')])])
  const consents = (action: unknown) => select({ oauth: { action } }, 'o365.audit').length
  asked = []
  expect(['consent', 'consent', 'app_use', 'app_use', 'consent'].map(consents)).toEqual([1, 1, 0, 0, 1])
  expect(asked).toEqual(['consent', 'consent'])
  expect([['app_use', 'consent'], '["app_use","consent"]', []].map(consents)).toEqual([1, 0, 0])
})

it('the index of rules stays correct for a log with more values than the cache limit', () => {
  const select = indexRules([rule(0, [clause('event.action', 'add')])])
  const found = Array.from({ length: 12_000 }, (_, i) => {
    const action = i % 1_000 === 0 ? 'add' : `hostile ${i}`
    return select({ event: { action } }, 'o365.audit').length
  })
  expect(found.flatMap((count, i) => (count > 0 ? [i] : []))).toEqual(Array.from({ length: 12 }, (_, i) => i * 1_000))
})

it('the index of rules evaluates the filters of a rule last, and only if its clauses match', () => {
  let filtered = 0
  const passes = () => {
    filtered++
    return false
  }
  const select = indexRules([rule(0, [clause('app', 'a')], { passes })])
  expect(select({ app: 'b' }, 'o365.audit')).toEqual([])
  expect(filtered).toBe(0)
  expect(select({ app: 'a' }, 'o365.audit')).toEqual([])
  expect(filtered).toBe(1)
})

it('the index of rules distinguishes datasets, and accepts a rule with a repeated clause', () => {
  const twice = [clause('app', 'a'), clause('app', 'a')]
  const select = indexRules([rule(0, twice, { datasets: ['azure.auditlogs'] })])
  expect(names(select({ app: 'a' }, 'azure.auditlogs'))).toEqual(['rule 0'])
  expect(select({ app: 'a' }, 'o365.audit')).toEqual([])
})

const keyword = { type: 'keyword' } as const
const logs: Vocabulary = {
  datasets: ['o365.audit', 'azure.auditlogs'],
  fields: ['oauth.action', 'event.action', 'event.code', 'oauth.app.id', 'user.name'],
  catalog: catalogOf({
    'oauth.action': keyword,
    'event.action': keyword,
    'event.code': keyword,
    'oauth.app.id': keyword,
    'user.name': { type: 'keyword', list: true },
    'event.dataset': keyword,
  }),
}
const alerts: Vocabulary = {
  datasets: ['kibana.alerts'],
  fields: ['kibana.alert.rule.rule_id', 'event.action', 'service.id'],
  catalog: alertCatalog,
}

for (const [what, vocabulary] of Object.entries({ logs, alerts })) {
  const { catalog } = vocabulary
  const documents = fc.array(anyDocument(vocabulary), { minLength: 1, maxLength: 12 })

  it(`the index of rules finds exactly the rules with a matching query, in ${what}`, () => {
    fc.assert(
      fc.property(ruleSet(vocabulary), documents, (rules, stream) => {
        const engine = compileRules(rules, emptyEnvironment, catalog)
        const plain = rules.map((rule) => ({ rule, holds: plainly(rule, catalog) }))
        for (const each of stream)
          for (const dataset of vocabulary.datasets) {
            const document = { ...each, 'event.dataset': dataset }
            const wanted = plain.filter(({ rule, holds }) => reads(rule, dataset) && holds(document))
            expect(engine.match(document, dataset).map(({ name }) => name)).toEqual(wanted.map(({ rule }) => rule.name))
          }
      }),
      { numRuns: rounds(300) },
    )
  })

  it(`rules with the index raise the same alerts as each rule alone without an index, in ${what}`, () => {
    fc.assert(
      fc.property(ruleSet(vocabulary), documents, (rules, stream) => {
        const entries = stream.map((document, i): Entry => {
          const visible = (i + 1) * minute
          const dataset = vocabulary.datasets[i % 2] ?? 'kibana.alerts'
          const timed = { '@timestamp': new Date(visible).toISOString(), event: {}, ...document }
          const placed = { ...timed, 'event.dataset': dataset } as unknown as EcsDocument
          return { document: placed, id: `${i}`, dataset, visible }
        })
        const run = compileRules(rules, emptyEnvironment, catalog).start()
        const raised = [...entries.flatMap((entry) => run.take(entry)), ...run.end()]
        expect(raised.map(({ rule, events }) => `${rule.name}: ${events.map(({ _id }) => _id)}`).sort()).toEqual(
          rules.flatMap((rule) => raisedAlone(rule, entries, catalog)).sort(),
        )
      }),
      { numRuns: rounds(150) },
    )
  })
}

function reads(rule: Rule, dataset: string): boolean {
  return (rule.datasets as readonly string[]).includes(dataset)
}

/** Returns whether a rule selects a document, based on its original query and its filters. */
function plainly(rule: Rule, catalog: FieldCatalog): Predicate {
  const fields = catalogOfRule(rule, catalog)
  const exclusions = exclusionsOf(rule, emptyEnvironment)
  const queries = queriesOf(rule, fields)
  return (document) =>
    queries.some((holds) => holds(document)) && exclusions.every(({ found }) => found(document).length === 0)
}

function queriesOf(rule: Rule, fields: FieldCatalog): Predicate[] {
  if (rule.type === 'eql') {
    const parsed = parseEql(rule.query)
    return parsed.ok ? eventQueries(parsed.query).map((event) => eventFormula(event, fields).holds) : []
  }
  const parsed = parseKql(rule.query)
  return parsed.ok ? [kqlFormula(parsed.node, fields).holds] : []
}

/** Returns the alerts of a rule that receives only the documents it selects. */
function raisedAlone(rule: Rule, entries: readonly Entry[], catalog: FieldCatalog): string[] {
  const holds = plainly(rule, catalog)
  const first = new Map([...entries].reverse().map(({ dataset, visible }) => [dataset, visible]))
  const evaluator = compileRule(rule, emptyEnvironment, catalog).start({
    begin: (dataset) => first.get(dataset) ?? Number.POSITIVE_INFINITY,
  })
  const selected = entries.filter(({ document, dataset }) => reads(rule, dataset) && holds(document))
  return findingsOf(evaluator, selected).map((finding) => `${rule.name}: ${finding.entries.map(({ id }) => id)}`)
}
