import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { checkCategories } from '../../../../mappings/lib/check-document.ts'
import { compileVendorMapping } from '../../../../mappings/vendors/compile.ts'
import audit from '../../../../mappings/vendors/google-cloud/audit.mapping.ts'

const compiled = compileVendorMapping(audit)

function readSample(name: string): JsonObject {
  const file = `mappings/vendors/google-cloud/samples/audit/audit-${name}.raw.json`
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject
}

function map(record: JsonObject, context?: JsonObject): EcsDocument {
  return compiled.map(record, record, 0, context)
}
const mapSample = (name: string): EcsDocument => map(readSample(name))

/** A sample with other members of its payload. */
function changed(name: string, more: JsonObject): JsonObject {
  const record = readSample(name)
  return { ...record, protoPayload: { ...(record.protoPayload as JsonObject), ...more } }
}

const account = 'invoice-sync@northpier-sync.iam.gserviceaccount.com'

it('a policy change that removes a role is a removal', () => {
  const policyDelta = {
    bindingDeltas: [{ action: 'REMOVE', role: 'roles/owner', member: `serviceAccount:${account}` }],
  }
  const { oauth } = map(changed('project-role-to-service-account', { serviceData: { policyDelta } }))
  expect(oauth?.action).toBe('role_revoke')
})

it('an audit entry belongs to the customer if known, else to the Cloud organization', () => {
  const record = { ...readSample('bucket-object-read'), logName: 'organizations/123456789012/logs/x' }
  expect(map(record, { customerId: 'C02exmpl9' }).organization?.id).toBe('C02exmpl9')
  expect(map(record).organization?.id).toBe('123456789012')
  expect(mapSample('bucket-object-read').organization).toBeUndefined()
})

it('the user of an audit entry of a federated identity is the subject of the identity', () => {
  const subject = 'principal://iam.googleapis.com/locations/global/workforcePools/p/subject/mara@northpier.example'
  const record = changed('service-account-disabled', {
    authenticationInfo: { principalEmail: '', principalSubject: subject },
  })
  expect(map(record).user).toEqual({ id: subject })
})

it('an audit entry has an ECS category and type that fit together', () => {
  for (const service of ['iam', 'iamcredentials', 'cloudresourcemanager', 'serviceusage', 'sts'])
    for (const verb of ['Create', 'Delete', 'Set', 'Get', 'GenerateAccess']) {
      const record = changed('bucket-object-read', {
        serviceName: `${service}.googleapis.com`,
        methodName: `google.x.v1.${verb}Thing`,
      })
      const { category = [], type = [] } = map(record).event
      expect(checkCategories(category, type), `${service} ${verb}`).toEqual([])
    }
})

it('a workload that runs as a service account is an owner of the account, whichever service attaches it', () => {
  const attached = (more: JsonObject): unknown => {
    const { oauth } = map(changed('machine-gets-service-account', { authorizationInfo: [], request: {}, ...more }))
    return oauth?.action === 'owner_add' && [oauth.app?.object_id ?? oauth.app?.id, oauth.owner?.name]
  }
  const machine = 'projects/northpier-sync/zones/europe-west1-b/instances/parser-2'
  const check = (resource: string) => [{ permission: 'iam.serviceAccounts.actAs', granted: true, resource }]
  expect(attached({ authorizationInfo: check(`projects/-/serviceAccounts/${account}`) })).toEqual([account, machine])
  expect(attached({ authorizationInfo: check('projects/-/serviceAccounts/104567890123456789012') })).toEqual([
    '104567890123456789012',
    machine,
  ])
  for (const request of [
    { serviceAccounts: [{ email: account, scopes: [] }] },
    { properties: { serviceAccounts: [{ email: account }] } },
    { service: { template: { serviceAccount: account } } },
    { function: { service_config: { service_account_email: account } } },
    { build: { serviceAccount: `projects/northpier-sync/serviceAccounts/${account}` } },
    { metadata: { annotations: { 'iam.gke.io/gcp-service-account': account } } },
  ])
    expect(attached({ request }), JSON.stringify(request)).toEqual([account, machine])
})

it('reading a workload, a request without an account and the end of an operation attach no service account', () => {
  const request = { serviceAccounts: [{ email: account }] }
  const actionOf = (more: JsonObject): unknown => map(changed('machine-gets-service-account', more)).oauth?.action
  expect(actionOf({ methodName: 'v1.compute.instances.get', request })).toBeUndefined()
  expect(actionOf({ request: { description: account, serviceAccountName: 'default' } })).toBeUndefined()
  const operation = { last: true, producer: 'compute.googleapis.com' }
  expect(map({ ...readSample('machine-gets-service-account'), operation }).oauth).toBeUndefined()
})

const attachedAccount = (more: JsonObject): unknown =>
  map(changed('machine-gets-service-account', { authorizationInfo: [], ...more })).oauth?.app?.object_id

it('a hostile request is searched in linear time, and a long list in it hides no account', () => {
  for (const email of [
    '@'.repeat(200_000),
    `${'a'.repeat(600)}@x.iam.gserviceaccount.com`,
    `a@${account}`,
    `b ${account}`,
  ])
    expect(attachedAccount({ request: { email } })).toBeUndefined()
  expect(attachedAccount({ request: { names: Array(5000).fill('x'), email: account } })).toBe(account)
})

it('an agent of Google attaches no service account, unlike a service account with a similar name', () => {
  const by = (principalEmail: string): unknown => {
    const { oauth } = map(changed('machine-gets-service-account', { authenticationInfo: { principalEmail } }))
    return oauth?.action
  }
  expect(by('123456789012@cloudservices.gserviceaccount.com')).toBe('app_use')
  expect(by('service-123456789012@compute-system.iam.gserviceaccount.com')).toBe('app_use')
  expect(by('service-123456789012@gcp-sa-cloudbuild.iam.gserviceaccount.com')).toBe('app_use')
  expect(by('service-123456789012@northpier-sync.iam.gserviceaccount.com')).toBe('owner_add')
  expect(by('deploy@northpier-sync.iam.gserviceaccount.com')).toBe('owner_add')
})
