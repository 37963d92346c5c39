import fc from 'fast-check'
import { expect, it } from 'vitest'
import { microsoftPermissions } from '../../../mappings/knowledge/load.ts'
import {
  combinationTiers,
  googleScopeTier,
  permissionNameById,
  permissionTier,
  tierRank,
} from '../../../mappings/knowledge/permissions.ts'

const graph = '00000003-0000-0000-c000-000000000000'
const exchange = '00000002-0000-0ff1-ce00-000000000000'
const sharePoint = '00000003-0000-0ff1-ce00-000000000000'
const defender = 'fc780465-2017-40d4-a0c5-307022471b92'

it.each([
  ['RoleManagement.ReadWrite.Directory', graph, '9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8', 'critical'],
  ['Mail.Read', graph, '810c84a8-4a9e-49e6-bf7d-12d183f40d01', 'critical'],
  ['MailboxSettings.ReadWrite', graph, '6931bccd-447a-43d1-b442-00a195474933', 'high'],
  ['Directory.Read.All', graph, '7ab1d382-f21e-4acd-a863-ba3e13f7da61', 'high'],
  ['full_access_as_app', exchange, 'dc890d15-9560-4a4c-9b7f-a736ec74ec40', 'critical'],
  ['Sites.FullControl.All', sharePoint, '678536fe-1083-478a-9c59-b99265e6b0d3', 'critical'],
  ['Machine.LiveResponse', defender, '1629b959-c0af-42a1-92f0-f6162060bdf1', 'critical'],
])('the application permission %s of %s is found by its id and by its name', (name, resourceAppId, id, tier) => {
  const expected = { tier, name, known: true, ambiguous: false }
  expect(permissionTier({ resourceAppId, type: 'application', id })).toMatchObject(expected)
  expect(permissionTier({ resourceAppId, type: 'application', name })).toMatchObject(expected)
  expect(permissionNameById(resourceAppId, 'application', id)).toBe(name)
})

it.each([
  ['Mail.Read', '570282fd-fa5c-430d-a7fd-fc8dc98a9dca', 'high'],
  ['offline_access', '7427e0e9-2fba-42fe-b0c0-848c9e6a8182', 'medium'],
  ['User.Read', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', 'low'],
])('the delegated permission %s is found by its ID', (name, id, tier) => {
  expect(permissionTier({ resourceAppId: graph, type: 'delegated', id })).toMatchObject({ tier, name })
})

it('one permission ID has different names on two resources, and no name without a resource', () => {
  const id = 'ef54d2bf-783f-4e0f-bca1-3210c0444d99'
  expect(permissionNameById(graph, 'application', id)).toBe('Calendars.ReadWrite')
  expect(permissionNameById(exchange, 'application', id)).toBe('Calendars.ReadWrite.All')
  expect(permissionNameById(undefined, 'application', id)).toBeUndefined()
  expect(permissionNameById(undefined, 'application', 'e2a3a72e-5f79-4c64-b1b1-878b674786c9')).toBe('Mail.ReadWrite')
})

it.each([
  ['an ID on two resources', { type: 'application', id: 'ef54d2bf-783f-4e0f-bca1-3210c0444d99' }, 'high', true],
  ['an ID of one name', { type: 'application', id: 'e2a3a72e-5f79-4c64-b1b1-878b674786c9' }, 'critical', true],
  [
    'a name that the resource lacks',
    { resourceAppId: exchange, type: 'delegated', name: 'offline_access' },
    'medium',
    true,
  ],
  ['a name of one resource', { type: 'delegated', name: 'offline_access' }, 'medium', false],
  ['a name in another case', { type: 'delegated', name: 'mail.rEAD' }, 'high', true],
] as const)('a permission with %s is ambiguous if several resources define it', (_, query, tier, ambiguous) => {
  expect(permissionTier(query)).toMatchObject({ tier, known: true, ambiguous })
})

it('a permission that reaches more has no lower tier: the one with .All, and the application permission with the same name', () => {
  const key = (resource: string, type: string, name: string) => `${resource} ${type} ${name}`
  const tiers = new Map(
    microsoftPermissions().map(({ resourceAppId, type, name, tier }) => [key(resourceAppId, type, name), tier]),
  )
  const lower = microsoftPermissions().flatMap(({ resourceAppId, type, name, tier }) => {
    const wider = [key(resourceAppId, type, `${name}.All`), key(resourceAppId, 'application', name)]
    return wider.filter((each) => tierRank(tiers.get(each) ?? 'critical') < tierRank(tier))
  })
  expect(lower).toEqual([])
})

it('an ambiguous permission has the highest tier of any resource if the resource is unknown', () => {
  const verdict = permissionTier({ type: 'delegated', name: 'user.readwrite.all' })
  expect(verdict).toMatchObject({ known: true, ambiguous: true })
  for (const resourceAppId of [graph, sharePoint])
    expect(tierRank(verdict.tier)).toBeGreaterThanOrEqual(
      tierRank(permissionTier({ resourceAppId, type: 'delegated', name: 'User.ReadWrite.All' }).tier),
    )
})

it.each([
  ['application', 'Thing.ReadWrite.All', 'high'],
  ['application', 'Thing.Export', 'high'],
  ['application', 'Thing.Read.All', 'medium'],
  ['delegated', 'Thing.ReadWrite.All', 'medium'],
  ['application', 'File.Read.Group', 'high'],
  ['application', 'Profile.Read', 'medium'],
  ['delegated', 'Thing.Read', 'low'],
] as const)('the name of an unknown %s permission %s determines the tier %s', (type, name, tier) => {
  expect(permissionTier({ type, name })).toMatchObject({ tier, known: false })
})

it('an unknown permission without a name has a tier', () => {
  const id = '11111111-2222-3333-4444-555555555555'
  expect(permissionTier({ type: 'application', id })).toMatchObject({ tier: 'medium', known: false })
  expect(permissionNameById(undefined, 'application', id)).toBeUndefined()
})

it('no permission or scope causes an exception', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 50_000 }), fc.constantFrom('application', 'delegated'), (name, type) => {
      permissionTier({ type, name })
      permissionTier({ resourceAppId: name, type, id: name })
      googleScopeTier(name)
    }),
  )
})

