import { describe, expect, it } from 'vitest'
import { compileTypeGuard } from '../../../mappings/lib/type-guard.ts'

describe('the type guard of a vendor block', () => {
  const guard = compileTypeGuard({
    root: 'o365.audit',
    content: 'members',
    fields: {
      'o365.audit.Members': { type: 'flattened' },
      'o365.audit.Site': { type: 'keyword' },
      'o365.audit.Item.Id': { type: 'keyword' },
    },
    open: [],
  })
  const guarded = (block: Record<string, never>) => {
    guard(block, {})
    return JSON.parse(JSON.stringify(block))
  }

  it('keeps text where the index takes objects as JSON text under another name', () => {
    expect(guarded({ Members: ['a', 'b'] } as never)).toEqual({ Members_str: '["a","b"]' })
  })

  it('keeps an object where the index takes a word as JSON text under another name', () => {
    expect(guarded({ Site: { id: 1 } } as never)).toEqual({ Site_str: '{"id":1}' })
  })

  it('leaves alone what fits, what is in lists, and what the catalogue does not know', () => {
    const block = { Members: [{ UPN: 'a' }], Site: ['x', 1], Item: { Id: 'a' }, Other: { b: 1 } }
    expect(guarded(structuredClone(block) as never)).toEqual(block)
  })
})
