import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { loadMappings, makeChain, processValue } from '../../../../pipeline/chain.ts'

const chain = makeChain(await loadMappings(), emptyEnvironment)

function changed(sample: string, payload: JsonObject, more: JsonObject = {}): JsonObject {
  const file = `mappings/vendors/google-cloud/samples/audit/audit-${sample}.raw.json`
  const record = JSON.parse(readFileSync(file, 'utf8')) as JsonObject
  return { ...record, ...more, protoPayload: { ...(record.protoPayload as JsonObject), ...payload } }
}

const eventsOf = (record: JsonObject) =>
  processValue({ delivery: { source: 'x', offset: '0' }, text: JSON.stringify(record) }, chain).events

const acts = (record: JsonObject) =>
  eventsOf(record).map(({ document: { oauth } }) => [
    oauth?.action,
    oauth?.role?.name,
    oauth?.owner?.name ?? oauth?.app?.object_id ?? oauth?.app?.id,
  ])

const delta = (action: string, role: string, member: string): JsonObject => ({ action, role: `roles/${role}`, member })
const evil = 'serviceAccount:evil@other.iam.gserviceaccount.com'
const user = 'user:mara@northpier.example'
const deltas = [
  delta('ADD', 'iam.serviceAccountUser', user),
  delta('ADD', 'viewer', user),
  delta('ADD', 'iam.serviceAccountTokenCreator', evil),
  delta('REMOVE', 'iam.serviceAccountTokenCreator', user),
]

it.each(['serviceData', 'metadata'])('each change of the policy of a service account in the %s is an act', (member) => {
  const policy = (bindingDeltas: JsonObject[]) =>
    changed('service-account-opened-to-user', { serviceData: {}, [member]: { policyDelta: { bindingDeltas } } })
  expect(acts(policy(deltas))).toEqual([
    ['owner_add', 'roles/iam.serviceAccountUser', 'mara@northpier.example'],
    ['owner_add', 'roles/iam.serviceAccountTokenCreator', 'evil@other.iam.gserviceaccount.com'],
    ['owner_remove', 'roles/iam.serviceAccountTokenCreator', 'mara@northpier.example'],
  ])
})

it('each service account that receives a role in a project is an act', () => {
  const bindingDeltas = [
    delta('ADD', 'viewer', 'serviceAccount:a@p.iam.gserviceaccount.com'),
    delta('ADD', 'viewer', user),
    delta('ADD', 'owner', 'serviceAccount:b@p.iam.gserviceaccount.com'),
  ]
  const record = changed('project-role-to-service-account', { serviceData: { policyDelta: { bindingDeltas } } })
  expect(acts(record)).toEqual([
    ['role_grant', 'roles/viewer', 'a@p.iam.gserviceaccount.com'],
    ['role_grant', 'roles/owner', 'b@p.iam.gserviceaccount.com'],
  ])
})

const check = (name: string): JsonObject => ({
  permission: 'iam.serviceAccounts.actAs',
  granted: true,
  resource: `projects/-/serviceAccounts/${name}@p.iam.gserviceaccount.com`,
})

it('each service account that a call attaches is an act, but the end of the operation, or a call by a Google agent, is one document', () => {
  const authorizationInfo = [check('a'), { permission: 'compute.instances.create' }, check('b'), check('a')]
  const attach = (payload: JsonObject, more?: JsonObject) =>
    changed('machine-gets-service-account', { authorizationInfo, ...payload }, more)
  expect(acts(attach({})).map(([, , account]) => account)).toHaveLength(2)
  expect(eventsOf(attach({})).map(({ document }) => document.oauth?.app?.object_id)).toEqual([
    'a@p.iam.gserviceaccount.com',
    'b@p.iam.gserviceaccount.com',
  ])
  expect(eventsOf(attach({}, { operation: { last: true } }))).toHaveLength(1)
  const agent = { principalEmail: '123456789012@cloudservices.gserviceaccount.com' }
  expect(eventsOf(attach({ authenticationInfo: agent }))).toHaveLength(1)
})

it('each part of an entry has its own ID, and processing a part again gives the same ID', () => {
  const policyDelta = { bindingDeltas: deltas }
  const events = eventsOf(changed('service-account-opened-to-user', { serviceData: { policyDelta } }))
  const ids = events.map(({ id }) => id)
  expect(new Set(ids).size).toBe(3)
  expect(events.flatMap(({ original }) => eventsOf(original()).map(({ id }) => id))).toEqual(ids)
  expect(new Set(events.map(({ document }) => document.oauth?.act?.bundle)).size).toBe(1)
  expect(new Set(events.map(({ document }) => document.oauth?.act?.id)).size).toBe(3)
})

it('the ID of an entry with a single act does not contain the act', () => {
  const idOf = (record: JsonObject) => eventsOf(record).map(({ id }) => id)
  const policy = (bindingDeltas: JsonObject[]) =>
    changed('service-account-opened-to-user', { serviceData: { policyDelta: { bindingDeltas } } })
  expect(idOf(policy(deltas.slice(0, 1)))).toEqual(idOf(policy([])))
  const attach = (...authorizationInfo: JsonObject[]) => changed('machine-gets-service-account', { authorizationInfo })
  expect(idOf(attach(check('a')))).toEqual(idOf(attach()))
})

it('addresses that differ only in case are one act, and such names of federated identities are separate acts', () => {
  const authorizationInfo = [check('deploy'), check('Deploy')]
  expect(eventsOf(changed('machine-gets-service-account', { authorizationInfo }))).toHaveLength(1)
  const subject = (name: string) =>
    `principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/subject/${name}`
  const policy = (...members: string[]) => {
    const bindingDeltas = members.map((member) => delta('ADD', 'iam.serviceAccountUser', member))
    return changed('service-account-opened-to-user', { serviceData: { policyDelta: { bindingDeltas } } })
  }
  expect(eventsOf(policy(user, 'user:Mara@northpier.example'))).toHaveLength(1)
  expect(eventsOf(policy(subject('a'), subject('A')))).toHaveLength(2)
  const ids = (member: string) => eventsOf(policy(member, evil)).map(({ id }) => id)
  expect(ids('user:Mara@northpier.example')).toEqual(ids(user))
})

it('the parts of an entry contain each change once', () => {
  const policyDelta = { bindingDeltas: deltas }
  const events = eventsOf(changed('service-account-opened-to-user', { serviceData: { policyDelta } }))
  const stored = events.flatMap(({ document }) => {
    const gcp = document.gcp as { audit: { policy_delta: { binding_deltas: JsonObject[] } } }
    return gcp.audit.policy_delta.binding_deltas
  })
  expect(stored).toHaveLength(4)
  for (const each of deltas) expect(stored).toContainEqual(each)
})

it('an entry whose parts would repeat too much data is not divided, and its act is an addition', () => {
  const bindingDeltas = [
    delta('REMOVE', 'owner', user),
    ...Array.from({ length: 3000 }, (_, i) => delta('ADD', 'owner', `user:u${i}@northpier.example`)),
  ]
  const serviceData = { policyDelta: { bindingDeltas } }
  expect(acts(changed('service-account-opened-to-user', { serviceData }))).toEqual([
    ['owner_add', 'roles/owner', 'u0@northpier.example'],
  ])
})
