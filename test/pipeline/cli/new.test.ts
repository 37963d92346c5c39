import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { checkDashboards } from '../../../dashboards/lib/check-dashboards.ts'
import type { Dashboard } from '../../../dashboards/lib/dashboard.ts'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { unmappedFields } from '../../../mappings/lib/vendor-catalog.ts'
import { activityMapping } from '../../../mappings/vendors/google-workspace/activity.ts'
import { actsByDataset, fieldCatalog } from '../../../pipeline/catalog.ts'
import { makeChain } from '../../../pipeline/chain.ts'
import { layScaffold } from '../../../pipeline/cli/new.ts'
import { emitDashboardScaffold } from '../../../pipeline/cli/scaffold/dashboard.ts'
import { emitMappingScaffold } from '../../../pipeline/cli/scaffold/mapping.ts'
import { sampleOf } from '../../../pipeline/cli/scaffold/names.ts'
import { emitRuleScaffold } from '../../../pipeline/cli/scaffold/rule.ts'
import { emitSampleScaffold } from '../../../pipeline/cli/scaffold/sample.ts'
import { emitScenarioScaffold } from '../../../pipeline/cli/scaffold/scenario.ts'
import { loadProduct } from '../../../pipeline/content-check/check.ts'
import { requireCheckout } from '../../../pipeline/content-check/checkout.ts'
import { processText } from '../../../pipeline/content-check/golden.ts'
import { proveRules, sampleText } from '../../../pipeline/content-check/proof.ts'
import { checkActs } from '../../../rules/lib/check-acts.ts'
import { checkRules } from '../../../rules/lib/check-rules.ts'
import { explainRule } from '../../../rules/lib/explain.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { checkScenario, type Scenario } from '../../../rules/lib/scenario.ts'

const product = await loadProduct()
const catalog = fieldCatalog(product.mappings)
const acts = actsByDataset(product.mappings)
const known = { rules: product.rules, catalog }

/** The literal of an emitted content file: what the builder is called with. */
function literalOf<T>(text: string): T {
  const [, literal] = /export default \w+\((\{[\s\S]*\})\)\n$/.exec(text) ?? []
  return new Function(`return (${literal})`)() as T
}

const only = (scaffold: { files: readonly { path: string; text: string }[] }) =>
  scaffold.files[0] as { path: string; text: string }

