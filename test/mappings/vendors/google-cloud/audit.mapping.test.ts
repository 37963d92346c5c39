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
