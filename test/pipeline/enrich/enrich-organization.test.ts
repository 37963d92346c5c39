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

it('a tenant of the organization has its name from the environment', () => {
  const document = enriched({ organization: { id: tenant, name: 'northpier.onmicrosoft.com' } })
  expect(document.organization?.name).toBe('Northpier')
})

it('a tenant of another organization keeps its name', () => {
  expect(enriched({ organization: { id: 'other', name: 'Other' } }).organization?.name).toBe('Other')
})
