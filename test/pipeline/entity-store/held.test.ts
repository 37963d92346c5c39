import { expect, it } from 'vitest'
import { type Entity, observe } from '../../../mappings/entities/entity.ts'
import { grants } from '../../../mappings/entities/types.ts'
import { heldBy } from '../../../pipeline/entity-store/held.ts'
import { View } from '../../../pipeline/entity-store/view.ts'

type Change = readonly [at: number, value: string, scopes?: string | undefined, bundle?: string]

function held(changes: readonly Change[], time = 100, listed: readonly Change[] = []) {
  const entity: Entity<typeof grants> = {}
  for (const [at, value, detail = ''] of listed)
    observe(grants, entity, 'listed_scopes', { at, value, event: 'inventory', detail })
  for (const [at, value, detail, bundle] of changes) {
    const change = { at, value, event: `${at}`, ...(detail !== undefined && { detail }), ...(bundle && { bundle }) }
    observe(grants, entity, 'scope_changes', change)
    if (value === 'removed' || value === 'revoked') continue
    for (const scope of detail?.split(' ') ?? []) observe(grants, entity, 'scopes', { value: scope, first: at })
    if (value !== 'none') observe(grants, entity, 'tiers', { value, first: at })
  }
  return heldBy(new View([{ entity }]), time)
}

const renewed: readonly Change[] = [
  [1, 'critical', 'Mail.ReadWrite User.Read'],
  [2, 'revoked'],
  [3, 'low', 'User.Read'],
]
const reduced = { scopes: ['User.Read'], tier: 'low', formerTier: 'critical' }
const both = { scopes: ['Mail.ReadWrite', 'User.Read'], tier: 'critical' }

it('a grant that was revoked and made again holds only its new permissions and their tier', () => {
  expect(held(renewed)).toEqual(reduced)
  expect(held(renewed.toReversed())).toEqual(reduced)
  expect(held(renewed, 2)).toEqual(both)
})

it('a grant holds the removed permissions that a later inventory contains', () => {
  const inventory: Change = [4, 'critical', 'Mail.ReadWrite User.Read']
  expect(held(renewed, 100, [inventory])).toEqual(both)
  expect(held(renewed, 4, [inventory])).toEqual(reduced)
  expect(held(renewed, 100, [[4, 'low', 'User.Read']])).toEqual(reduced)
  expect(held(renewed, 100, [[1, 'critical', 'Mail.ReadWrite']])).toEqual(reduced)
})

it('a revoked grant keeps the list of what was revoked', () => {
  expect(held(renewed.slice(0, 2))).toEqual(both)
})

it('a grant does not hold a permission that was removed from it', () => {
  const removal: Change = [2, 'removed', 'Mail.ReadWrite']
  expect(held([[1, 'critical', 'Mail.ReadWrite User.Read'], removal, [2, 'low', 'User.Read']])).toEqual(reduced)
})

it('a revocation that names the permissions of one API leaves those of another API', () => {
  expect(
    held([
      [1, 'high', 'EWS.AccessAsUser.All'],
      [2, 'critical', 'Mail.ReadWrite'],
      [3, 'revoked', 'Mail.ReadWrite'],
      [4, 'low', 'User.Read'],
    ]),
  ).toEqual({ scopes: ['EWS.AccessAsUser.All', 'User.Read'], tier: 'high', formerTier: 'critical' })
})

it('a grant with more permission changes than the store keeps holds the restored ones, not the removed ones', () => {
  const names = Array.from({ length: 30 }, (_, i) => `Read.${i}`)
  const granted = names.map((scope): Change => [1, 'low', scope])
  const removals = ['Mail.ReadWrite', ...names].map((scope): Change => [2, 'removed', scope])
  expect(held([[1, 'critical', 'Mail.ReadWrite'], ...granted, ...removals]).scopes).toEqual([])
  const inventory = ['Mail.ReadWrite', ...names].map((scope, i): Change => [4, i === 0 ? 'critical' : 'low', scope])
  const critical = held(
    [[1, 'critical', 'Mail.ReadWrite'], ...granted, [2, 'removed', 'Mail.ReadWrite']],
    100,
    inventory,
  )
  expect(critical.scopes).toContain('Mail.ReadWrite')
})

it('both acts of a replacement are one click in any order', () => {
  expect(
    held([
      [1, 'low', 'User.Read'],
      [2, 'high', 'Mail.Read User.Read', 'click'],
      [3, 'revoked', undefined, 'click'],
    ]).scopes,
  ).toEqual(['Mail.Read', 'User.Read'])
})
