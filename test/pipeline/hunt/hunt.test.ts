import { expect, it } from 'vitest'
import type { Environment } from '../../../mappings/environment/environment.ts'
import { makeChain } from '../../../pipeline/chain.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { makeView } from '../../../pipeline/hunt/view/view.ts'
import bothVendorsRule from '../../../rules/cross/consent-with-both-vendors/rule.ts'
import { riskScores } from '../../../rules/lib/emit.ts'
import type { Step } from '../../../rules/lib/scenario.ts'
import { product, rules, scenarioOf, textsOf } from '../../support/product.ts'
import { runHunt } from '../../support/run-hunt.ts'

const { environment, evidence, mappings } = product

it('a hunt does not assume log coverage between the end of a log and a later inventory', async () => {
  const signIns: Step = { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'PT8H', times: 60 } }
  const mail: Step = { sample: 'm365/mail-items-accessed-bind', at: 'P30D' }
  const recorded = (steps: readonly Step[]) =>
    textsOf({ id: 'm365/rendered', title: 'Rendered', start: '2026-03-02T09:00:00Z', steps })
  const documentsOf = async (texts: readonly string[]) => (await runHunt(texts)).summary.documents
  // The inventory was taken weeks after the last sign-in.
  const inventory = sampleText(evidence, 'entra/inventory-service-principal-unverified')
  expect(await documentsOf([...recorded([signIns]), inventory])).toEqual({ 'azure.inventory': 1, 'o365.audit': 60 })
  expect(await documentsOf(recorded([signIns, mail]))).toEqual({ 'consentry.findings': 1, 'o365.audit': 61 })
})

it('a view that hides nothing shows every alert, including names that the record lacks', async () => {
  const { alerts, summary } = await runHunt([consent], {
    rules,
    nameAlert: (alert) => ({ ...alert, reason: 'with names' }),
    view: { see: () => {}, open: () => makeView({ minSeverity: 'low' }) },
  })
  expect(alerts.map(({ reason }) => reason.split(';')[0])).toContain('with names')
  expect(summary.view).toMatchObject({ hiddenAlerts: 0, hiddenDocuments: 0 })
})

it('a view of severe alerts shows them with the facts of the less severe alerts on their acts', async () => {
  const texts = textsOf(scenarioOf('cross/demo-attack'))
  const view = { see: () => {}, open: () => makeView({ minSeverity: 'high' }) }
  const all = (await runHunt(texts, { rules })).alerts
  const shown = (await runHunt(texts, { rules, view })).alerts
  expect(shown).toEqual(all.filter(({ severity }) => severity === 'high' || severity === 'critical'))
  expect(shown.flatMap(({ also = [] }) => also)).not.toEqual([])
})

it('the risk score of an alert and the severity of its rule follow the severity of the alert', async () => {
  const { alerts, summary } = await runHunt([sampleText(evidence, 'entra/risk-app-leaked-credential')], { rules })
  const { byRule } = summary.alerts
  expect(alerts.map(({ severity, risk_score }) => [severity, risk_score])).toEqual([['high', riskScores.high]])
  expect(byRule.map(({ severity }) => severity)).toEqual(['high'])
  expect(rules.find(({ id }) => id === byRule[0]?.id)?.severity).toBe('medium')
})

/** The entity store and the alerts after a hunt on these raw records, by default without tenants in the environment file. */
async function huntAll(texts: readonly string[], own: Environment['tenants'] = [], run = rules) {
  const alone = { ...environment, tenants: own }
  const { store, alerts, lines } = await runHunt(texts, {
    rules: run,
    environment: alone,
    chain: makeChain(mappings, alone),
  })
  const tenants = [...store.entities('apps')].map(({ id }) => id.tenant)
  return { alerts, documents: lines.map((line) => JSON.parse(line)), tenants: [...new Set(tenants)].sort() }
}

const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const other = '6c1d0e6a-7a41-4e0b-9d37-2f64b1a8c902'
const consent = sampleText(evidence, 'm365/consent-tenant-wide')
const withoutTenant = sampleText(evidence, 'm365/consent-user-mail').replace(`"OrganizationId": "${tenant}",`, '')

