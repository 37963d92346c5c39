import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../../mappings/kernel/json.ts'
import { mapRecord } from '../samples.ts'

const record = { CreationTime: '2026-03-11T09:14:27', Id: 'r1', RecordType: 14 }
const sharing = (Operation: string, more: JsonObject = {}) => mapRecord({ ...record, Operation, ...more }).saas?.sharing

const shared = (TargetUserOrGroupType: string) => ({
  TargetUserOrGroupType,
  TargetUserOrGroupName: 'a@partner.example',
})
const guest = { TargetUserOrGroupType: 'Guest', TargetUserOrGroupName: 'buyer@partner.example' }

it.each([
  ['AnonymousLinkCreated', {}],
  ['AnonymousLinkUpdated', {}],
  ['SharingSet', guest],
  ['SharingInvitationCreated', guest],
  ['AddedToSecureLink', guest],
  ['SecureLinkCreated', { SharingLinkScope: 'Anyone' }],
  ['SharingLinkCreated', { SharingLinkScope: 'Anyone' }],
  ['AddedToSharingLink', guest],
  ['AddedToSecureLink', shared('Partner')],
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

it.each([
  ['Member', false],
  ['SecurityGroup', undefined],
  ['SharePointGroup', undefined],
])('a file shared with a %s is external: %s, because only a person belongs to one organization', (kind, external) => {
  expect(sharing('SharingSet', shared(kind))?.external).toBe(external)
})

// The operations that give access in the tables of the audit log.
// https://learn.microsoft.com/en-us/purview/audit-log-activities#sharing-and-access-request-activities
it.each(
  `
  AccessRequestApproved AddedToGroup AddedToSecureLink AddedToSharingLink AnonymousLinkCreated AnonymousLinkUpdated
  CompanyLinkCreated CompanyLinkUpdated PermissionLevelAdded SecureLinkCreated SecureLinkUpdated SharingInvitationCreated
  SharingInvitationUpdated SharingLinkCreated SharingLinkUpdated SharingPermissionChanged SharingSet SitePermissionsModified`
    .trim()
    .split(/\s+/),
)('an application that gives an external party access to a file changes permissions: %s', (Operation) => {
  const AppAccessContext = { ClientAppId: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c999' }
  const { oauth, saas } = mapRecord({ ...record, Operation, ...guest, AppAccessContext })
  expect(saas?.sharing?.external).toBe(true)
  expect(oauth?.activity?.access).toBe('permission')
})
