import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../../mappings/kernel/json.ts'
import { mapRecord } from '../samples.ts'

const sharing = (Operation: string, more: JsonObject = {}) =>
  mapRecord({ CreationTime: '2026-03-11T09:14:27', Id: 'r1', RecordType: 14, Operation, ...more }).saas?.sharing

const guest = { TargetUserOrGroupType: 'Guest', TargetUserOrGroupName: 'buyer@partner.example' }

it.each([
  ['AnonymousLinkCreated', {}],
  ['AnonymousLinkUpdated', {}],
  ['SharingSet', guest],
  ['SharingInvitationCreated', guest],
  ['AddedToSecureLink', guest],
  ['SecureLinkCreated', { SharingLinkScope: 'Anyone' }],
])('access of an external party to a file in SharePoint is external: %s %j', (operation, more) => {
  expect(sharing(operation, more)?.external).toBe(true)
})

it.each([
  ['AnonymousLinkRemoved', {}],
  ['SecureLinkDeleted', { SharingLinkScope: 'Anyone' }],
  ['SharingRevoked', guest],
  ['SharingInvitationRevoked', guest],
  ['SharingInvitationBlocked', guest],
  ['AccessRequestDenied', guest],
  ['RemovedFromSecureLink', guest],
])('a change to a file in SharePoint that gives nobody access is not external: %s %j', (operation, more) => {
  expect(sharing(operation, more)?.external).toBeUndefined()
})
