import { expect, it } from 'vitest'
import { directoryRole, googleAdminRole, hasAssumedTier } from '../../../mappings/knowledge/roles.ts'

it('a directory role is found by template ID, name, former name and well-known name', () => {
  const id = '62e90394-69f5-4237-9190-012177145e10'
  for (const query of [
    { templateId: id.toUpperCase() },
    { name: 'Global Administrator' },
    { name: 'company administrator' },
    { name: 'TenantAdmins' },
    { templateId: '11111111-2222-3333-4444-555555555555', name: 'Company Administrator' },
  ])
    expect(directoryRole(query)).toMatchObject({ templateId: id, tier: 'critical' })
})

it('a custom directory role is not found', () => {
  expect(directoryRole({ name: 'Printer people' })).toBeUndefined()
  expect(directoryRole({})).toBeUndefined()
})

it('the right to register applications has the tier high', () => {
  expect(directoryRole({ templateId: 'cf1c38e5-3621-4004-a7cb-879624dced7c' })?.tier).toBe('high')
})

it('a system role of Google is found by its name', () => {
  expect(googleAdminRole('_SEED_ADMIN_ROLE')?.tier).toBe('critical')
  expect(googleAdminRole('Printer people')).toBeUndefined()
})

it('the tier of a Google Workspace role is assumed only if the list does not contain the role', () => {
  const assumed = (dataset: string, name?: string) => hasAssumedTier(dataset, name)
  expect(assumed('google_workspace.admin', 'Printer people')).toBe(true)
  expect(assumed('google_workspace.admin', '_SEED_ADMIN_ROLE')).toBe(false)
  expect(assumed('google_workspace.admin')).toBe(false)
  expect(assumed('o365.audit', 'Printer people')).toBe(false)
})