describe('what `new` lays', () => {
  it('is a rule that is valid and proven, with an id of its own', async () => {
    const [one, two] = [1, 2].map(() => only(emitRuleScaffold('m365/strange-consent', {}, acts)))
    const value = literalOf<Rule>(one?.text ?? '')
    const contents = [{ file: one?.path ?? '', value }]
    expect(one?.path).toBe('rules/m365/strange-consent/rule.ts')
    expect([...checkRules(contents, catalog), ...checkActs(contents, acts)]).toEqual([])
    expect(await proveRules(contents, product.evidence, product.chain, catalog, product.environment)).toEqual([])
    expect(value.id).not.toBe(literalOf<Rule>(two?.text ?? '').id)
  })

  it('is a draft that reads every dataset of the vendor that carries the act of its sample', () => {
    const of = (...like: string[]) => literalOf<Rule>(only(emitRuleScaffold('m365/new', { like }, acts)).text)
    expect(of('m365/application-permission-requested', 'm365/application-updated-empty')).toMatchObject({
      state: 'draft',
      datasets: ['azure.auditlogs', 'o365.audit'],
    })
    expect(of('m365/page-viewed', 'm365/user-deleted').datasets).toEqual(['o365.audit'])
  })

  it('is a scenario that can be told, and a dashboard that can be built', () => {
    const scenario = only(emitScenarioScaffold('cross/long-night', { like: ['m365/consent-user-mail'] }, known))
    expect(checkScenario({ file: scenario.path, value: literalOf<Scenario>(scenario.text) })).toEqual([])
    const dashboard = only(emitDashboardScaffold('quiet-apps'))
    expect(checkDashboards([{ file: dashboard.path, value: literalOf<Dashboard>(dashboard.text) }], catalog)).toEqual(
      [],
    )
  })

  it('is a scenario in the folder of a rule, or in that of shared scenarios', () => {
    const path = (name: string) => only(emitScenarioScaffold(name, { like: ['m365/consent-user-mail'] }, known))
    expect(path('m365/owner-added/no-match/long-night')).toMatchObject({
      path: 'rules/m365/owner-added/no-match/long-night.scenario.ts',
      text: expect.stringMatching(/from '\.\.\/\.\.\/\.\.\/lib\/scenario\.ts'[\s\S]*id: 'm365\/long-night'/),
    })
    expect(path('m365/long-night').path).toBe('rules/m365/scenarios/long-night.scenario.ts')
    for (const name of [
      'm365/owner-added/matches/x',
      'm365/owner-added/match',
      'm365/owner-added/match/x/y',
      'm365/x/match/../y',
    ])
      expect(() => path(name)).toThrow(/VENDOR\/RULE\/match\/NAME/)
    expect(() => emitRuleScaffold('m365/scenarios', {}, acts)).toThrow(/rules\/<vendor>\/scenarios/)
  })

  it('is a scenario of samples that suit its rule, one for each step of a sequence', () => {
    const samples = (place: string) =>
      literalOf<Scenario>(only(emitScenarioScaffold(`${place}/no-match/near`, {}, known)).text).steps.map(
        ({ sample }) => sample,
      )
    const outcomes = (place: string) =>
      samples(place).map((ref) => processText(sampleText(product.evidence, ref), ref, product.chain)[0])
    const documents = (place: string) =>
      outcomes(place).map((outcome) => (outcome?.ok ? [outcome.dataset, outcome.document.oauth?.action] : []))
    expect(documents('google-workspace/domain-wide-delegation-granted')).toEqual([
      ['google_workspace.admin', 'delegation_grant'],
      ['google_workspace.admin', 'delegation_grant'],
    ])
    expect(documents('m365/owner-added').map(([, action]) => action)).toEqual(['owner_add', 'owner_add'])
    const rule = product.rules.find(({ file }) => file.includes('/risky-sign-in-then-application/'))?.value as Rule
    const explain = explainRule(rule, emptyEnvironment, catalog)
    const sequence = outcomes('cross/risky-sign-in-then-application')
    expect(
      sequence.map((outcome, i) => outcome?.ok && explain(outcome.document, outcome.dataset).query.parts[i]?.held),
    ).toEqual([true, true])
  })

  it('names the nearest sample of a scenario that names none', () => {
    expect(() => sampleText(product.evidence, 'google-workspace/token-autorize-mail')).toThrow(
      'there is no sample google-workspace/token-autorize-mail; did you mean "google-workspace/token-authorize-mail"?',
    )
  })

  it('is a sample like another one, with ids of its own', () => {
    const { path, text } = only(emitSampleScaffold('m365/other-consent', { like: ['m365/consent-user-mail'] }))
    expect(path).toBe('mappings/vendors/m365/samples/audit/other-consent.raw.json')
    expect(() => emitSampleScaffold('google-cloud/another-key', {})).toThrow(/gcp\.audit: google-cloud\//)
    const [mine] = processText(text, path, product.chain)
    const [theirs] = processText(
      product.evidence.samples.get('m365/consent-user-mail')?.text ?? '',
      path,
      product.chain,
    )
    expect(mine).toMatchObject({ ok: true, dataset: 'o365.audit' })
    expect(mine?.ok && mine.id).not.toBe(theirs?.ok && theirs.id)
  })

  it('is a mapping drafted from records, of which it takes names and no values', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'consentry-new-')), 'activities.ndjson')
    const activity = (name: string, parameters: object[]) => ({
      kind: 'admin#reports#activity',
      id: { time: '2026-03-11T09:14:27.000Z', uniqueQualifier: '1', applicationName: 'brand_new', customerId: 'C1' },
      actor: { email: 'secret.person@example.org' },
      events: [{ name, type: 'user_action', parameters }],
    })
    const records = [
      activity('create_thing', [
        { name: 'thing_id', value: 'secret value' },
        { name: 'size', intValue: '7' },
        { name: "evil'); process.exit(); ('", value: 'x' },
      ]),
      activity('view_thing', [{ name: 'tags', multiValue: ['secret value'] }]),
    ]
    writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    const [table, sample] = (await emitMappingScaffold('google-workspace/brand-new', { from: file })).files
    expect(table?.path).toBe('mappings/vendors/google-workspace/brand-new.mapping.ts')
    expect(`${table?.text}${sample?.text}`).not.toMatch(/secret|evil/)
    const mapping = activityMapping(literalOf(table?.text ?? ''))
    const chain = makeChain([mapping], emptyEnvironment)
    const outcomes = [sample?.text ?? '', JSON.stringify(records[1])].flatMap((text) => processText(text, 'new', chain))
    expect(outcomes).toMatchObject([
      { dataset: 'google_workspace.brand_new', document: { event: { type: ['creation'] } } },
      {
        dataset: 'google_workspace.brand_new',
        document: { google_workspace: { brand_new: { tags: ['secret value'] } } },
      },
    ])
    expect(
      outcomes.flatMap((outcome) => (outcome.ok ? unmappedFields(mapping, outcome.document) : ['failed'])),
    ).toEqual([])
  })

  it('is refused for a name that is none, and for a folder that there is not', () => {
    expect(() => emitRuleScaffold('m365/../../evil', {}, acts)).toThrow(/FOLDER\/NAME/)
    expect(() => emitRuleScaffold('m365/Evil Name', {}, acts)).toThrow(/lowercase letters/)
    expect(() => emitRuleScaffold('okta/rule', {}, acts)).toThrow(/m365, google-workspace/)
    expect(() => sampleOf('m365/consent-user-mail', [])).toThrow(/no golden file yet.*npm run generate/)
    expect(() => emitSampleScaffold('m365/x', { like: ['m365/consent-user-mial'] })).toThrow(
      /did you mean m365\/consent-user-mail/,
    )
  })
})

describe('laying', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'consentry-lay-'))
  })
  const scaffold = {
    files: [
      { path: 'rules/m365/a/rule.ts', text: 'new' },
      { path: 'b', text: 'new' },
    ],
    next: [],
  }

  it('never writes over a file, and then writes none of the others', async () => {
    writeFileSync(join(root, 'b'), 'old')
    await expect(layScaffold(scaffold, root)).rejects.toThrow('b already exists')
    expect(readFileSync(join(root, 'b'), 'utf8')).toBe('old')
    expect(() => readFileSync(join(root, 'rules/m365/a/rule.ts'))).toThrow('ENOENT')
  })

  it('wants a checkout', () => {
    expect(() => requireCheckout('new', root)).toThrow('new writes into a checkout')
  })
})
