import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import kafkajs from 'kafkajs'
import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { toDependencyError as kafkaError } from '../../../pipeline/clients/kafka.ts'
import type { DeployPlan } from '../../../pipeline/deploy/deploy.ts'
import { lookAtDatabases } from '../../../pipeline/doctor/databases.ts'
import { inWords, lookAt } from '../../../pipeline/doctor/diagnosis.ts'
import { lookAtDisabledStore } from '../../../pipeline/doctor/entity-store.ts'
import { lookAtRules } from '../../../pipeline/doctor/kibana.ts'
import { lookAtLogSources } from '../../../pipeline/doctor/log-sources.ts'
import { lookAtOrganization } from '../../../pipeline/doctor/organization.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import type { RulePlan } from '../../../rules/lib/deploy/plan.ts'
import { approval, exampleRule } from '../../rules/lib/example-rule.ts'
import { makeDatabase } from '../../support/mmdb.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const { KafkaJSConnectionError } = kafkajs

const folder = temporaryFolder()
const now = Date.parse('2026-11-25T12:00:00Z')
const verdicts = (diagnoses: readonly { verdict: string; message: string }[]) =>
  diagnoses.map(({ verdict, message }) => `${verdict}: ${message}`)

it.each([
  [-5, '0 minutes'],
  [60_000, '1 minute'],
  [7_200_000, '2 hours'],
  [48 * 3_600_000, '2 days'],
])('%d ms in words is %s', (milliseconds, words) => {
  expect(inWords(milliseconds)).toBe(words)
})

const connection = new DependencyError('es_unreachable', 'refused.', { todo: 'Check the URL.' })

it.each([
  [new Error('no broker answers'), 'no broker answers', ''],
  [
    kafkaError(new KafkaJSConnectionError('refused'), 'Read'),
    'refused',
    'check KAFKA_BROKERS, and check that KAFKA_TLS',
  ],
  [connection, 'refused.', 'Check the URL.'],
])('a failed check is reported as a problem with the reason and the next step: %s', async (error, message, todo) => {
  const [found] = await lookAt('kafka', () => Promise.reject(error))
  expect(found).toMatchObject({ area: 'kafka', verdict: 'trouble', message })
  expect(found?.todo.startsWith(todo)).toBe(true)
  expect(error.message).toBe([message, found?.todo].filter(Boolean).join(message.endsWith('.') ? ' ' : '; '))
})

it.each([
  ['2026-11-25', '2026-11-25', 'fine: a.b: 1 documents, the newest of 2026-11-25T00:00:00.000Z'],
  ['2027-11-25', '2026-11-25', 'note: a.b: 1 documents, the newest of 2027-11-25T00:00:00.000Z'],
  ['2027-11-25', '2026-11-05', expect.stringContaining('nothing has arrived for 21 days')],
])('doctor reports that nothing arrives, even if a document is from the future: %s, %s', (event, arrival, expected) => {
  const seen = { documents: 1, event: Date.parse(event), arrival: Date.parse(arrival) }
  const stored = { datasets: new Map([['a.b', seen]]), organizations: new Map() }
  const readers = [{ name: 'a', datasets: ['a.b'] }]
  expect(verdicts(lookAtLogSources(stored, { tenants: [] }, readers, now))).toEqual([expected])
})

const rule = { ...exampleRule, requires: ['asn'] as const }

it('the check of the organization lists the unknown facts if the environment file is missing', () => {
  expect(verdicts(lookAtOrganization(emptyEnvironment, undefined, [rule], [], now))).toEqual([
    expect.stringContaining('note: no environment file'),
  ])
})

it('the check of the organization lists rules without input, and approvals that end soon', () => {
  const ended = { ...approval, name: 'Old', expires: '2026-11-01' }
  const ending = { ...approval, name: 'Soon', expires: '2026-12-01' }
  const lasting = { ...approval, name: 'Later', expires: '2027-12-01' }
  const environment = { ...emptyEnvironment, approvedApps: [ended, ending, lasting] }
  const found = verdicts(lookAtOrganization(environment, 'environment.yaml', [rule, exampleRule], [], now))
  expect(found).toEqual([
    'fine: environment.yaml: 0 tenants, 3 approved applications',
    expect.stringContaining('no tenants listed'),
    expect.stringContaining('no administrators listed'),
    'note: the approval of Old expired on 2026-11-01',
    expect.stringMatching(/^note: the approval of Soon expires in [67] days$/),
    expect.stringMatching(/^note: rules without input: 1 of 2 rules need asn \(.*\)$/),
  ])
})