it('a record without a tenant belongs to the tenant of the other records of a hunt if there is only one', async () => {
  expect(withoutTenant).not.toContain('OrganizationId')
  const { documents, tenants } = await huntAll([consent, withoutTenant])
  expect(documents.map(({ organization }) => organization.id)).toEqual([tenant, tenant])
  expect(tenants).toEqual([tenant])
  expect((await huntAll([consent, consent.replaceAll(tenant, other), withoutTenant])).tenants).toEqual([
    '',
    tenant,
    other,
  ])
})

it('a hunt writes the annotation of a document that had no group for it', async () => {
  const joined = sampleText(evidence, 'google-workspace/group-enterprise-member-added')
  const member = 'build-cache@lattice-ops-1.iam.gserviceaccount.com'
  const { alerts, documents } = await huntAll([joined.replaceAll('buyer@partner.example', member)])
  expect(alerts).not.toEqual([])
  expect(documents.map(({ oauth }) => oauth?.act?.outside)).toEqual([true])
})

it('a record that is read with and without its tenant counts once', async () => {
  const withoutOwn = JSON.stringify({ ...JSON.parse(consent), OrganizationId: undefined })
  const alone = { ...environment, tenants: [] }
  const options = { environment: alone, chain: makeChain(mappings, alone) }
  const { summary } = await runHunt([withoutOwn, consent], options)
  expect(summary).toMatchObject({ documents: { 'o365.audit': 1 }, duplicates: 1, contradictions: { count: 0 } })
})

it('the rules of a hunt do not join records of two tenants, even if an application is in both', async () => {
  const step = (i: number) =>
    sampleText(evidence, 'm365/consent-user-mail').replaceAll(
      /("Id": "|"InterSystemsId": ")[0-9a-f]{8}/g,
      `$10000000${i}`,
    )
  const texts = [0, 1].map(step)
  const apart = [texts[0] as string, (texts[1] as string).replaceAll(tenant, other)]
  for (const alert of (await huntAll(apart)).alerts) expect(alert.organization?.id).toMatch(/^[56]c1d0e6a/)
  const eventsOf = async (all: readonly string[]) =>
    Math.max(...(await huntAll(all)).alerts.map(({ events }) => events.length))
  expect(await eventsOf(apart)).toBe(await eventsOf(apart.slice(0, 1)))
})

it('a rule that joins both vendors sees the tenants of the organization together, even if the records have a further tenant', async () => {
  const texts = textsOf(scenarioOf('cross/consents-with-both-vendors'))
  const own: Environment['tenants'] = [
    { id: tenant, vendor: 'microsoft' },
    { id: 'C02exmpl9', vendor: 'google' },
  ]
  const joining = rules.filter(({ id }) => id === bothVendorsRule.id)
  const isJoined = async (all: readonly string[], tenants: Environment['tenants']) =>
    (await huntAll(all, tenants, joining)).alerts.length > 0
  const several = [...texts, consent.replaceAll(tenant, other)]
  expect(await isJoined(texts, [])).toBe(true)
  expect(await isJoined(several, own)).toBe(true)
  expect(await isJoined(several, [])).toBe(false)
  const moved = texts.map((text) => text.replaceAll(tenant, other))
  expect(await isJoined([...moved, consent], own)).toBe(false)
})

it('an approval for one home tenant does not cover an application that a later record places in another', async () => {
  const signIn = sampleText(evidence, 'entra/signin-user-app').replaceAll('2026-03-11T09', '2026-03-13T09')
  const ownerTenant = '7c1d0e6a-7a41-4e0b-9d37-2f64b1a8c903'
  const id = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'
  const about = { reason: 'Needed', owner: 'it@northpier.example', expires: '2026-12-31' }
  const alertsWith = async (texts: readonly string[]) => {
    const approvedApps = [{ ...about, id, ownerTenant, tier: 'critical', uses: ['consent'] } as const]
    const { alerts } = await runHunt(texts, { rules, environment: { ...environment, approvedApps } })
    return alerts.map(({ rule }) => rule.name).filter((name) => name.includes('Consent'))
  }
  const userConsent = sampleText(evidence, 'm365/consent-user-mail')
  expect(await alertsWith([userConsent])).toEqual([])
  expect(await alertsWith([userConsent, signIn])).not.toEqual([])
  expect(await alertsWith([signIn, userConsent])).not.toEqual([])
})
