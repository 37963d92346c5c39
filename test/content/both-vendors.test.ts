// The rule that counts the vendors of a person's consents.
import { expect, it } from 'vitest'
import { sampleText } from '../../pipeline/content-check/proof.ts'
import { processText } from '../../pipeline/content-check/samples.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import { entryAt } from '../rules/lib/evaluate/stream.ts'
import { product, rules } from '../support/product.ts'

const rule = rules.find(({ id }) => id === '28b0684d-4e5b-4638-8119-4127cb5cba13')
if (rule === undefined) throw new Error('the rule does not exist')

const consents = [
  'm365/consent-user-mail',
  'entra/audit-consent-user-mail',
  'google-workspace/token-authorize-mail',
].map((sample) => {
  const [first] = processText(sampleText(product.evidence, sample), 'log', product.chain)
  if (first?.ok !== true) throw new Error(sample)
  return first.document
})
const alertsOf = (...chosen: readonly [consent: number, tenant: string | undefined][]) => {
  const run = compileRules([rule], product.environment).start()
  const alerts = chosen.flatMap(([consent, tenant], i) => {
    const document = structuredClone(consents[consent]) as NonNullable<(typeof consents)[number]>
    document['@timestamp'] = new Date(i * 60_000).toISOString()
    document.event.id = `event-${i}`
    document.user = { ...document.user, email: 'mara.voss@northpier.example' }
    document.oauth = { ...document.oauth, grant: { ...document.oauth?.grant, tier_rank: 4 } }
    if (tenant === undefined) delete document.organization
    else document.organization = { id: tenant }
    return run.take({ ...entryAt(i, document, `event-${i}`), dataset: document.event.dataset ?? '' })
  })
  return [...alerts, ...run.end()].length
}

it('consents in two tenants or two logs of one vendor do not count as consents with both vendors', () => {
  expect(alertsOf([0, 'a'], [0, 'b'])).toBe(0)
  expect(alertsOf([0, 'a'], [1, 'b'])).toBe(0)
})

it('consents with both vendors count, even if the records contain no tenant', () => {
  expect(alertsOf([0, 'a'], [2, 'b'])).toBe(1)
  expect(alertsOf([1, undefined], [2, undefined])).toBe(1)
})
