import { expect, it } from 'vitest'
import { mapCmdlet } from '../samples.ts'

function policyOf(operation: string, parameters: Record<string, string>) {
  const { setting, direction } = mapCmdlet(operation, parameters).oauth?.policy ?? {}
  return [direction, setting]
}

const foreign = 'a@other.example'

it.each([
  [
    'New-OrganizationRelationship',
    { MailboxMoveCapability: 'RemoteOutbound', Enabled: 'False' },
    'MailboxMoveCapability',
  ],
  ['Set-OrganizationRelationship', { Identity: 'x', Enabled: 'True' }, 'Enabled'],
  ['New-TransportRule', { BlindCopyTo: foreign, Enabled: 'False' }, 'BlindCopyTo'],
  ['New-TransportRule', { AddToRecipients: foreign }, 'AddToRecipients'],
  ['New-TransportRule', { GenerateIncidentReport: foreign }, 'GenerateIncidentReport'],
  ['New-TransportRule', { CopyTo: `b@northpier.example;${foreign}` }, 'CopyTo'],
  ['New-TransportRule', { CopyTo: 'b@mail.northpier.example' }, 'CopyTo'],
  ['New-TransportRule', { CopyTo: 'Outside Contact' }, 'CopyTo'],
  ['New-TransportRule', { CopyTo: `${foreign} b@northpier.example` }, 'CopyTo'],
  ['New-TransportRule', { CopyTo: `"${foreign};b@northpier.example"` }, 'CopyTo'],
  ['Enable-TransportRule', { Identity: 'x' }, 'Enabled'],
  ['New-JournalRule', { JournalEmailAddress: foreign, Enabled: 'False' }, 'JournalEmailAddress'],
  ['Enable-JournalRule', { Identity: 'x' }, 'Enabled'],
])('%s with %j opens a path to another organization', (operation, parameters, setting) => {
  expect(policyOf(operation, parameters)).toEqual(['loosened', setting])
})

it.each([
  ['Disable-TransportRule', { Identity: 'x' }],
  ['Disable-JournalRule', { Identity: 'x' }],
  ['Remove-TransportRule', { Identity: 'x' }],
  ['Set-OrganizationRelationship', { DomainNames: 'other.example', Enabled: 'False' }],
])('%s with %j closes a path to another organization', (operation, parameters) => {
  expect(policyOf(operation, parameters)).toEqual(['tightened', 'Enabled'])
})

it.each([
  ['New-TransportRule', { BlindCopyTo: 'b@NorthPier.example; c@northpier.example', Enabled: 'True' }],
  ['New-TransportRule', { BlindCopyTo: '"Voss, Ben" [SMTP:b@northpier.example]' }],
  ['Set-TransportRule', { RedirectMessageTo: '$null' }],
  ['Set-TransportRule', { RouteMessageOutboundConnector: '$null' }],
  ['Set-OutboundConnector', { SmartHosts: '$Null' }],
  ['Set-OutboundConnector', { SmartHosts: '' }],
  ['New-OrganizationRelationship', { DomainNames: 'a.example', MailboxMoveCapability: 'Inbound', Enabled: 'True' }],
  ['Disable-InboxRule', { Identity: 'x' }],
])('%s with %j opens and closes no path to another organization', (operation, parameters) => {
  expect(policyOf(operation, parameters)).toEqual([undefined, undefined])
})