it.each([
  ['https://mail.google.com/', 'critical'],
  ['https://mail.google.com', 'critical'],
  [' https://www.googleapis.com/auth/gmail.readonly ', 'high'],
  ['https://www.googleapis.com/auth/drive.metadata', 'medium'],
  ['https://docs.google.com/feeds/', 'critical'],
  ['https://www.googleapis.com/auth/chat.messages.readonly', 'high'],
  ['https://www.googleapis.com/auth/calendar.addons.current.event.write', 'medium'],
  ['https://www.googleapis.com/auth/drive.addons.metadata.readonly', 'low'],
  ['openid', 'low'],
])('the Google scope %s has the tier %s', (scope, tier) => {
  expect(googleScopeTier(scope)).toMatchObject({ tier, known: true })
})

it('an unknown Google scope for administration or cloud has the tier high, any other the tier medium', () => {
  const prefix = 'https://www.googleapis.com/auth/'
  for (const part of ['admin.new', 'cloud-new', 'ediscovery.new', 'iam.new'])
    expect(googleScopeTier(prefix + part)).toMatchObject({ tier: 'high', known: false })
  expect(googleScopeTier(`${prefix}new`)).toMatchObject({ tier: 'medium', known: false })
})

it.each([
  ['https://www.googleapis.com/auth/drive.everything', 'high'],
  ['https://www.googleapis.com/auth/drive.everything.readonly', 'high'],
  ['https://www.googleapis.com/auth/keep.labels', 'high'],
  ['https://www.googleapis.com/auth/keep.labels.readonly', 'medium'],
  ['https://docs.google.com/feeds/default/private', 'high'],
  ['https://www.google.com/m8/feeds/contacts', 'high'],
  ['https://www.googleapis.com/auth/tasks.new', 'medium'],
  ['https://www.googleapis.com/auth/documents.currentonly', 'medium'],
  ['https://www.googleapis.com/auth/calendar.addons.current.event.share', 'medium'],
])('the unknown Google scope %s has the tier %s by the known scope with which it begins', (scope, tier) => {
  expect(googleScopeTier(scope)).toMatchObject({ tier, known: false })
})

const kit =
  'offline_access contacts.read user.read mail.read mail.send files.readWrite.all files.read files.read.all openid profile'

it.each([
  ['mail.read offline_access', 'delegated', ['mail-exfil']],
  ['Mail.Read', 'delegated', []],
  ['offline_access', 'delegated', []],
  ['MailboxSettings.ReadWrite Mail.Send', 'delegated', ['mail-rules']],
  ['Mail.ReadWrite Mail.Send', 'delegated', ['mail-bec']],
  ['Application.ReadWrite.All', 'application', ['self-escalation']],
  ['Application.ReadWrite.All', 'delegated', []],
  [kit, 'delegated', expect.arrayContaining(['o365-attack-toolkit-default'])],
  [`${kit} email`, 'delegated', expect.not.arrayContaining(['o365-attack-toolkit-default'])],
  [kit.replace('offline_access ', ''), 'delegated', expect.not.arrayContaining(['o365-attack-toolkit-default'])],
] as const)('the permissions %s of the type %s have the combinations %j', (names, type, expected) => {
  expect(combinationTiers(names.split(' '), type).map(({ id }) => id)).toEqual(expected)
})

/** Permissions whose resource has only metadata, or messages of a service. */
const noContent = new Set([
  'ExchangeMessageTrace.Read.All',
  'ServiceMessage.Read.All',
  'SecurityAnalyzedMessage.Read.All',
])

it('an application permission for the messages, conversations or notes of all users is of the high tier or above', () => {
  const content =
    /(?:Message|Chat|Conversation|Interaction|Transcripts?|Recordings?|Notes|AiInsights?)\.Read(?:Write)?\.All$/
  const found = microsoftPermissions().filter(
    ({ type, name, resourceAppId }) =>
      type === 'application' && resourceAppId === graph && content.test(name) && !noContent.has(name),
  )
  expect(found.length).toBeGreaterThan(15)
  expect(found.filter(({ tier }) => tierRank(tier) < 2).map(({ name }) => name)).toEqual([])
})

it('permissions that control the directory are critical', () => {
  const found = microsoftPermissions().filter(({ control }) => control === true)
  expect(found.length).toBeGreaterThan(20)
  expect(found.filter(({ tier }) => tier !== 'critical').map(({ name }) => name)).toEqual([])
})
