// Everything that the fake vendors publish, by a seed: records with the time at which each becomes visible.
import { dice } from './dice.ts'
import type { Clock } from './fake-vendor-parts.ts'

export interface PublishOptions {
  readonly seed: number
  /** Log records of all sources together. */
  readonly records: number
  readonly clock: Clock
  /** Number of days that the polled logs go back. */
  readonly days: number
  /** Start of the clock. Records are spread over the time before the start and a few hours after it. */
  readonly start: number
}

export interface Blob {
  readonly id: string
  readonly type: string
  /** Time at which the blob became available; `listed` is the time from which a listing contains it. */
  readonly created: number
  readonly listed: number
  readonly records: readonly object[]
  /** Error with which every fetch of the blob fails. */
  readonly gone?: 'AF20050' | 'AF20051'
}

export interface Timed {
  readonly at: number
  /** Time at which the API first returns the record. */
  readonly visible: number
  readonly record: Record<string, unknown>
}

export interface Published {
  readonly blobs: readonly Blob[]
  readonly audits: readonly Timed[]
  /** Sign-ins by kind, named as in the filter. */
  readonly signIns: ReadonlyMap<string, readonly Timed[]>
  /** By application. */
  readonly activities: ReadonlyMap<string, readonly Timed[]>
  /** Detections and states of risk of Entra ID Protection, by path. */
  readonly risks: ReadonlyMap<string, readonly Timed[]>
  readonly alerts: readonly Timed[]
}

const hour = 3_600_000
const day = 24 * hour
/** Records continue after the start, so that a second run finds new records. */
export const afterStart = 6 * hour

type Make = (id: number, at: number, name: string) => Record<string, unknown>

export function publish(options: PublishOptions): Published {
  const roll = dice(options.seed)
  const part = (share: number) => Math.round(options.records * share)
  const polled = (share: number, make: Make, name = '', late = 90 * 60_000) =>
    publishTimed(part(share), options.days * day, late, options, roll, (id, at) => make(id, at, name))
  const byName = (shares: Readonly<Record<string, number>>, make: Make, late?: number) =>
    new Map(Object.entries(shares).map(([name, share]) => [name, polled(share, make, name, late)]))
  const [detections, states] = [
    ['riskDetections', 'servicePrincipalRiskDetections'],
    ['riskyUsers', 'riskyServicePrincipals'],
  ].map((names) => names.map((name) => `/identityProtection/${name}`)) as [string[], string[]]
  const everyRisk = (paths: readonly string[]) => Object.fromEntries(paths.map((path) => [path, 0.04]))
  return {
    blobs: publishBlobs(part(0.45), options, roll),
    audits: polled(0.1, audit),
    signIns: byName(Object.fromEntries(signInKinds), signIn),
    activities: byName({ token: 0.1, login: 0.06, admin: 0.03, drive: 0.06 }, activity, 3 * hour),
    risks: new Map([
      ...byName(everyRisk(detections), (id, at, path) => risk(id, at, detections.indexOf(path))),
      ...byName(everyRisk(states), (id, at, path) => riskState(id, at, states.indexOf(path))),
    ]),
    alerts: polled(0.04, alert),
  }
}

/** Kinds of sign-ins, each with its share of all records. */
const signInKinds: readonly (readonly [kind: string, share: number])[] = [
  ['interactiveUser', 0.08],
  ['nonInteractiveUser', 0.08],
  ['servicePrincipal', 0.03],
  ['managedIdentity', 0.01],
]

type Roll = (below: number) => number

const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0')
const guid = (kind: number, id: number): string => `${hex(kind, 8)}-0000-4000-8000-${hex(id, 12)}`
const iso = (at: number): string => new Date(at).toISOString()

