import { expect, it } from 'vitest'
import { makeEvidenceStore } from '../../../pipeline/content-check/proof.ts'
import { testRules } from '../../../pipeline/content-check/rule-tests.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { exampleRule } from '../../rules/lib/example-rule.ts'
import { catalog, product, rules } from '../../support/product.ts'

async function run(change: object, mutations = true) {
  const rule = { ...exampleRule, ...change } as Rule
  const [result] = await testRules([{ file: 'rules/m365/example/rule.ts', value: rule }], {
    // A change is tried on all evidence of the store: samples are enough here.
    store: mutations ? makeEvidenceStore(product.samples, []) : product.evidence,
    chain: product.chain,
    catalog,
    environment: product.environment,
    pack: [...rules, rule],
    mutations,
  })
  return result
}

const tests = (match: string, noMatch: string) => ({ match: [{ sample: match }], noMatch: [{ sample: noMatch }] })

it('a rule test reports no unnoticed mutation if the evidence detects every change', async () => {
  const result = await run({
    query: 'oauth.action: "consent" and event.outcome: "failure"',
    tests: tests('m365/consent-failed-technically', 'm365/consent-user-mail'),
  })
  expect(result?.tests.map(({ failure }) => failure)).toEqual([undefined, undefined])
  // Six changes: each of two clauses is removed and negated, and two fields are lost.
  expect(result).toMatchObject({ changes: 6, unnoticed: [] })
})

it('a rule test reports a clause that no evidence needs, and a field with a loss that no evidence detects', async () => {
  const result = await run({
    query: 'oauth.action: "consent" and event.outcome: "failure" and not event.action: "nothing like it"',
    tests: tests('m365/consent-failed-technically', 'm365/consent-user-mail'),
  })
  expect(result?.unnoticed.map(({ code, level, path, message }) => [code, level, path, message])).toEqual([
    ['R011', 'warning', 'query:1:58', 'no evidence notices that "not event.action: \\"nothing like it\\"" is removed'],
    ['R011', 'warning', 'query', 'no evidence notices that the documents have lost event.action'],
  ])
})

it('a rule on alerts is tested alone, on the alerts of the other rules', async () => {
  const higher = product.rules.find(({ value }) => value.datasets.includes('kibana.alerts'))
  const result = await run({ ...higher?.value }, false)
  expect(result?.tests.length).toBeGreaterThan(1)
  expect(result?.tests.flatMap(({ failure }) => failure ?? [])).toEqual([])
})

it.each([
  [
    'a count',
    { type: 'threshold', threshold: { field: ['service.id'], value: 30 } },
    '1 of 30 documents with the same service.id within 9m, the range of a run',
  ],
  [
    'a history',
    { type: 'new_terms', newTermsFields: ['service.id'], historyWindowStart: 'now-14d' },
    /^history shorter than the window: \d+[sm] of 14d$/,
  ],
  [
    'the steps of a sequence',
    {
      type: 'eql',
      query:
        'sequence by user.id with maxspan=5m [any where oauth.action == "consent"] [any where oauth.action == "app_use"]',
    },
    'no sequence is complete: 1 document fits a step',
  ],
  [
    'a field, where the query finds nothing',
    { type: 'threshold', threshold: { field: [], value: 30 }, query: 'oauth.action: "app_use"' },
    /which field does the document lack\?$/,
  ],
])('a rule that does not match for lack of %s has that as the hint', async (_, change, hint) => {
  const evidence = tests('m365/consent-user-mail', 'm365/consent-blocked-risky')
  const result = await run({ query: 'oauth.action: "consent"', ...change, tests: evidence }, false)
  const found = result?.tests[0]?.failure
  expect([found?.code, found?.hint]).toEqual(['R004', typeof hint === 'string' ? hint : expect.stringMatching(hint)])
})

it('a failed rule test shows the record, the document, and the clause that did not match', async () => {
  const result = await run({
    query: 'oauth.action: "consent" and event.outcome: "failure"',
    tests: tests('m365/consent-user-mail', 'm365/consent-failed-technically'),
  })
  expect(result?.tests).toMatchObject([
    {
      failure: { code: 'R004' },
      documents: [
        {
          record: expect.stringContaining('"Consent to application."'),
          fields: { 'oauth.action': 'consent', 'event.outcome': 'success' },
          failed: ['event.outcome: "failure"'],
        },
      ],
    },
    { failure: { code: 'R005' }, documents: [{ failed: [] }] },
  ])
  // A rule that fails its tests must be corrected before its clauses are tried.
  expect(result?.changes).toBe(0)
})
