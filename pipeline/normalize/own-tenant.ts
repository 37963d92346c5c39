// Some deliveries omit the owner of the record: Graph pages of directory audits and sign-ins, inventories, Cloud
// Logging, flattened rows. If the environment contains only one tenant of the vendor, the record belongs to it; with
// several, nothing is assumed.
import type { Environment } from '../../mappings/environment/environment.ts'
import { isObject, type Json } from '../../mappings/kernel/json.ts'
import type { Decoded } from '../outcome.ts'

function onlyTenant({ tenants }: Environment, vendor: 'microsoft' | 'google'): string | undefined {
  const [tenant, ...others] = tenants.filter((one) => one.vendor === vendor)
  return others.length === 0 ? tenant?.id : undefined
}

const lacks = (value: Json | undefined): boolean => value === undefined || value === null || value === ''

/** Makes a function that adds the tenant to a record without one. It changes no record in place. */
export function makeOwnTenant(environment: Environment): (decoded: Decoded) => Decoded {
  const microsoft = onlyTenant(environment, 'microsoft')
  const google = onlyTenant(environment, 'google')
  return (decoded) => {
    const { kind, record, context } = decoded
    switch (kind) {
      case 'U':
        if (microsoft === undefined || !lacks(record.OrganizationId)) return decoded
        return { ...decoded, record: { ...record, OrganizationId: microsoft } }
      case 'A':
      case 'S':
      case 'R':
      case 'M':
      case 'N':
      case 'I':
        if (microsoft === undefined || !lacks(context?.tenantId) || !lacks(record.tenantId)) return decoded
        return { ...decoded, context: { ...context, tenantId: microsoft } }
      case 'G':
      case 'B':
        if (google === undefined || !isObject(record.id) || !lacks(record.id.customerId)) return decoded
        return { ...decoded, record: { ...record, id: { ...record.id, customerId: google } } }
      case 'D':
      case 'L':
        if (google === undefined || !lacks(context?.customerId) || !lacks(record.customerId)) return decoded
        return { ...decoded, context: { ...context, customerId: google } }
      case 'C':
        return decoded
      default:
        return kind satisfies never
    }
  }
}