/** Records of a log: most are visible within minutes, some hours later and out of order. Some share their time. */
function publishTimed(
  count: number,
  before: number,
  late: number,
  { start }: PublishOptions,
  roll: Roll,
  make: (id: number, at: number) => Record<string, unknown>,
): Timed[] {
  const out: Timed[] = []
  for (let id = 1; id <= count; id++) {
    const last = out.at(-1)
    const isTwin = last !== undefined && roll(10) === 0
    const at = isTwin ? last.at : start - before + roll(Math.floor((before + afterStart) / 1000)) * 1000
    const visible = at + (roll(5) === 0 ? roll(late) : roll(60_000))
    out.push({ at, visible, record: make(id, at) })
  }
  return out.sort((a, b) => a.at - b.at)
}

const activityOf: Readonly<Record<string, object>> = {
  'Audit.AzureActiveDirectory': {
    RecordType: 15,
    Workload: 'AzureActiveDirectory',
    Operation: 'UserLoggedIn',
    ResultStatus: 'Success',
  },
  'Audit.Exchange': { RecordType: 2, Workload: 'Exchange', Operation: 'Send', ResultStatus: 'Succeeded' },
  'Audit.SharePoint': {
    RecordType: 6,
    Workload: 'SharePoint',
    Operation: 'FileAccessed',
    ObjectId: 'https://x/y.docx',
  },
  'Audit.General': { RecordType: 25, Workload: 'MicrosoftTeams', Operation: 'MessageSent' },
}
const types = Object.keys(activityOf)

/** Blobs of up to 40 records that are up to three days older; every twentieth record comes again, in a blob days later. */
function publishBlobs(count: number, { start }: PublishOptions, roll: Roll): Blob[] {
  const out: Blob[] = []
  const again: { at: number; type: string; record: object }[] = []
  const oldest = start - 6.5 * day
  for (let id = 1; id <= count; ) {
    const created = oldest + roll(Math.floor((start + afterStart - oldest) / 1000)) * 1000
    const type = types[roll(types.length)] as string
    const records: object[] = []
    for (let left = Math.min(1 + roll(40), count - id + 1); left > 0; left--) {
      const record = auditRecord(id, created - roll(roll(10) === 0 ? 3 * day : hour), type)
      records.push(record)
      if (id % 20 === 0) again.push({ at: created + roll(5 * day), type, record })
      id++
    }
    const gone = roll(150) === 0 ? (roll(2) === 0 ? 'AF20050' : 'AF20051') : undefined
    out.push({
      id: blobId(out.length, created, type),
      type,
      created,
      records,
      listed: created + (roll(8) === 0 ? roll(2 * hour) : roll(60_000)),
      ...(gone !== undefined && { gone }),
    })
  }
  for (const { at, type, record } of again)
    if (at < start + afterStart)
      out.push({ id: blobId(out.length, at, type), type, created: at, listed: at + roll(60_000), records: [record] })
  return out
}

function blobId(index: number, created: number, type: string): string {
  const time = iso(created).replace(/\D/g, '')
  return `${time}${hex(index, 6)}$${time}$${type.toLowerCase().replace('.', '_')}$${type.replace('.', '_')}$emea0036`
}

const auditRecord = (id: number, at: number, type: string): object => ({
  CreationTime: iso(at).slice(0, 19),
  Id: guid(1, id),
  OrganizationId: guid(9, 1),
  UserType: 0,
  UserKey: guid(2, id % 50),
  UserId: `user${id % 50}@example.com`,
  ClientIP: '198.51.100.7',
  Version: 1,
  ...activityOf[type],
})

function audit(id: number, at: number): Record<string, unknown> {
  return {
    id: `Directory_${guid(3, id)}_ABCDE_${id}`,
    category: 'ApplicationManagement',
    correlationId: guid(4, id),
    result: 'success',
    resultReason: '',
    activityDisplayName: 'Update application',
    activityDateTime: iso(at).replace('Z', '0000Z'),
    loggedByService: 'Core Directory',
    operationType: 'Update',
    initiatedBy: { app: null, user: { id: guid(2, id % 50), userPrincipalName: `user${id % 50}@example.com` } },
    targetResources: [
      { id: guid(5, id % 20), displayName: `App ${id % 20}`, type: 'Application', modifiedProperties: [] },
    ],
    additionalDetails: [],
  }
}

