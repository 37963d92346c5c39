import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
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
const uniqueId = '104567890123456789012'

describe('a key of a service account', () => {
  it('is a credential of the application that domain-wide delegation knows by the same id', () => {
    const { oauth, service } = mapSample('service-account-key-created')
    expect(oauth).toMatchObject({
      action: 'credential_add',
      app: { id: uniqueId, object_id: account, kind: 'service_account' },
      credential: { kind: 'key', added: 1, id: '5d1f0a7c9e3b48a2b6c4d8e0f1a2b3c4d5e6f708' },
    })
    expect(service).toEqual({ id: uniqueId, name: account })
  })

  it('has an end and a validity unless it never expires', () => {
    expect(mapSample('service-account-key-created').oauth?.credential).not.toHaveProperty('end')
    expect(mapSample('service-account-key-uploaded').oauth?.credential).toMatchObject({
      end: '2026-08-10T09:39:00.000Z',
      validity_days: 90,
    })
  })

  it('that is deleted is the same credential', () => {
    const { oauth } = mapSample('service-account-key-deleted')
    expect(oauth).toMatchObject({ action: 'credential_remove', credential: { removed: 1 }, app: { id: uniqueId } })
    expect(oauth?.credential?.id).toBe(mapSample('service-account-key-created').oauth?.credential?.id)
  })

  it('that was refused is a failure with the reason', () => {
    const { event } = mapSample('service-account-key-refused')
    expect(event).toMatchObject({ outcome: 'failure', reason: expect.stringContaining('denied') })
    expect(mapSample('service-account-key-created').event).toMatchObject({ outcome: 'success', type: ['creation'] })
  })
})

describe('a policy', () => {
  it('a policy on a service account gives it an owner who may act as it', () => {
    const { oauth, user } = mapSample('service-account-opened-to-user')
    expect(oauth).toMatchObject({
      action: 'owner_add',
      owner: { name: 'selin.okoye@northpier.example', kind: 'user' },
      role: { name: 'roles/iam.serviceAccountTokenCreator' },
      account: { name: 'selin.okoye@northpier.example' },
    })
    expect(user).toMatchObject({ email: 'ivo.brandt@northpier.example', target: { name: 'selin.okoye' } })
  })

  it('that allows an account to view a service account is not an act', () => {
    const { oauth } = mapSample('service-account-opened-to-viewer')
    expect(oauth?.action).toBeUndefined()
    expect(oauth?.app?.id).toBe(uniqueId)
  })

  it('a policy on a project is an act where a service account gets a role, not where a person does', () => {
    const { oauth } = mapSample('project-role-to-service-account')
    expect(oauth).toMatchObject({ action: 'role_grant', app: { object_id: account }, role: { name: 'roles/owner' } })
    expect(mapSample('project-role-to-user').oauth).toBeUndefined()
  })

  it('that takes a role away is a removal', () => {
    const policyDelta = {
      bindingDeltas: [{ action: 'REMOVE', role: 'roles/owner', member: `serviceAccount:${account}` }],
    }
    const { oauth } = map(changed('project-role-to-service-account', { serviceData: { policyDelta } }))
    expect(oauth?.action).toBe('role_revoke')
  })
})

describe('a token of a service account', () => {
  it('is its sign-in, with the requested permissions', () => {
    const { oauth, event, user } = mapSample('token-generated')
    expect(oauth).toMatchObject({
      action: 'app_sign_in',
      app: { id: uniqueId },
      grant: { app_only: true, scopes: ['https://mail.google.com/', 'https://www.googleapis.com/auth/drive'] },
    })
    expect(event).toMatchObject({ category: ['authentication'], type: ['info'] })
    expect(user?.email).toBe('selin.okoye@northpier.example')
  })

  it('that it makes of itself names the key it came with', () => {
    const { oauth, source } = mapSample('token-signed-by-service-account')
    expect(oauth).toMatchObject({
      actor_app: { name: account, self: true },
      credential: { kind: 'key', id: '5d1f0a7c9e3b48a2b6c4d8e0f1a2b3c4d5e6f708' },
    })
    expect(source).toEqual({ address: 'gce-internal-ip' })
  })
})

describe('an entry', () => {
  it('is of the customer where that is known, else of the Cloud organization', () => {
    const record = { ...readSample('bucket-object-read'), logName: 'organizations/123456789012/logs/x' }
    expect(map(record, { customerId: 'C02exmpl9' }).organization?.id).toBe('C02exmpl9')
    expect(map(record).organization?.id).toBe('123456789012')
    expect(mapSample('bucket-object-read').organization).toBeUndefined()
  })

  it('an entry of a federated identity has its subject as the user', () => {
    const subject = 'principal://iam.googleapis.com/locations/global/workforcePools/p/subject/mara@northpier.example'
    const record = changed('service-account-disabled', {
      authenticationInfo: { principalEmail: '', principalSubject: subject },
    })
    expect(map(record).user).toEqual({ id: subject })
  })

  it('that is about no application has no oauth group, and no category that it is not', () => {
    const { oauth, event, gcp } = mapSample('bucket-object-read')
    expect(oauth).toBeUndefined()
    expect(event.category).toBeUndefined()
    expect(gcp?.audit).toMatchObject({ resource_location: { current_locations: ['europe-west4'] } })
  })

  it('has a category and a type that ECS expects together', () => {
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
})
