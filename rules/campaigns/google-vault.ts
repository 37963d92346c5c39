// Builders of Vault events and of the alert about a sensitive act of an administrator, and a view of the quiet days through some logs alone.
import type { RawRecord } from './campaign.ts'
import type { Background } from './google-background.ts'
import { type App, activity, idOf, type Network, type Org, type Person, text } from './google-layouts.ts'
import { parameters, type Value } from './google-parameters.ts'

interface VaultParts {
  readonly at: number
  readonly who: Person
  readonly from?: Network | null | undefined
  readonly name: string
  readonly values: Readonly<Record<string, Value>>
  /** The client that called the Vault API for the person; the console without one. */
  readonly through?: App
}

/** One act in Vault. */
export const vault = (org: Org, parts: VaultParts): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'vault',
    who: parts.who,
    from: parts.from,
    through: parts.through,
    events: [{ type: 'user_action', name: parts.name, parameters: parameters(parts.values) }],
  })

/** Google reports that an administrator made a profile for sign-ins through an identity provider. */
export const ssoProfileAlert = (org: Org, at: number, who: Person, profile: string): RawRecord => {
  const customerId = org.customerId.slice(1)
  const alertId = org.random.uuid()
  const eventTime = new Date(at).toISOString()
  const createTime = new Date(at + 75_000).toISOString()
  const etag = `${text(org.random, 10)}=`
  return {
    customerId,
    alertId,
    createTime,
    startTime: eventTime,
    endTime: eventTime,
    type: 'SSO profile added',
    source: 'Sensitive Admin Action',
    data: {
      '@type': 'type.googleapis.com/google.apps.alertcenter.type.SensitiveAdminAction',
      eventTime,
      actorEmail: who.email,
      ssoProfileCreatedEvent: { inboundSsoProfileName: profile },
    },
    securityInvestigationToolLink: `admin.google.com/ac/ac/alert?id=${alertId}`,
    metadata: { customerId, alertId, status: 'NOT_STARTED', severity: 'MEDIUM', updateTime: createTime, etag },
    updateTime: createTime,
    etag,
  }
}

const applicationOf = (record: RawRecord): string => {
  const { id } = record as { id?: { applicationName?: string } }
  return id?.applicationName ?? ''
}

/** The quiet days of an organization that collects these logs alone. */
export const seenIn = (days: Background, applications: readonly string[]): Background => {
  const records = days.records.filter((record) => applications.includes(applicationOf(record)))
  const known = new Set(records.map(idOf))
  return { records, quiet: days.quiet.filter((id) => known.has(id)) }
}