function signIn(id: number, at: number, kind: string): Record<string, unknown> {
  const number = 16 + signInKinds.findIndex(([name]) => name === kind)
  return {
    id: guid(number, id),
    createdDateTime: iso(at),
    appId: guid(6, id % 20),
    appDisplayName: `App ${id % 20}`,
    ipAddress: '198.51.100.9',
    clientAppUsed: 'Browser',
    correlationId: guid(7, id),
    userId: guid(2, id % 50),
    userPrincipalName: `user${id % 50}@example.com`,
    resourceDisplayName: 'Microsoft Graph',
    status: { errorCode: 0, failureReason: 'Other.' },
    signInEventTypes: [kind],
  }
}

function risk(id: number, at: number, kind: number): Record<string, unknown> {
  const subject =
    kind === 0
      ? { userId: guid(2, id % 50), userPrincipalName: `user${id % 50}@example.com`, userDisplayName: 'User' }
      : { servicePrincipalId: guid(5, id % 20), appId: guid(6, id % 20), servicePrincipalDisplayName: 'App' }
  return {
    id: guid(10 + kind, id),
    requestId: null,
    correlationId: guid(7, id),
    riskEventType: 'leakedCredentials',
    riskState: 'atRisk',
    riskLevel: 'high',
    riskDetail: 'none',
    source: 'IdentityProtection',
    ...subject,
    activity: kind === 0 ? 'signin' : 'servicePrincipal',
    tokenIssuerType: 'AzureAD',
    ipAddress: '198.51.100.9',
    activityDateTime: iso(at),
    detectedDateTime: iso(at),
    lastUpdatedDateTime: iso(at),
  }
}

function riskState(id: number, at: number, kind: number): Record<string, unknown> {
  const subject =
    kind === 0
      ? { userPrincipalName: `risky${id}@example.com`, userDisplayName: 'User', isDeleted: false }
      : { appId: guid(6, id), displayName: 'App', servicePrincipalType: 'Application', isEnabled: true }
  return {
    id: guid(13 + kind, id),
    riskState: 'atRisk',
    riskLevel: 'high',
    riskDetail: 'none',
    isProcessing: false,
    riskLastUpdatedDateTime: iso(at),
    ...subject,
  }
}

function alert(id: number, at: number): Record<string, unknown> {
  return {
    customerId: '03abc123',
    alertId: guid(12, id),
    createTime: iso(at),
    startTime: iso(at),
    endTime: iso(at),
    type: 'Suspicious login',
    source: 'Google identity',
    data: {
      '@type': 'type.googleapis.com/google.apps.alertcenter.type.AccountWarning',
      email: `user${id % 50}@example.org`,
      loginDetails: { loginTime: iso(at), ipAddress: '198.51.100.8' },
    },
    metadata: {
      customerId: '03abc123',
      alertId: guid(12, id),
      status: 'NOT_STARTED',
      severity: 'LOW',
      updateTime: iso(at),
    },
  }
}

const events: Readonly<Record<string, string>> = {
  token: 'authorize',
  login: 'login_success',
  admin: 'CREATE_USER',
  drive: 'view',
}

function activity(id: number, at: number, name: string): Record<string, unknown> {
  return {
    kind: 'admin#reports#activity',
    // A signed 64-bit number as text.
    id: {
      time: iso(at),
      uniqueQualifier: String(-9_000_000_000_000_000_000n + BigInt(id)),
      applicationName: name,
      customerId: 'C03abc123',
    },
    actor: {
      callerType: 'USER',
      email: `user${id % 50}@example.org`,
      profileId: String(100_000_000_000_000_000_000n + BigInt(id % 50)),
    },
    ipAddress: '198.51.100.8',
    events: [
      {
        type: 'auth',
        name: events[name] as string,
        parameters:
          name === 'token'
            ? [
                { name: 'client_id', value: `${id % 20}.apps.googleusercontent.com` },
                { name: 'app_name', value: `App ${id % 20}` },
              ]
            : [],
      },
    ],
  }
}
