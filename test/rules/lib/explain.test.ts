import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { explainRule } from '../../../rules/lib/explain.ts'
import { commonCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { exampleRule } from './example-rule.ts'

const query = 'oauth.action: ("consent" or "app_use") and event.outcome: "success"'
const consent = { oauth: { action: 'consent' }, event: { outcome: 'success' } }

function explain(rule: Partial<Rule>, document: object = consent, dataset = 'o365.audit') {
  const whole = { ...exampleRule, query, ...rule } as Rule
  return explainRule(whole, emptyEnvironment, commonCatalog)(document, dataset)
}

it('the explanation of a rule writes a list of values after the name of its field', () => {
  expect(explain({}).query?.parts.map(({ text }) => text)).toEqual([
    'oauth.action: ("consent" or "app_use")',
    'event.outcome: "success"',
  ])
})

it.each(['not oauth.action: ("consent" or "app_use")', 'not (oauth.action: "consent" or oauth.action: ("app_use"))'])(
  'the explanation of a rule contains a clause up to its closing parenthesis: %s',
  (clause) => {
    const { query } = explain({ query: `${clause} and event.outcome: "success"` })
    expect(query.parts[0]?.text).toBe(clause)
  },
)

it('the explanation of a rule reports that an act in another dataset is excluded, and by which filter', () => {
  const duplicate = { ...consent, oauth: { ...consent.oauth, act: { duplicate: true } } }
  expect(explain({}, duplicate)).toMatchObject({
    verdict: 'excluded',
    excludedBy: [{ filter: 'not already seen in another dataset', field: 'oauth.act.duplicate', found: [true] }],
  })
})

it('the explanation of a counting rule lists its further requirements for a matching document', () => {
  const threshold = { field: ['user.id'] as const, value: 5 }
  expect(explain({ type: 'threshold', threshold })).toMatchObject({
    verdict: 'counts',
    needs: '5 such documents with the same user.id within the range of one run',
  })
  expect(explain({ type: 'new_terms', newTermsFields: ['oauth.app.id'], historyWindowStart: 'now-14d' })).toMatchObject(
    { verdict: 'counts', needs: 'oauth.app.id that no matching document has had since now-14d' },
  )
})

it('the explanation of a sequence covers each step', () => {
  const query = `sequence by user.id with maxspan=1h
      [any where oauth.action == "consent_block"] [any where oauth.action == "consent"]`
  expect(explain({ type: 'eql', query })).toMatchObject({
    verdict: 'counts',
    needs: 'the other steps of the sequence with the same user.id within 1h',
    query: { kind: 'any', parts: [{ held: false }, { held: true, text: 'oauth.action == "consent"' }] },
  })
})

it('the explanation of a rule gives no verdict for a document of an unread dataset', () => {
  expect(explain({}, consent, 'azure.auditlogs')).toMatchObject({ verdict: 'other_dataset', query: { held: true } })
})
