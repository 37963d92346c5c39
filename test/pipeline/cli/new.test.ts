import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkDashboards } from '../../../dashboards/lib/check-dashboards.ts'
import type { Dashboard } from '../../../dashboards/lib/dashboard.ts'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { Content } from '../../../mappings/kernel/discover.ts'
import { unmappedFields } from '../../../mappings/lib/vendor-catalog.ts'
import { activityMapping } from '../../../mappings/vendors/google-workspace/activity.ts'
import { actsByDataset } from '../../../pipeline/catalog.ts'
import { makeChain } from '../../../pipeline/chain.ts'
import { layScaffold } from '../../../pipeline/cli/new.ts'
import { emitDashboardScaffold } from '../../../pipeline/cli/scaffold/dashboard.ts'
import { emitMappingScaffold } from '../../../pipeline/cli/scaffold/mapping.ts'
import { type Known, type KnownSample, knownSamples, sampleOf } from '../../../pipeline/cli/scaffold/names.ts'
import { emitRuleScaffold } from '../../../pipeline/cli/scaffold/rule.ts'
import { emitSampleScaffold } from '../../../pipeline/cli/scaffold/sample.ts'
import { emitScenarioScaffold } from '../../../pipeline/cli/scaffold/scenario.ts'
import { requireCheckout } from '../../../pipeline/content-check/checkout.ts'
import { makeEvidenceStore, proveRules, sampleText } from '../../../pipeline/content-check/proof.ts'
import { processText } from '../../../pipeline/content-check/samples.ts'
import { checkActs } from '../../../rules/lib/check-acts.ts'
import { checkRules } from '../../../rules/lib/check-rules.ts'
import { explainRule } from '../../../rules/lib/explain.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { checkPlaces, withOwnScenarios } from '../../../rules/lib/rule-folder.ts'
import { checkScenario, identified, type ScenarioFile } from '../../../rules/lib/scenario.ts'
import { commandBench } from '../../support/command-bench.ts'
import { catalog, product } from '../../support/product.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const acts = actsByDataset(product.mappings)
const known: Known = {
  samples: knownSamples(),
  rules: product.rules,
  dashboards: product.dashboards.length,
  catalog,
  acts,
}

/** Returns the literal of an emitted content file, which is the argument of the builder. */
function literalOf<T>(text: string): T {
  const [, literal] = /export default \w+\((\{[\s\S]*\})\)\n$/.exec(text) ?? []
  return new Function(`return (${literal})`)() as T
}

const folder = temporaryFolder()
const only = (scaffold: { files: readonly { path: string; text: string }[] }) =>
  scaffold.files[0] as { path: string; text: string }

it.each(['own/q', 'entra/q', 'own/strange-consent', 'own/a-1'])(
  'the rule that `new` creates as %s has a name that the check accepts, also if another rule has the same name',
  (name) => {
    const own = name.startsWith('own') ? { content: 'own' } : {}
    const contentOf = (rules: Known['rules']) => {
      const { path, text } = only(emitRuleScaffold(name, own, { ...known, rules }))
      return { file: path, value: name.startsWith('own') ? (JSON.parse(text) as Rule) : literalOf<Rule>(text) }
    }
    const first = contentOf([])
    const other = { ...first, file: 'other/rule.json' }
    expect(checkRules([first, contentOf([other])], catalog)).toEqual([])
  },
)

it('the files that `new` creates include a valid and proven rule with its own ID', async () => {
  const [one, two] = [1, 2].map(() => only(emitRuleScaffold('m365/strange-consent', {}, known)))
  const value = literalOf<Rule>(one?.text ?? '')
  const contents = [{ file: one?.path ?? '', value }]
  expect(one?.path).toBe('rules/m365/strange-consent/rule.ts')
  expect([...checkRules(contents, catalog), ...checkActs(contents, acts)]).toEqual([])
  expect(await proveRules(contents, product.evidence, product.chain, catalog, product.environment)).toEqual([])
  expect(value.id).not.toBe(literalOf<Rule>(two?.text ?? '').id)
  expect(value.name).toBe('Microsoft 365 Strange Consent')
})

it('the files that `new` creates include a draft that reads every dataset of the vendor with the act of its sample', () => {
  const of = (...like: string[]) => literalOf<Rule>(only(emitRuleScaffold('m365/new', { like }, known)).text)
  expect(of('m365/application-permission-requested', 'm365/application-updated-empty')).toMatchObject({
    state: 'draft',
    datasets: ['azure.auditlogs', 'o365.audit'],
  })
  expect(of('m365/page-viewed', 'm365/user-deleted').datasets).toEqual(['o365.audit'])
  expect(of('m365/mail-items-accessed-bind', 'm365/user-deleted')).toMatchObject({
    query: 'oauth.action: "app_use" and oauth.activity.kind: "mail" and oauth.activity.access: "read"',
  })
})

