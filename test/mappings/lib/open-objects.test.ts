import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { compileOpenObjects } from '../../../mappings/lib/open-objects.ts'

const fill = compileOpenObjects({
  root: 'o365.audit',
  content: 'members',
  fields: { 'o365.audit.Parameters.Known': { type: 'keyword' }, 'o365.audit.ParametersOther': { type: 'flattened' } },
  open: ['o365.audit.Parameters', 'o365.audit.Extra'],
})

it('the step of open objects moves names outside the catalog to a sibling only if there are any', () => {
  const parameters = { Known: 'a', Other: 'b' }
  const block: JsonObject = { Parameters: parameters }
  expect(fill(block)).toBe(false)
  expect(block).toEqual({ Parameters: { Known: 'a' }, ParametersOther: { Other: 'b' } })
  expect(parameters, 'the record shares it').toEqual({ Known: 'a', Other: 'b' })
  const known: JsonObject = { Parameters: { Known: 'a' } }
  fill(known)
  expect(known).toEqual({ Parameters: { Known: 'a' } })
  const others: JsonObject = { Parameters: { Other: 'b' } }
  fill(others)
  expect(others.Parameters, 'no object without a member').toBeUndefined()
})

it('the step of open objects puts the beginning of a text that is too long to index into the sibling, and reports it', () => {
  const long = 'x'.repeat(9000)
  const block: JsonObject = { Parameters: { Other: [long], Short: 'b' } }
  expect(fill(block)).toBe(true)
  expect(block).toEqual({
    Parameters: { Other: [long] },
    ParametersOther: { Other: [long.slice(0, 1024)], Short: 'b' },
  })
})

it('the step of open objects creates no sibling for objects outside the catalog', () => {
  const block: JsonObject = { Extra: { Name: 'a' } }
  fill(block)
  expect(block).toEqual({ Extra: { Name: 'a' } })
})
