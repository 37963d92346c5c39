import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { makeEnrichOrganization } from '../../../pipeline/enrich/enrich-organization.ts'

const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const enrich = makeEnrichOrganization({
  ...emptyEnvironment,
  tenants: [{ id: tenant.toUpperCase(), name: 'Northpier', vendor: 'microsoft' }],
})

function enriched(document: Partial<EcsDocument>): EcsDocument {
  const whole: EcsDocument = { event: { dataset: 'o365.audit' }, ...document }
  enrich(whole)
  return whole
}

it('an own tenant has the name that the environment gives it, and the host that stands for it, too', () => {
  const document = enriched({
    organization: { id: tenant, name: 'northpier.onmicrosoft.com' },
    host: { id: tenant, name: 'northpier.onmicrosoft.com' },
    related: { hosts: ['northpier.onmicrosoft.com', 'northpier.example'] },
  })
  expect(document.organization?.name).toBe('Northpier')
  expect(document.host?.name).toBe('Northpier')
  expect(document.related?.hosts).toEqual(['Northpier', 'northpier.example'])
})

it('a device that the record names stays the host', () => {
  const document = enriched({
    organization: { id: tenant },
    host: { name: 'LAPTOP-7' },
    o365: { audit: { DeviceName: 'LAPTOP-7' } },
  })
  expect(document.host?.name).toBe('LAPTOP-7')
})

it('the domain of the user stays related when the tenant takes its place as host', () => {
  const document = enriched({
    organization: { id: tenant },
    host: { id: tenant, name: 'northpier.example' },
    related: { hosts: ['northpier.example'] },
  })
  expect(document.related?.hosts).toEqual(['Northpier', 'northpier.example'])
})

it('another tenant keeps its name', () => {
  expect(enriched({ organization: { id: 'other', name: 'Other' } }).organization?.name).toBe('Other')
})
