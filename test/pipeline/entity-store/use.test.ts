import { expect, it } from 'vitest'
import { directoryKind } from '../../../pipeline/entity-store/use.ts'

it.each([
  ['directory.roles.list', 'directory/roles'],
  ['admin.reports.activities.list', 'reports/activities'],
  ['directory.orgunits.list', undefined],
  ['directory.customers.get', undefined],
  ['directory.chromeosdevices.list', undefined],
  ['groupssettings.groups.get', undefined],
  ['HEAD /Applications/{id}/owners', 'applications'],
  ['GET /identity/conditionalAccess/policies/{id}', 'identity/conditionalaccess/policies'],
  ['GET /{id}', undefined],
])('the call %s reads the kind of directory data %s', (method, kind) => {
  const activity = { kind: 'directory', access: 'list', method } as const
  expect(directoryKind({ action: 'app_use', activity })).toBe(kind)
})
