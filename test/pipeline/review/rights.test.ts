import { expect, it } from 'vitest'
import { containApp } from '../../../pipeline/review/containment/contain.ts'
import { isApplication, type ReviewedApp } from '../../../pipeline/review/review.ts'
import { reviewRecords } from './reviewed-app.ts'

const id = '0a1b7ab4-e3c2-4e75-93ad-6ea6d16cffbf'
const mara = 'mara.voss@northpier.example'

let second = 10
function cmdlet(Operation: string, parameters: Readonly<Record<string, string>>, ObjectId = ''): string {
  return JSON.stringify({
    CreationTime: `2026-03-11T09:00:${second++}`,
    Id: `7627a837-18de-44fb-1e94-08db640a58${second}`,
    Operation,
    RecordType: 1,
    ResultStatus: 'True',
    UserId: 'ivo.brandt@northpier.example',
    Workload: 'Exchange',
    OrganizationId: '8d4121ed-0008-406d-bff9-0d5bb312183c',
    ObjectId,
    Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })),
  })
}

const review = async (...records: string[]) => (await reviewRecords(records))[0] as ReviewedApp

const group = (name: string, scope?: Readonly<Record<string, string>>) =>
  cmdlet('New-RoleGroup', { Name: name, Roles: 'ApplicationImpersonation', Members: id, ...scope })
const commands = (app: ReviewedApp) => containApp(app).steps.map(({ command }) => command)
const removals = (app: ReviewedApp) => commands(app).filter((command) => command.includes('-Confirm:$false'))

it('an object with an Exchange role is an application with a tenant-wide role and a removal command', async () => {
  const app = await review(group("Bad' Group"), group('Bad Group'))
  expect(app).toMatchObject({ id, status: 'enabled', breadth: 'tenant', unproven: {} })
  expect(app.reasons).toContain(
    "member of the Exchange role group Bad' Group, member of the Exchange role group Bad Group",
  )
  expect(app.exposed).toEqual(['ivo.brandt@northpier.example'])
  expect(removals(app)).toEqual([`Remove-RoleGroupMember -Identity 'Bad Group' -Member '${id}' -Confirm:$false`])
  const { breaks, gaps } = containApp(app)
  expect(breaks.join()).toContain('may also belong to a person')
  expect(gaps.join()).toContain("Bad' Group")
})

it('each of several members of a new role group holds its role', async () => {
  const others = [1, 2].map((i) => `${i}1111111-2222-4333-8444-555555555555`)
  const Members = [others[0], mara, id, others[1]?.toUpperCase()].join(';')
  const created = cmdlet('New-RoleGroup', { Name: 'Bad Group', Members })
  const apps = await reviewRecords([created])
  expect(apps.map((app) => app.id).sort()).toEqual([id, ...others])
  for (const app of apps) expect(removals(app)).toHaveLength(1)
})

it('each Exchange right has its own removal command, and a removed right has none', async () => {
  const [mailbox, folder] = [{ Identity: mara }, { Identity: `${mara}:\\Calendar` }]
  const app = await review(
    cmdlet('Add-MailboxPermission', { ...mailbox, User: id, AccessRights: 'FullAccess' }),
    cmdlet('Add-RecipientPermission', { ...mailbox, Trustee: id, AccessRights: 'SendAs' }),
    cmdlet('Add-MailboxFolderPermission', { ...folder, User: id, AccessRights: 'Editor' }),
    cmdlet('New-ManagementRoleAssignment', { App: id, Role: 'Application Mail.Read' }),
  )
  expect(removals(app).sort()).toEqual([
    `Get-ManagementRoleAssignment -Role 'Application Mail.Read' | Where-Object { $_.RoleAssigneeName -in @('${id}') } | Remove-ManagementRoleAssignment -Confirm:$false`,
    `Remove-MailboxFolderPermission -Identity '${mara}:\\Calendar' -User '${id}' -Confirm:$false`,
    `Remove-MailboxPermission -Identity '${mara}' -User '${id}' -AccessRights FullAccess -Confirm:$false`,
    `Remove-RecipientPermission -Identity '${mara}' -Trustee '${id}' -AccessRights SendAs -Confirm:$false`,
  ])
  const undone = await review(
    group('Bad Group'),
    cmdlet('Remove-RoleGroupMember', { Identity: 'Bad Group', Member: id }),
  )
  expect(undone).toMatchObject({ breadth: 'none', reasons: [] })
  expect(removals(undone)).toEqual([])
})

