// The members of a group that receives a role.
import { expect, it } from 'vitest'
import { annotated, eventOf } from './events.ts'

const group = '99999999-0000-4000-8000-000000000001'
const application = 'aaaaaaaa-0000-4000-8000-000000000001'

const change = (action: string, hours: number, member: object) =>
  eventOf('azure.auditlogs', hours, { event: { action }, oauth: { role: { group } }, ...member })
const ofApplication = (action: string, hours: number) =>
  change(action, hours, { oauth: { role: { group }, app: { object_id: application } } })
const ofPerson = (action: string, hours: number) =>
  change(action, hours, { user: { target: { email: 'jonas@northpier.example' } } })

async function riskyMembers(changes: Parameters<typeof annotated>[0]) {
  const name = 'Global Administrator'
  const oauth = { role: { group, name, tier: 'critical' as const } }
  const events = [...changes, eventOf('azure.auditlogs', 999, { event: { action: 'Add member to role' }, oauth })]
  return (await annotated(events)).at(-1)?.role?.risky_members
}

it('an application remains a member of a group however often the accounts in the group change', async () => {
  const changes = Array.from({ length: 100 }, (_, index) =>
    ofPerson(index % 2 ? 'Remove member from role' : 'Add member to role', index + 1),
  )
  expect(await riskyMembers([ofApplication('Add member to group', 0), ...changes])).toEqual([application])
})

it('a member that ceases to be an owner, or an eligible member whose activation ends, remains in the group', async () => {
  const member = ofApplication('Add member to group', 0)
  const owner = [ofApplication('Add owner to group', 1), ofApplication('Remove owner from group', 2)]
  expect(await riskyMembers([member, ...owner])).toEqual([application])
  expect(await riskyMembers([member, ...owner, ofApplication('Remove member from group', 3)])).toBeUndefined()
  const eligible = ofApplication('Add eligible member to role', 0)
  const expired = ofApplication('Remove member from role (PIM activation expired)', 1)
  expect(await riskyMembers([eligible, expired])).toEqual([application])
})