it('the check of the organization reports rule settings that a deployment refuses', () => {
  const disabled = [exampleRule.id.replace('0b0c', '0b0d')]
  const environment = { ...emptyEnvironment, rules: { ...emptyEnvironment.rules, disabled } }
  const found = lookAtOrganization(environment, 'environment.yaml', [exampleRule], [], now)
  expect(found.filter(({ verdict }) => verdict === 'trouble')).toMatchObject([
    {
      message: `rules.disabled[0]: there is no rule ${disabled[0]}`,
      todo: `did you mean ${exampleRule.id} ("Example of a rule")?`,
    },
  ])
})

it('stored documents of a log prove that its license and the log itself are available', () => {
  const graph = { ...exampleRule, requires: ['license:entra-id-p1', 'log:azure.graphactivitylogs'] as const }
  const blind = (stored: readonly string[]) =>
    lookAtOrganization(emptyEnvironment, 'environment.yaml', [graph], stored, now).filter(({ message }) =>
      message.startsWith('rules without input'),
    ).length
  expect([blind([]), blind(['azure.signinlogs']), blind(['azure.graphactivitylogs'])]).toEqual([2, 1, 0])
})

it('doctor lists the tenants of stored documents that the environment file does not list', () => {
  const organizations = new Map([
    ['A1', 3],
    ['C0other', 4236],
    // A Google Cloud organization, which an environment file cannot list.
    ['123456789012', 7],
  ])
  const stored = { datasets: new Map(), organizations }
  const found = (ids: readonly string[]) =>
    verdicts(lookAtLogSources(stored, { tenants: ids.map((id) => ({ id, vendor: 'google' })) }, [], now))
  expect(found(['a1'])).toEqual([
    'note: 4236 documents belong to tenants that the environment file does not list: C0other (4236)',
  ])
  expect(found(['a1', 'C0other'])).toEqual([])
  expect(found([])).toEqual([])
})

it('doctor counts the rules that read facts of the entity store when the store is off', () => {
  const query = `${exampleRule.query} and oauth.activity.network_new: true`
  const rules = [exampleRule, { ...exampleRule, query }, { ...exampleRule, datasets: ['consentry.findings'] as const }]
  expect(verdicts([lookAtDisabledStore(rules)])).toEqual([
    'note: the entity store is off: 2 of 3 rules read facts that only the entity store supplies',
  ])
})

it('the check of the IP address databases lists the configured databases, and their age', () => {
  writeFileSync(join(folder, 'asn.mmdb'), makeDatabase('GeoLite2-ASN', {}))
  const found = (at: number) => verdicts(lookAtDatabases({ asn: join(folder, 'asn.mmdb') }, at))
  const [city, fresh] = found(0)
  expect(city).toBe('note: source.geo.* contains only the values from the vendor')
  expect(fresh).toMatch(/^fine: source\.as\.\* is filled from .*asn\.mmdb \(GeoLite2-ASN, 0 minutes old\)$/)
  expect(found(Number.MAX_SAFE_INTEGER)[1]).toMatch(/^note: /)
})

const plan = (kind: RulePlan['kind'], enabled = true) =>
  ({ kind, conflicts: [], body: { enabled } }) as unknown as RulePlan
const whole = (rules: RulePlan[], more: Partial<DeployPlan> = {}): DeployPlan => ({
  exceptions: [],
  rules,
  off: [],
  on: [],
  left: [],
  ...more,
})

it('the check of the rules in Kibana passes if all rules are deployed and enabled, except experimental rules', () => {
  const resting = { ...plan('same', false), body: { enabled: false, tags: ['State: Experimental'] } }
  expect(verdicts(lookAtRules(whole([plan('same'), plan('same'), resting]), 'consentry deploy'))).toEqual([
    'fine: rules deployed in this version: 3 of 3',
  ])
})

it('the check of the rules in Kibana lists absent, older, changed, disabled and leftover rules', () => {
  const rules = [plan('create', false), plan('update'), plan('unknown'), plan('same', false)]
  const left = [
    { id: 'a', name: 'A', enabled: true },
    { id: 'b', name: 'B', enabled: false },
  ]
  const off = [{ id: 'c', name: 'C', reason: 'disabled' as const }]
  const on = [{ id: 'd', name: 'D' }]
  expect(verdicts(lookAtRules(whole(rules, { off, on, left }), 'consentry deploy'))).toEqual([
    'trouble: rules that are not deployed: 1 of 4',
    'note: rules that differ from the pack or the environment file: 1 of 4',
    'note: rules that a deployment does not change: 1 of 4',
    'note: disabled rules: 1 of 4',
    'trouble: disabled, experimental, draft or deprecated rules that run: 1',
    'trouble: experimental rules in rules.enabled that do not run: 1',
    'trouble: rules that run and are not in the pack: 1',
  ])
})