it('the files that `new` creates include a scenario that can be rendered and a dashboard that can be built', () => {
  const scenario = only(emitScenarioScaffold('cross/long-night', { like: ['m365/consent-user-mail'] }, known))
  expect(checkScenario({ file: scenario.path, value: literalOf<ScenarioFile>(scenario.text) })).toEqual([])
  const dashboard = only(emitDashboardScaffold('quiet-apps', {}, known))
  expect(checkDashboards([{ file: dashboard.path, value: literalOf<Dashboard>(dashboard.text) }], catalog)).toEqual([])
})

it('the files that `new` creates place a scenario in the folder of its rule or in the folder of shared scenarios', () => {
  const path = (name: string) => only(emitScenarioScaffold(name, { like: ['m365/consent-user-mail'] }, known))
  expect(path('m365/owner-added/no-match/long-night')).toMatchObject({
    path: 'rules/m365/owner-added/no-match/long-night.scenario.ts',
    text: expect.stringMatching(/from '\.\.\/\.\.\/\.\.\/lib\/scenario\.ts'/),
  })
  expect(path('m365/long-night').path).toBe('rules/m365/scenarios/long-night.scenario.ts')
  for (const name of [
    'm365/owner-added/matches/x',
    'm365/owner-added/match',
    'm365/owner-added/match/x/y',
    'm365/x/match/../y',
  ])
    expect(() => path(name)).toThrow(/VENDOR\/RULE\/match\/NAME/)
  expect(() => emitRuleScaffold('m365/scenarios', {}, known)).toThrow(/rules\/<vendor>\/scenarios/)
})

