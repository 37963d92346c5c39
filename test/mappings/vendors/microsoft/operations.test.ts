import { expect, it } from 'vitest'
import { operations } from '../../../../mappings/vendors/microsoft/operations.ts'
import { normalOperation } from '../../../../mappings/vendors/microsoft/readers/operation.ts'

const rows = Object.entries(operations)

it('an operation that grants or revokes a role has the same effect on the account as on the application', () => {
  const contradictions = rows.filter(([, { read, account }]) => {
    const grants = read?.acts.includes('role_grant') === true
    const revokes = read?.acts.includes('role_revoke') === true
    return account?.role !== (grants ? 'granted' : revokes ? 'revoked' : undefined)
  })
  expect(contradictions).toEqual([])
})

it('an operation that changes a policy is configuration', () => {
  const others = rows.filter(
    ([, row]) => row.read?.acts.includes('policy_change') && !row.class.category?.includes('configuration'),
  )
  expect(others).toEqual([])
})

it('no two names have one normal form', () => {
  expect(new Set(rows.map(([name]) => normalOperation(name))).size).toBe(rows.length)
})
