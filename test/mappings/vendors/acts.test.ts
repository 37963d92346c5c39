import { expect, it } from 'vitest'
import { actsOf } from '../../../mappings/vendors/acts.ts'
import { loadMappings } from '../../../pipeline/chain.ts'

const acts = new Map((await loadMappings()).map((mapping) => [mapping.dataset, actsOf(mapping)]))

it('a dataset has the acts of its steps and operations', () => {
  expect(acts.get('azure.signinlogs')).toEqual(['app_sign_in'])
  expect(acts.get('azure.auditlogs')).toContain('consent_block')
  expect(acts.get('azure.inventory')).toEqual([])
  expect(acts.get('gcp.audit')).toContain('owner_remove')
  expect(acts.get('google_workspace.admin')).toContain('delegation_grant')
})
