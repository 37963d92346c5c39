import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { Tenants } from '../../../pipeline/entity-store/tenants.ts'

const of = (id?: string) => ({ ...(id !== undefined && { organization: { id } }) }) as EcsDocument

function seen(...records: (readonly [id: string, dataset: string])[]): Tenants {
  const tenants = new Tenants()
  for (const [id, dataset] of records) tenants.see(of(id), dataset)
  return tenants
}

it('a Google customer is one tenant in the audit log and in Google Cloud', () => {
  const tenants = seen(['C02exmpl9', 'google_workspace.admin'], ['123456789012', 'gcp.audit'])
  expect(tenants.only('google')).toBe('C02exmpl9')
  expect(tenants.apart(of('C02exmpl9'), 'google_workspace.alert')).toBe('')
})

it('several tenants of one vendor do not separate the records of the other vendor', () => {
  const tenants = seen(['T1', 'o365.audit'], ['T2', 'azure.signinlogs'], ['C02exmpl9', 'google_workspace.token'])
  expect(tenants.only('microsoft')).toBeUndefined()
  expect(tenants.apart(of('T2'), 'o365.audit')).toBe('t2')
  expect(tenants.apart(of('C02exmpl9'), 'google_workspace.token')).toBe('')
})

it('the only tenant of the organization from a vendor is not separate from the other vendor, but two are', () => {
  const microsoft = (...ids: string[]) => ids.map((id) => ({ id, vendor: 'microsoft' as const }))
  const apartOf = (id: string, ...own: string[]) => {
    const tenants = new Tenants(microsoft(...own))
    for (const each of ['t1', 't2', 't3']) tenants.see(of(each), 'o365.audit')
    return tenants.apart(of(id), 'o365.audit')
  }
  expect([apartOf('t1', 'T1'), apartOf('t2', 'T1')]).toEqual(['', 't2'])
  expect([apartOf('t1', 'T1', 'T2'), apartOf('t2', 'T1', 'T2')]).toEqual(['t1', 't2'])
})
