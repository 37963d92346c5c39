import { expect, it } from 'vitest'
import { operations } from '../../../../mappings/vendors/microsoft/operations.ts'
import { normalOperation } from '../../../../mappings/vendors/microsoft/readers/operation.ts'

const rows = Object.entries(operations)

it('two operations never have the same normal form', () => {
  expect(new Set(rows.map(([name]) => normalOperation(name))).size).toBe(rows.length)
})
