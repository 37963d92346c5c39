import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { compileOpenObjects } from '../../../mappings/lib/open-objects.ts'

const fill = compileOpenObjects({
  root: 'o365.audit',
  content: 'members',
  fields: { 'o365.audit.Parameters.Known': { type: 'keyword' }, 'o365.audit.ParametersOther': { type: 'flattened' } },
  open: ['o365.audit.Parameters', 'o365.audit.Extra'],
})

it('stores names outside the catalog once more in the sibling', () => {
  const block: JsonObject = { Parameters: { Known: 'a', Other: 'b' } }
  expect(fill(block)).toBe(false)
  expect(block).toEqual({ Parameters: { Known: 'a', Other: 'b' }, ParametersOther: { Other: 'b' } })
})

it('makes no sibling when every name is known', () => {
  const block: JsonObject = { Parameters: { Known: 'a' } }
  fill(block)
  expect(block).toEqual({ Parameters: { Known: 'a' } })
})

it('truncates texts that exceed an index term, only in the sibling, and reports it', () => {
  const long = 'x'.repeat(9000)
  const block: JsonObject = { Parameters: { Other: [long] } }
  expect(fill(block)).toBe(true)
  expect((block.ParametersOther as { Other: string[] }).Other[0]).toHaveLength(8191)
  expect((block.Parameters as { Other: string[] }).Other[0]).toHaveLength(9000)
})

it('makes no sibling that the catalog lacks: nothing would find what is in it', () => {
  const block: JsonObject = { Extra: { Name: 'a' } }
  fill(block)
  expect(block).toEqual({ Extra: { Name: 'a' } })
})
