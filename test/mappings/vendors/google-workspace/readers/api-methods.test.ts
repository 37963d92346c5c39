import { expect, it } from 'vitest'
import { activityAccess, activityKind } from '../../../../../mappings/vendors/google-workspace/readers/api-methods.ts'

it.each([
  ['gmail.users.messages.list', 'list'],
  ['gmail.users.messages.get', 'read'],
  ['gmail.users.history.list', 'sync'],
  ['gmail.users.messages.send', 'send'],
  ['gmail.users.settings.filters.create', 'write'],
  ['gmail.users.settings.delegates.create', 'permission'],
  ['gmail.users.messages.batchDelete', 'delete'],
  ['drive.files.export', 'export'],
  ['drive.changes.list', 'sync'],
  ['drive.permissions.create', 'permission'],
  ['drive.permissions.list', 'list'],
  ['people.connections.list', 'list'],
  ['something.entirely.unheard', undefined],
  ['get', 'read'],
  [undefined, undefined],
])('the way of access of %s is %s', (method, access) => {
  expect(activityAccess(method)).toBe(access)
})

it.each([
  ['GMAIL', 'gmail', 'gmail.users.messages.list', 'mail'],
  ['GSUITE_ADMIN', 'admin', 'directory.users.list', 'directory'],
  ['GSUITE_ADMIN', 'admin', 'reports.activities.list', 'admin'],
  ['OTHER', 'sheets', 'sheets.spreadsheets.get', 'file'],
  ['DRIVE', 'calendar', 'calendar.events.list', 'calendar'],
  ['IDENTITY', 'people', 'people.people.get', 'identity'],
  ['GMAIL', undefined, 'unheard.of', 'mail'],
  [undefined, undefined, 'calendar.events.list', 'calendar'],
  ['GPLUS', undefined, undefined, 'other'],
])('the kind of data of %s %s %s is %s', (product, api, method, kind) => {
  expect(activityKind(product, api, method)).toBe(kind)
})
