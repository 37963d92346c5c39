import { expect, it } from 'vitest'
import { actsOf } from '../../../mappings/vendors/acts.ts'
import { loadMappings } from '../../../pipeline/chain.ts'
import { datasets } from '../../../rules/lib/datasets.ts'

const acts = new Map((await loadMappings()).map((mapping) => [mapping.dataset, actsOf(mapping)]))

it('a dataset carries the acts of its steps and operations', () => {
  expect(acts.get('azure.signinlogs')).toEqual(['app_sign_in'])
  expect(acts.get('azure.auditlogs')).toContain('consent_block')
  expect(acts.get('azure.inventory')).toEqual([])
  expect(acts.get('gcp.audit')).toContain('owner_remove')
  expect(acts.get('google_workspace.admin')).toContain('delegation_grant')
})

it('rules can read every dataset that carries acts', () => {
  const carrying = [...acts].filter(([, list]) => list.length > 0).map(([dataset]) => dataset)
  expect(carrying.length).toBeGreaterThan(5)
  expect(carrying.filter((dataset) => !Object.hasOwn(datasets, dataset))).toEqual([])
})
