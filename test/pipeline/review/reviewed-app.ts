import { type Environment, emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { inventoryOfRecords } from '../../../pipeline/review/load.ts'
import { type ReviewedApp, reviewApps } from '../../../pipeline/review/review.ts'
import { product, rawValues } from '../../support/product.ts'

/** The applications in the entity store after these records, at the time of the last one. */
export async function reviewRecords(
  records: readonly string[],
  environment: Environment = emptyEnvironment,
): Promise<ReviewedApp[]> {
  const { store, lastEvent } = await inventoryOfRecords(rawValues(records), product.chain)
  return reviewApps(store, environment, lastEvent + 1)
}

/** A small application of Microsoft 365 without any problem. */
export const reviewedApp: ReviewedApp = {
  vendor: 'microsoft',
  tenant: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901',
  tenantNames: [],
  id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
  otherIds: [],
  names: ['Invoice Sync Helper'],
  firstParty: false,
  breadth: 'user',
  users: 1,
  usersApproximate: false,
  granters: 'present',
  status: 'enabled',
  approval: 'none',
  credentialIds: [],
  reportedIds: [],
  owners: [],
  exposed: [],
  reasons: [],
  grants: [
    {
      principal: 'mara.voss@northpier.example',
      kinds: ['delegated'],
      scopes: ['Mail.Read'],
      granted: '2026-03-11T09:14:27.000Z',
    },
  ],
  unnamedRemovals: [],
  rights: [],
  settings: [],
  actedFor: [],
  history: [],
}