it('the files that `new` creates include a scenario with suitable samples, one for each step of a sequence', () => {
  const samples = (place: string) =>
    literalOf<ScenarioFile>(only(emitScenarioScaffold(`${place}/no-match/near`, {}, known)).text).steps.map(
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

it('`new` suggests the nearest sample for a sample that does not exist', () => {
  expect(() => sampleText(product.evidence, 'google-workspace/token-autorize-mail')).toThrow(
    'there is no sample google-workspace/token-autorize-mail; did you mean "google-workspace/token-authorize-mail"?',
  )
})

it('the files that `new` creates include a sample like another sample, with its own IDs', () => {
  const { path, text } = only(emitSampleScaffold('m365/other-consent', { like: ['m365/consent-user-mail'] }, known))
  expect(path).toBe('mappings/vendors/m365/samples/audit/other-consent.raw.json')
  expect(() => emitSampleScaffold('google-cloud/another-key', {}, known)).toThrow(/gcp\.audit: google-cloud\//)
  const [mine] = processText(text, path, product.chain)
  const [theirs] = processText(product.evidence.samples.get('m365/consent-user-mail')?.text ?? '', path, product.chain)
  expect(mine).toMatchObject({ ok: true, dataset: 'o365.audit' })
  expect(mine?.ok && mine.id).not.toBe(theirs?.ok && theirs.id)
})

it('the files that `new` creates include a mapping drafted from records, with their names but not their values', async () => {
  const file = join(folder, 'activities.ndjson')
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
  expect(outcomes.flatMap((outcome) => (outcome.ok ? unmappedFields(mapping, outcome.document) : ['failed']))).toEqual(
    [],
  )
})

it('the files that `new` creates are refused for an invalid name and for a missing folder', () => {
  expect(() => emitRuleScaffold('m365/../../evil', {}, known)).toThrow(/FOLDER\/NAME/)
  expect(() => emitRuleScaffold('m365/Evil Name', {}, known)).toThrow(/lowercase letters/)
  expect(() => emitRuleScaffold('okta/rule', {}, known)).toThrow(/m365, google-workspace/)
  expect(() => sampleOf('m365/consent-user-mail', [])).toThrow(/no golden file yet.*npm run generate/)
  expect(() => emitSampleScaffold('m365/x', { like: ['m365/consent-user-mial'] }, known)).toThrow(
    /did you mean m365\/consent-user-mail/,
  )
})

const types = ['query', 'eql', 'threshold', 'new_terms'] as const

it.each(types)('a new rule is valid, alerts on its match and does not alert on its near miss: %s', async (type) => {
  const perDataset = [
    ...new Map(
      known.samples.filter(({ act }) => act.field === 'oauth.action').map((each) => [each.dataset, each]),
    ).values(),
  ]
  const hasNearMiss = ({ dataset, act }: KnownSample) =>
    known.samples.some((other) => other.dataset === dataset && other.act.value !== act.value)
  const likes = [undefined, ...perDataset.filter(hasNearMiss).map(({ sample }) => sample.ref)]
  expect(likes.length).toBeGreaterThan(4)
  for (const like of likes) {
    const { files } = emitRuleScaffold(
      'cross/strange-act',
      { type, ...(like !== undefined && { like: [like] }) },
      known,
    )
    const [rule, ...scenarioFiles] = files.map(({ path, text }) => ({ file: path, value: literalOf<unknown>(text) }))
    expect(scenarioFiles).toHaveLength(type === 'query' ? 0 : 2)
    const scenarios = (scenarioFiles as Content<ScenarioFile>[]).map((content) =>
      identified(content, content.file.slice('rules/'.length)),
    )
    const rules = withOwnScenarios([rule as Content<Rule>], scenarios)
    const evidence = makeEvidenceStore(
      product.samples,
      scenarios.map(({ value }) => value),
    )
    const wrong = [
      ...checkRules(rules, catalog),
      ...checkActs(rules, acts),
      ...scenarios.flatMap(checkScenario),
      ...checkPlaces(rules, scenarios),
      ...(await proveRules(rules, evidence, product.chain, catalog, product.environment)),
    ]
    expect(wrong, like).toEqual([])
  }
})

it.each(['eql', 'threshold'] as const)(
  'the command refuses a second sample as the near miss of a rule of the type %s',
  (type) => {
    const like = ['m365/mail-items-accessed-bind', 'm365/user-deleted']
    expect(() => emitRuleScaffold('m365/x', { type, like }, known)).toThrow('Remove m365/user-deleted')
  },
)

it('a new rule is refused for a sample without a grouping field', () => {
  const bare = known.samples.map((sample) => ({ ...sample, document: { event: {} } }))
  expect(() => emitRuleScaffold('m365/x', { type: 'threshold' }, { ...known, samples: bare })).toThrow(
    /has none of the fields service\.id/,
  )
})

const bench = commandBench()
const own = (...parts: string[]) => join(bench.folder, 'mine', ...parts)
const run = (...args: string[]) => bench.run(...args, '--content', own())

it('`new` writes a rule as JSON into a content folder, and the rule passes its tests', async () => {
  expect(await run('new', 'rule', 'own/strange-act', '--type', 'eql')).toBe(0)
  expect(bench.printed).toContain(`wrote ${own('own', 'strange-act', 'rule.json')}`)
  expect(JSON.parse(readFileSync(own('own', 'strange-act', 'rule.json'), 'utf8')).type).toBe('eql')
  expect(await run('rules', 'test', '--rule', 'own/strange-act', '--no-mutations')).toBe(0)
  expect(bench.printed).toBe('1 rule, 2 tests: all passed\n')
  expect(await run('new', 'rule', 'own/strange-act')).toBe(2)
  expect(bench.printed).toContain('already exists')
})

it('`new` creates a valid set of a sample, a rule, a scenario and a dashboard in a content folder', async () => {
  expect(await run('new', 'sample', 'own/mine', '--like', 'm365/consent-user-mail')).toBe(0)
  expect(await run('new', 'rule', 'own/act', '--like', 'own/mine', 'm365/user-deleted')).toBe(0)
  expect(await run('new', 'scenario', 'own/act/match/again')).toBe(0)
  expect(await run('new', 'dashboard', 'mine')).toBe(0)
  expect(JSON.parse(readFileSync(own('own', 'act', 'rule.json'), 'utf8')).tests.match).toEqual([{ sample: 'own/mine' }])
  expect(readFileSync(own('own', 'act', 'match', 'again.scenario.json'), 'utf8')).toContain('"title": "Again"')
  expect(await run('rules', 'test', '--rule', 'own/act', '--no-mutations')).toBe(0)
  expect(await run('dashboards', 'build', '--out', bench.folder)).toBe(0)
})

it('`new` refuses a mapping in a content folder, and refuses --type for anything but a rule', async () => {
  expect(await run('new', 'mapping', 'google-workspace/x')).toBe(2)
  expect(bench.printed).toContain('a mapping is source code')
  expect(await run('new', 'sample', 'own/x', '--type', 'eql')).toBe(2)
  expect(bench.printed).toContain('--type is for a rule, not for a sample')
})

const scaffold = {
  files: [
    { path: 'rules/m365/a/rule.ts', text: 'new' },
    { path: 'b', text: 'new' },
  ],
  next: [],
}

it('`new` never overwrites a file: if one file exists, it writes none', () => {
  writeFileSync(join(folder, 'b'), 'old')
  expect(() => layScaffold(scaffold, folder)).toThrow('b already exists')
  expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('old')
  expect(() => readFileSync(join(folder, 'rules/m365/a/rule.ts'))).toThrow('ENOENT')
})

it('`new` requires a checkout', () => {
  expect(() => requireCheckout('new', folder)).toThrow('new writes into a checkout')
})
