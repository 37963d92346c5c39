import { expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { fieldCatalog } from '../../../pipeline/catalog.ts'
import { loadMappings, makeChain } from '../../../pipeline/chain.ts'
import { loadSamples } from '../../../pipeline/content-check/samples.ts'
import { type DocumentExplanation, makeExplain } from '../../../pipeline/inspect/explain.ts'
import { nearestMiss } from '../../../rules/lib/explain.ts'
import { loadPack } from '../../../rules/lib/rule-folder.ts'
import { approval } from '../../rules/lib/example-rule.ts'

const mappings = await loadMappings()
const rules = (await loadPack()).map(({ value }) => value)
const catalog = fieldCatalog(mappings)
const texts = new Map(loadSamples().map(({ ref, text }) => [ref, text]))

function explain(text: string, environment: Environment = emptyEnvironment) {
  const chain = makeChain(mappings, environment)
  const run = makeExplain({ chain, rules, environment, catalog })
  return run({ delivery: { source: 'test', offset: '0' }, text })
}

function documentOf(text: string, environment?: Environment): DocumentExplanation {
  const [result] = explain(text, environment).natives[0]?.results ?? []
  if (result === undefined || !result.ok) throw new Error('no document')
  return result
}

const sample = (ref: string) => texts.get(ref) as string
const tenantWide = sample('m365/consent-tenant-wide')
const tenantWideRule = '96a62c3c-8c1b-4f0b-8ddd-9966783f1ddd'
const verdictOf = ({ rules }: DocumentExplanation, id: string) => rules.find((rule) => rule.id === id)

it('explain names the formats around a record, from the outermost to the innermost', () => {
  const record = JSON.stringify({ AuditData: tenantWide, RecordType: '8' })
  expect(explain(`{"result":${JSON.stringify(record)}}`).natives[0]?.formats.map(({ format }) => format)).toEqual([
    'Splunk result',
    'audit export row',
    'unified audit record',
  ])
})

it('explain shows the documents and IDs of the processing chain', () => {
  const chain = makeChain(mappings, emptyEnvironment)
  const { id, document } = documentOf(tenantWide)
  const record = JSON.parse(tenantWide)
  const delivery = { source: 'other', offset: '9' }
  const [outcome] = chain.process({ ok: true, kind: 'U', record, element: '', delivery })
  expect(outcome).toMatchObject({ ok: true, id })
  expect(JSON.stringify(document)).toBe(JSON.stringify(outcome?.ok && outcome.document))
})

it('explain lists the additions of the enrichment, with reasons', () => {
  const { facts } = documentOf(tenantWide)
  expect(facts.find(({ field }) => field === 'oauth.grant.tier')).toMatchObject({ value: 'high' })
  expect(facts.find(({ field }) => field === 'oauth.app.first_party')?.why).toContain('not among the vendor’s own')
})

it('explain shows the failing clause of every rule on the dataset, and the value in the document', () => {
  const explanation = documentOf(tenantWide)
  expect(verdictOf(explanation, tenantWideRule)?.verdict).toBe('match')
  const noMatch = verdictOf(explanation, '68af58a0-98fb-4169-849d-1e6c0dfdceb3')
  expect(noMatch?.verdict).toBe('no_match')
  expect(noMatch?.query && nearestMiss(noMatch.query)).toMatchObject([
    { text: 'oauth.grant.breadth: "user"', found: { 'oauth.grant.breadth': ['tenant'] } },
  ])
})

it('explain names the filter that excludes an approved application, and the rule that the environment disables', () => {
  const id = documentOf(tenantWide).fields.find(({ field }) => field === 'oauth.app.id')?.value as string
  const approved = { ...emptyEnvironment, approvedApps: [{ ...approval, id }] }
  const off = { ...emptyEnvironment, rules: { ...emptyEnvironment.rules, disabled: [tenantWideRule] } }
  expect(verdictOf(documentOf(tenantWide, approved), tenantWideRule)).toMatchObject({
    verdict: 'excluded',
    excludedBy: [{ field: 'oauth.app.id', found: [id] }],
  })
  expect(verdictOf(documentOf(tenantWide, off), tenantWideRule)?.verdict).toBe('disabled')
})

it('explain shows the reason for a missing document', () => {
  const { results } = explain('{"neither": "vendor"}').natives[0] ?? {}
  expect(results).toMatchObject([{ ok: false, code: 'format_unknown', meaning: 'no known format matches the value' }])
})