it('a removed Exchange right has no removal command, in any case and with any other right', async () => {
  const add = (Identity: string) => cmdlet('Add-MailboxPermission', { Identity, User: id, AccessRights: 'FullAccess' })
  const AccessRights = 'ReadPermission, FullAccess'
  const removal = () => cmdlet('Remove-MailboxPermission', { Identity: mara.toUpperCase(), User: id, AccessRights })
  expect(removals(await review(add(mara), removal()))).toEqual([])
  expect(removals(await review(removal(), add(mara)))).toHaveLength(1)
})

it.each([
  [
    'without write access',
    () => cmdlet('Add-RoleGroupMember', { Identity: 'View-Only Organization Management', Member: id }),
  ],
  ['with a scope', () => group('Desk', { CustomRecipientWriteScope: 'Desk' })],
])('a role group %s does not expose the administrator who added the member', async (_, record) => {
  const granted = record()
  const app = await review(granted)
  expect(app).toMatchObject({ exposed: [], reasons: [] })
  expect(removals(app)).toHaveLength(1)
  const { target: Identity } = app.rights[0] as ReviewedApp['rights'][number]
  const removed = cmdlet('Remove-RoleGroupMember', { Identity, Member: id })
  expect(removals(await review(granted, removed))).toEqual([])
})

const assignment = () =>
  cmdlet('New-ManagementRoleAssignment', { App: id, Role: 'Application Mail.Read' }, 'Mail-Ledger')
const membersLeft = (Members: string) => () => cmdlet('Update-RoleGroupMember', { Identity: 'GROUP', Members })
const other = '11111111-2222-4333-8444-555555555555'

it.each([
  ['a removed role group', 0, () => group('Group'), () => cmdlet('Remove-RoleGroup', { Identity: 'group' })],
  ['a list without the member', 0, () => group('Group'), membersLeft(`${mara},${other}`)],
  ['a list with the member', 1, () => group('Group'), membersLeft(`${other},${id}`)],
  ['a list with a name', 1, () => group('Group'), membersLeft('Ledger Sync')],
  ['a removed assignment', 0, assignment, () => cmdlet('Remove-ManagementRoleAssignment', { Identity: 'mail-ledger' })],
  ['another removed assignment', 1, assignment, () => cmdlet('Remove-ManagementRoleAssignment', { Identity: 'other' })],
])('an application holds an Exchange role after %s: %i', async (_, held, grant, end) => {
  const records = [grant(), end()]
  const app = (await reviewRecords(records)).find((each) => each.id === id) as ReviewedApp
  expect(app.rights.filter(({ revoked }) => revoked === undefined)).toHaveLength(held)
  expect(removals(await review(records[1] as string, grant()))).toHaveLength(1)
})

it('a person with an Exchange role is not an application, and containment covers the account', async () => {
  const created = JSON.stringify({
    CreationTime: '2026-03-10T09:00:00',
    Id: '8627a837-18de-44fb-1e94-08db640a5899',
    RecordType: 15,
    Operation: 'UserLoggedIn',
    ResultStatus: 'Success',
    UserId: mara,
    UserKey: id,
    Workload: 'AzureActiveDirectory',
    OrganizationId: '8d4121ed-0008-406d-bff9-0d5bb312183c',
    Actor: [
      { ID: id, Type: 0 },
      { ID: mara, Type: 5 },
    ],
    ApplicationId: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
    ClientIP: '192.0.2.1',
  })
  const person = (await reviewRecords([created, group('Group')])).find((app) => app.id === id) as ReviewedApp
  expect(person.unproven).toEqual({ account: mara })
  expect(isApplication(person)).toBe(false)
  expect(commands(person).join('\n')).toContain(`Revoke-MgUserSignInSession -UserId '${mara}'`)
  expect(commands(person).join('\n')).not.toContain('$sp')
})
