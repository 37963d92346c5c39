// Builders of calendar sharing, of refusals by context-aware access, of data transfers, and of service accounts that are deleted and restored.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { calendar, contextAwareAccess } from './google-events.ts'
import { type App, activity, type Network, type Org, type Parts, type Person, text } from './google-layouts.ts'
import { parameters, type Value } from './google-parameters.ts'

type Kind = 'web' | 'api_v3'

/** Somebody gives another address access to a calendar. */
export const calendarAccess = (
  org: Org,
  parts: Parts & {
    readonly calendar: string
    readonly grantee: string
    readonly level: 'freebusy' | 'read' | 'editor' | 'owner' | 'none'
    readonly kind: Kind
    readonly agent: string
  },
): RawRecord =>
  calendar(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'calendar_change',
    name: 'change_calendar_acls',
    values: {
      access_level: parts.level,
      api_kind: parts.kind,
      calendar_id: parts.calendar,
      grantee_email: parts.grantee,
      user_agent: parts.agent,
    },
  })

/** Somebody makes an appointment. */
export const appointment = (
  org: Org,
  parts: Parts & {
    readonly title: string
    readonly calendar: string
    readonly kind: Kind
    readonly agent: string
  },
): RawRecord =>
  calendar(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'event_change',
    name: 'create_event',
    values: {
      api_kind: parts.kind,
      calendar_id: parts.calendar,
      organizer_calendar_id: parts.calendar,
      event_id: text(org.random, 26),
      event_title: parts.title,
      is_recurring: false,
      user_agent: parts.agent,
    },
  })

/** A rule about devices and networks refuses an application to a person. */
export const deniedByContext = (
  org: Org,
  parts: Parts & { readonly application: string; readonly level: string; readonly state: string },
): RawRecord =>
  contextAwareAccess(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'CONTEXT_AWARE_ACCESS_USER_EVENT',
    name: 'ACCESS_DENY_EVENT',
    values: {
      CAA_ACCESS_LEVEL_APPLIED: parts.level,
      CAA_ACCESS_LEVEL_UNSATISFIED: parts.level,
      CAA_APPLICATION: parts.application,
      CAA_DEVICE_ID: `-${org.random.uuid()}`,
      CAA_DEVICE_STATE: parts.state,
    },
  })

/** An administrator changes an account, in the console or through a client. */
export const userSetting = (
  org: Org,
  parts: Parts & {
    readonly name: string
    readonly values: Readonly<Record<string, Value>>
    readonly through?: App
  },
): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'admin',
    who: parts.who,
    from: parts.from,
    through: parts.through,
    events: [{ type: 'USER_SETTINGS', name: parts.name, parameters: parameters(parts.values) }],
  })

/** The files of one person become the files of another. */
export const dataTransfer = (
  org: Org,
  parts: Parts & { readonly source: Person; readonly target: Person; readonly through?: App },
): RawRecord =>
  userSetting(org, {
    ...parts,
    name: 'CREATE_DATA_TRANSFER_REQUEST',
    values: {
      USER_EMAIL: parts.source.email,
      DESTINATION_USER_EMAIL: parts.target.email,
      APPLICATION_NAME: 'Drive and Docs',
    },
  })

/** A service account is deleted, or restored within 30 days: it keeps its unique number. */
export const accountLife = (
  org: Org,
  act: 'Delete' | 'Undelete',
  parts: { readonly at: number; readonly who: Person; readonly from: Network; readonly account: ServiceAccount },
): RawRecord => {
  const { account, who } = parts
  const timestamp = new Date(parts.at + org.random.integer(0, 999)).toISOString()
  const resource = `projects/-/serviceAccounts/${account.number}`
  const permission = `iam.serviceAccounts.${act.toLowerCase()}`
  const name = `projects/${account.project}/serviceAccounts/${act === 'Delete' ? accountEmail(account) : account.number}`
  const restored = {
    '@type': 'type.googleapis.com/google.iam.admin.v1.UndeleteServiceAccountResponse',
    restored_account: {
      name: `projects/${account.project}/serviceAccounts/${accountEmail(account)}`,
      project_id: account.project,
      unique_id: account.number,
      email: accountEmail(account),
      oauth2_client_id: account.number,
    },
  }
  return {
    insertId: text(org.random, 13),
    logName: `projects/${account.project}/logs/cloudaudit.googleapis.com%2Factivity`,
    resource: {
      type: 'service_account',
      labels: { email_id: accountEmail(account), project_id: account.project, unique_id: account.number },
    },
    timestamp,
    receiveTimestamp: new Date(parts.at + 2100).toISOString(),
    severity: 'NOTICE',
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      status: {},
      authenticationInfo: { principalEmail: who.email, principalSubject: `user:${who.email}` },
      requestMetadata: {
        callerIp: parts.from.ip,
        callerSuppliedUserAgent: `google-cloud-sdk gcloud/541.0.0 command/gcloud.${act === 'Delete' ? '' : 'beta.'}iam.service-accounts.${act.toLowerCase()},gzip(gfe)`,
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      serviceName: 'iam.googleapis.com',
      methodName: `google.iam.admin.v1.${act}ServiceAccount`,
      authorizationInfo: [{ resource, permission, granted: true, resourceAttributes: { name: resource } }],
      resourceName: resource,
      request: { '@type': `type.googleapis.com/google.iam.admin.v1.${act}ServiceAccountRequest`, name },
      response: act === 'Delete' ? { '@type': 'type.googleapis.com/google.protobuf.Empty' } : restored,
    },
  }
}
