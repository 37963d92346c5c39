import { expect, it } from 'vitest'
import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { makeOwnTenant } from '../../../pipeline/normalize/own-tenant.ts'
import type { Decoded, NativeKind } from '../../../pipeline/outcome.ts'
import {
  activity,
  audit,
  directoryAudit,
  directoryToken,
  graphActivity,
  servicePrincipal,
  signIn,
  tenant,
} from '../../support/native-samples.ts'

const delivery = { source: 't', offset: '0' }
const own: Environment = {
  ...emptyEnvironment,
  tenants: [
    { id: tenant, vendor: 'microsoft' },
    { id: 'C02exmpl9', vendor: 'google' },
  ],
}
const two: Environment = {
  ...own,
  tenants: [...own.tenants, { id: 'x', vendor: 'microsoft' }, { id: 'C1', vendor: 'google' }],
}

const { OrganizationId: _, ...orphan } = audit
const { customerId: _customer, ...activityId } = activity.id as JsonObject

function decoded(kind: NativeKind, record: JsonObject, context?: JsonObject): Decoded {
  return { ok: true, kind, record, element: '', delivery, ...(context !== undefined && { context }) }
}

const lacking = [
  decoded('U', orphan as JsonObject),
  decoded('A', directoryAudit),
  decoded('S', signIn, { category: 'SignInLogs' }),
  decoded('M', graphActivity),
  decoded('G', { ...activity, id: activityId as JsonObject }),
  decoded('I', servicePrincipal),
  decoded('D', directoryToken),
  decoded('L', { insertId: 'e1', protoPayload: {} }),
]

it.each(lacking)('a record without a tenant in $kind gets the only tenant of the environment', (record) => {
  const before = JSON.stringify(record)
  const filled = makeOwnTenant(own)(record)
  const id = filled.context?.customerId ?? (filled.record.id as JsonObject | undefined)?.customerId
  expect(filled.record.OrganizationId ?? filled.context?.tenantId ?? id).toBe(
    ['G', 'D', 'L'].includes(record.kind) ? 'C02exmpl9' : tenant,
  )
  expect(JSON.stringify(record)).toBe(before)
})

it.each(lacking)(
  'a record without a tenant in $kind receives no tenant if the environment has several tenants or none',
  (record) => {
    expect(makeOwnTenant(two)(record)).toBe(record)
    expect(makeOwnTenant(emptyEnvironment)(record)).toBe(record)
  },
)

it.each([
  decoded('U', { ...audit, OrganizationId: 'other' }),
  decoded('A', directoryAudit, { tenantId: 'other' }),
  decoded('M', { ...graphActivity, tenantId: 'other' }),
  decoded('G', { ...activity, id: { ...activityId, customerId: 'C0other' } as JsonObject }),
  decoded('I', { ...servicePrincipal, tenantId: 'other' }),
  decoded('D', directoryToken, { customerId: 'C0other' }),
])('the tenant of a record keeps the value of $kind', (record) => {
  expect(makeOwnTenant(own)(record)).toBe(record)
})
