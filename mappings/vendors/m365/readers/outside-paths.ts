// Paths to another organization that an Exchange cmdlet opens or closes: the other organization can read
// calendars, receive mail or pull whole mailboxes, without a consent and without an account in this tenant. Mail that a
// transport rule stops also takes another path.
// https://learn.microsoft.com/en-us/microsoft-365/enterprise/cross-tenant-mailbox-migration
import type { OauthGroup } from '../../../fields/document.ts'
import { table } from '../../../kernel/table.ts'
import { toLong } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft, AuditRecord } from './audit-record.ts'
import { parameterOf } from './collections.ts'
import { addressesIn } from './recipients.ts'
import { operationOf } from './record.ts'

type Policy = NonNullable<OauthGroup['policy']>

const on = /^(?:true|on)$/i
const any = /\S/
/** The value names recipients, which can be in this organization. */
const recipients = /\S/

/** The parameters that open a path, by the noun of the cmdlet, and their opening values. The first match counts. */
const openings: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = table({
  organizationrelationship: {
    MailboxMoveCapability: /outbound/i,
    MailboxMovePublishedScopes: any,
    MailboxMoveEnabled: on,
    FreeBusyAccessEnabled: on,
    FreeBusyAccessLevel: /^(?:AvailabilityOnly|LimitedDetails)$/i,
    MailTipsAccessEnabled: on,
    ArchiveAccessEnabled: on,
    DeliveryReportEnabled: on,
    PhotosEnabled: on,
    DomainNames: any,
    Enabled: on,
  },
  intraorganizationconnector: { TargetAddressDomains: any, DiscoveryEndpoint: any, Enabled: on },
  federatedorganizationidentifier: { AccountNamespace: any, DefaultDomain: any, Enabled: on },
  sharingpolicy: { Domains: any, Enabled: on },
  // Migrations in both directions have a delivery domain. Only a move out of this tenant has a target endpoint.
  migrationendpoint: { RemoteTenant: any, RemoteServer: any },
  migrationbatch: { TargetEndpoint: any },
  moverequest: { Outbound: on },
  remotedomain: { AutoForwardEnabled: on },
  hostedoutboundspamfilterpolicy: { AutoForwardingMode: on },
  outboundconnector: { SmartHosts: any, Enabled: on },
  inboundconnector: { SenderDomains: any, SenderIPAddresses: any, Enabled: on },
  transportrule: {
    BlindCopyTo: recipients,
    CopyTo: recipients,
    AddToRecipients: recipients,
    RedirectMessageTo: recipients,
    ModerateMessageByUser: recipients,
    GenerateIncidentReport: recipients,
    RouteMessageOutboundConnector: any,
    DeleteMessage: on,
    Quarantine: on,
  },
  journalrule: { JournalEmailAddress: any },
})

/** Parameters that name the other organization. */
const partners = ['DomainNames', 'RemoteTenant', 'TargetAddressDomains', 'RemoteServer', 'RemoteHostName', 'DomainName']

/** Whether all recipients have the domain of the person who acts. A name without a domain can belong to anybody. */
function areInside(value: string, { UserId }: AuditRecord): boolean {
  const domain = textOf(UserId)?.split('@')[1]?.toLowerCase()
  return (
    domain !== undefined &&
    addressesIn(value.toLowerCase()).every((address) => splitUserName(address)?.domain === domain)
  )
}

const recipientSettings: ReadonlySet<string | undefined> = new Set(
  Object.values(openings).flatMap((of) => Object.keys(of).filter((name) => of[name] === recipients)),
)

/** Whether a path leads only to recipients in these domains. */
export function leadsOnlyTo(domains: ReadonlySet<string>, { setting, new: now = [] }: Policy): boolean {
  const addresses = now.flatMap((text) => addressesIn(text.toLowerCase()))
  const isThere = (address: string) => domains.has(splitUserName(address)?.domain ?? '')
  return recipientSettings.has(setting) && addresses.length > 0 && addresses.every(isThere)
}

/** Reads a path that a person opened or closed. For an application that runs a cmdlet, the act is a use. */
export function readOutsidePath(draft: AuditDraft): OauthGroup | undefined {
  const { record } = draft
  const [verb, noun = ''] = operationOf(record).split('-')
  const opening = openings[noun]
  if (opening === undefined || toLong(record.UserType) === 5) return undefined
  const value = (name: string) => parameterOf(draft, name)
  const closes =
    verb === 'remove' || verb === 'disable' || (verb === 'set' && value('Enabled')?.toLowerCase() === 'false')
  // Incoming mailboxes expose nothing to the other organization.
  const comesIn = /^(?:remote)?inbound$/i.test(value('MailboxMoveCapability') ?? '')
  // A new path that is off counts: later, a record that enables it does not show what it opens.
  const opens = (name: string) => {
    const now = value(name) ?? ''
    if (comesIn && /^(?:MailboxMove|DomainNames|Enabled)/.test(name)) return false
    return opening[name]?.test(now) === true && !(opening[name] === recipients && areInside(now, record))
  }
  const isRecipients = (name: string) => opening[name] === recipients
  const all = Object.keys(opening).filter(opens)
  // Recipients can be in another domain of this organization, so any other way out counts first.
  const found = verb === 'enable' ? 'Enabled' : (all.find((name) => !isRecipients(name)) ?? all[0])
  const opened = closes ? undefined : found
  if (opened === undefined && !closes) return undefined
  const setting = opened ?? 'Enabled'
  const policy: Policy = {
    setting,
    direction: opened === undefined ? 'tightened' : 'loosened',
  }
  const stated = isRecipients(setting) ? all : [setting]
  const now = stated.map(value).filter((text) => text !== undefined)
  if (now.length > 0) policy.new = now
  put(policy, 'name', value('Identity') ?? value('Name') ?? textOf(record.ObjectId))
  put(
    policy,
    'scope',
    partners.map(value).find((partner) => partner !== undefined),
  )
  return { action: 'policy_change', policy }
}
