import { expect, it } from 'vitest'
import { mapEvent } from './map-sample.ts'

const file = [
  { name: 'primary_event', boolValue: true },
  { name: 'doc_id', value: 'd1' },
  { name: 'doc_title', value: 'Prices.2026.xlsx' },
  { name: 'doc_type', value: 'msexcel' },
  { name: 'owner', value: 'ines@northpier.example' },
  { name: 'visibility', value: 'people_with_link' },
]

it('a drive document has the file and its owner', () => {
  const document = mapEvent('drive', 'download', file)
  expect(document.file).toEqual({ name: 'Prices.2026.xlsx', extension: 'xlsx', type: 'file', owner: 'ines' })
  expect(document.event).toMatchObject({ category: ['file'], type: ['info', 'access'] })
  expect(document.related?.user).toContain('ines')
  expect(document.oauth).toBeUndefined()
})

it.each(['folder', 'shared_drive'])('a %s in a Drive document is a directory', (value) => {
  expect(mapEvent('drive', 'create', [{ name: 'doc_type', value }]).file?.type).toBe('dir')
})

it('a drive document has the recipients of a shared file', () => {
  const document = mapEvent('drive', 'change_user_access', [
    ...file,
    { name: 'target_user', value: 'out@partner.example' },
  ])
  expect(document.user?.target).toMatchObject({ email: 'out@partner.example', domain: 'partner.example' })
  expect(document.event.category).toEqual(['file', 'iam', 'configuration'])
})

it('a drive document is use by an application that Google names by its project or its client', () => {
  const project = { name: 'originating_app_id', value: '417730926581' }
  expect(mapEvent('drive', 'download', [...file, project]).oauth).toMatchObject({
    action: 'app_use',
    app: { registration_id: '417730926581' },
    account: { name: 'noor.baker@northpier.example' },
    activity: { kind: 'file', api: 'drive', access: 'export' },
  })
  const actor = {
    email: 'a@northpier.example',
    applicationInfo: { oauthClientId: '417730926581-x', applicationName: 'Sync' },
  }
  const document = mapEvent('drive', 'view', [...file, project, { name: 'api_method', value: 'drive.files.get' }], {
    actor,
  })
  expect(document.oauth).toMatchObject({
    app: { id: '417730926581-x', name: 'Sync', registration_id: '417730926581' },
    activity: { method: 'drive.files.get', access: 'read' },
  })
  expect(document.service).toEqual({ id: '417730926581-x', name: 'Sync' })
})

it('a groups document has group, member and outcome', () => {
  const document = mapEvent('groups', 'add_user', [
    { name: 'group_email', value: 'finance@northpier.example' },
    { name: 'user_email', value: 'ines@northpier.example' },
    { name: 'member_role', value: 'owner' },
    { name: 'status', value: 'succeeded' },
  ])
  expect(document.group).toEqual({ name: 'finance', domain: 'northpier.example' })
  expect(document.user?.target).toMatchObject({ email: 'ines@northpier.example', group: { name: 'finance' } })
  expect(document.event).toMatchObject({ outcome: 'success', category: ['iam'], type: ['group', 'user', 'creation'] })
  expect(document.google_workspace?.groups).toMatchObject({ member: { role: 'owner' } })
})

it('a saml document has the outcome of its name and parameters without their prefix', () => {
  const document = mapEvent('saml', 'login_failure', [
    { name: 'failure_type', value: 'failure_app_not_enabled_for_user' },
    { name: 'saml_status_code', value: 'RESPONDER_URI' },
  ])
  expect(document.event).toMatchObject({ outcome: 'failure', reason: 'failure_app_not_enabled_for_user' })
  expect(document.google_workspace?.saml).toMatchObject({ status_code: 'RESPONDER_URI' })
})

it('a user_accounts document has the actor as its target', () => {
  const document = mapEvent('user_accounts', 'password_edit', [])
  expect(document.user?.target).toEqual({
    id: '100000000000000000017',
    name: 'Noor.Baker',
    email: 'Noor.Baker@northpier.example',
    domain: 'northpier.example',
  })
  expect(document.event).toMatchObject({ category: ['iam'], type: ['change', 'user'] })
})

const account = 'invoice-sync@northpier-sync.iam.gserviceaccount.com'

it('activity of a service account as itself is marked as an act on itself if the service account changes its own role', () => {
  const parameters = [
    { name: 'ROLE_NAME', value: '_SEED_ADMIN_ROLE' },
    { name: 'USER_EMAIL', value: account },
  ]
  const assigned = (email: string) => mapEvent('admin', 'ASSIGN_ROLE', parameters, { actor: { email } }).oauth
  expect(assigned(account)?.actor_app).toEqual({ name: account, self: true })
  expect(assigned('other@p.iam.gserviceaccount.com')?.actor_app?.self).toBe(false)
  expect(assigned('mara@northpier.example')?.actor_app).toBeUndefined()
})

const user = [{ name: 'USER_EMAIL', value: 'ines@northpier.example' }]

it('a device document is about the user of the device, who also acted where the envelope names nobody', () => {
  const named = mapEvent('device', 'DEVICE_SYNC_EVENT', user)
  expect(named.user).toMatchObject({
    email: 'Noor.Baker@northpier.example',
    target: { email: 'ines@northpier.example' },
  })
  const unnamed = mapEvent('device', 'DEVICE_SYNC_EVENT', user, { actor: { callerType: 'USER' } })
  expect(unnamed.user).toMatchObject({ email: 'ines@northpier.example', name: 'ines', domain: 'northpier.example' })
})

it('a device document is an account change only if a device is registered or removed', () => {
  const registered = [{ name: 'ACCOUNT_STATE', value: 'REGISTERED' }]
  const event = (name: string) => mapEvent('device', name, registered).event
  expect(event('DEVICE_REGISTER_UNREGISTER_EVENT')).toMatchObject({ category: ['iam'], type: ['creation'] })
  expect(event('DEVICE_SYNC_EVENT')).toMatchObject({ category: ['host'], type: ['info'] })
})
