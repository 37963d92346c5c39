// Many further accounts of a large tenant, guests of partners, and risk of users as diagnostic settings write it.
import { entraTime, envelope } from './microsoft-entra.ts'
import type { Log, Person } from './microsoft-tenant.ts'

/** `count` further accounts, numbered as a large company does; `network` has the first three numbers of the addresses. */
export const staff = (log: Log, prefix: string, count: number, network = '198.51.100'): readonly Person[] =>
  Array.from({ length: count }, (_, i): Person => {
    const like = log.tenant.people[i % log.tenant.people.length] ?? log.tenant.admin
    const number = String(i + 1).padStart(4, '0')
    return {
      ...like,
      upn: `${prefix}${number}@${log.tenant.domain}`,
      name: `${like.name} ${number}`,
      oid: log.random.uuid(),
      puid: `10032002${log.random.uuid().slice(0, 8).toUpperCase()}`,
      sid: `${like.sid}${i}`,
      mailbox: log.random.uuid(),
      ip: `${network}.${100 + (i % 60)}`,
    }
  })

/** Somebody of the partner `domain` with a guest account here. */
export const guest = (log: Log, local: string, name: string, domain: string, ip: string): Person => ({
  ...log.tenant.developer,
  upn: `${local}_${domain}#ext#@${log.tenant.cloudDomain}`,
  name,
  oid: log.random.uuid(),
  puid: `10032003${log.random.uuid().slice(0, 8).toUpperCase()}`,
  mailbox: log.random.uuid(),
  ip,
})

export interface UserRisk {
  readonly person: Person
  readonly kind: 'anonymizedIPAddress' | 'unfamiliarFeatures' | 'anomalousToken' | 'attackerinTheMiddle'
  readonly level: 'low' | 'medium' | 'high'
  readonly ip: string
  /** The sign-in that identity protection judged. */
  readonly signIn: string
  readonly offline?: boolean
}

/** A verdict of identity protection on a sign-in of a user. Returns the id. */
export const userRisk = (log: Log, at: number, risk: UserRisk): string => {
  const id = log.random.uuid()
  const found = at + (risk.offline ? log.random.integer(30, 90) : 1) * 60_000
  return log.add(
    found,
    id,
    envelope(log, found, {
      operationName: 'User Risk Detection',
      category: 'UserRiskEvents',
      resultSignature: 'None',
      callerIpAddress: risk.ip,
      correlationId: log.random.uuid(),
      level: '4',
      properties: {
        id,
        requestId: risk.signIn,
        correlationId: log.random.uuid(),
        riskType: risk.kind,
        riskEventType: risk.kind,
        riskState: 'atRisk',
        riskLevel: risk.level,
        riskDetail: 'none',
        source: 'IdentityProtection',
        detectionTimingType: risk.offline ? 'offline' : 'realtime',
        activity: 'signin',
        tokenIssuerType: 'AzureAD',
        ipAddress: risk.ip,
        location: null,
        activityDateTime: entraTime(log, at),
        detectedDateTime: entraTime(log, found),
        lastUpdatedDateTime: entraTime(log, found),
        userId: risk.person.oid,
        userDisplayName: risk.person.name,
        userPrincipalName: risk.person.upn,
        additionalInfo: JSON.stringify([{ Key: 'userAgent', Value: risk.person.agent }]),
      },
    }),
  )
}
