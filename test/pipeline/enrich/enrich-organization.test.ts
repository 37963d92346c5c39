import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { makeEnrichOrganization } from '../../../pipeline/enrich/enrich.ts'

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

it('a tenant of the organization has its name from the environment, and the name is in related.hosts', () => {
  const document = enriched({
    organization: { id: tenant, name: 'northpier.onmicrosoft.com' },
    related: { hosts: ['northpier.onmicrosoft.com', 'northpier.example'] },
  })
  expect(document.organization?.name).toBe('Northpier')
  expect(document.related?.hosts).toEqual(['Northpier', 'northpier.example'])
})

it('a device of the record is in related.hosts instead of the tenant', () => {
  const document = enriched({
    organization: { id: tenant },
    host: { name: 'LAPTOP-7' },
    related: { hosts: ['LAPTOP-7'] },
    o365: { audit: { DeviceName: 'LAPTOP-7' } },
  })
  expect(document.related?.hosts).toEqual(['LAPTOP-7'])
})

it('the domain of the user remains in related.hosts if the record has no tenant name', () => {
  const document = enriched({ organization: { id: tenant }, related: { hosts: ['northpier.example'] } })
  expect(document.related?.hosts).toEqual(['Northpier', 'northpier.example'])
})

it('a tenant of another organization keeps its name', () => {
  expect(enriched({ organization: { id: 'other', name: 'Other' } }).organization?.name).toBe('Other')
})
