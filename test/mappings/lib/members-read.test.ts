import { expect, it } from 'vitest'
import { membersRead } from '../../../mappings/lib/compile.ts'
import { loadMappings } from '../../../pipeline/chain.ts'

/** From 128 members on, V8 makes a hash table of an object literal, which is eight times as slow to make and read. */
const mostLiteralMembers = 127

const views = (await loadMappings()).filter(({ reads }) => reads !== undefined)

it('the unified audit log is among the mappings with a view of the read members', () => {
  expect(views.map(({ dataset }) => dataset)).toContain('o365.audit')
})

it.each(views)('the view of a record of $dataset has few enough members to avoid V8 dictionary mode', (mapping) => {
  const members = [...membersRead(mapping)]
  expect(members.length, members.sort().join(' ')).toBeLessThanOrEqual(mostLiteralMembers)
})
