import { expect, it } from 'vitest'
import { compileTypeGuard } from '../../../mappings/lib/type-guard.ts'

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
const problems: string[] = []
const guarded = (block: Record<string, unknown>) => {
  problems.length = 0
  guard(block as never, {}, (text) => problems.push(text))
  return JSON.parse(JSON.stringify(block))
}

it('the type guard of a vendor block stores text in place of an object as JSON text under another name', () => {
  expect(guarded({ Members: ['a', 'b'] })).toEqual({ Members_str: '["a","b"]' })
  expect(problems).toEqual(['o365.audit.Members does not have the shape of its field, kept as text'])
})

it('the type guard of a vendor block stores an object in place of a keyword as JSON text under another name', () => {
  expect(guarded({ Site: { id: 1 } })).toEqual({ Site_str: '{"id":1}' })
  expect(guarded({ Item: { Id: { a: 1 }, Other: 2 } })).toEqual({ Item: { Id_str: '{"a":1}', Other: 2 } })
  expect(problems).toEqual(['o365.audit.Item.Id does not have the shape of its field, kept as text'])
})

it('the type guard of a vendor block splits a list into valid objects and other values', () => {
  expect(guarded({ Item: [{ Id: 'a' }, 'b', [{ Id: 'c' }]] })).toEqual({
    Item: [{ Id: 'a' }, { Id: 'c' }],
    Item_str: '["b"]',
  })
})

it('the type guard of a vendor block renames members with an empty path step, at any depth', () => {
  const odd = { '': 1, '.': 2, 'a..b': 3, '.c': 4, ' ': 5, 'd.e': 6 }
  const even = { _: 1, '_._': 2, 'a._.b': 3, '_.c': 4, __: 5, 'd.e': 6 }
  expect(guarded(odd)).toEqual(even)
  expect(guarded({ Unknown: [{ deep: odd }] })).toEqual({ Unknown: [{ deep: even }] })
  expect(guarded({ 'Site.x': 1 })).toEqual({ Site_x: 1 })
})

it('the type guard of a vendor block limits the depth and the names of flattened content', () => {
  const deep = (levels: number): unknown => (levels === 0 ? { x: 1 } : { d: deep(levels - 1) })
  const { Members } = guarded({ Members: { a: deep(40), ['n'.repeat(500)]: 1, 'b\0c': 2 } }) as { Members: object }
  expect(Object.keys(Members).map((name) => name.length)).toEqual([1, 100, 3])
  expect(JSON.stringify(Members).split('{"d"').length).toBeLessThan(20)
})

it('the type guard of a vendor block truncates texts of flattened content that are too long to index, and reports it', () => {
  const long = 'x'.repeat(9000)
  const block = { Members: [{ UPN: long, Role: 1 }], Site: long }
  expect(guard(block as never, {}, () => {})).toBe('truncated')
  expect(block).toEqual({ Members: [{ UPN: long.slice(0, 8191), Role: 1 }], Site: long })
  expect(guard({ Members: [{ UPN: 'a' }] } as never, {}, () => {})).toBe('filled')
  expect(guard({ Members: [] } as never, {}, () => {})).toBe('empty')
})

it('the type guard of a vendor block does not change valid values, values in lists, and values outside the catalog', () => {
  const block = { Members: [{ UPN: 'a' }], Site: ['x', 1], Item: { Id: 'a' }, Other: { b: 1 } }
  expect(guarded(structuredClone(block))).toEqual(block)
  expect(problems).toEqual([])
})

it('the type guard of a vendor block does not change objects that the record shares with the block', () => {
  const item = { Id: { a: 1 } }
  guarded({ Item: item })
  expect(item).toEqual({ Id: { a: 1 } })
})
