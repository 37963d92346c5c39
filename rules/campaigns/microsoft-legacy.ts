// Sign-ins of mail protocols with a password alone, which Entra turns into an OAuth request (user agent BAV2ROPC).
import type { RawRecord } from './campaign.ts'
import { userSignIn } from './microsoft-entra-signin.ts'
import { Log, type Person } from './microsoft-tenant.ts'

export interface LegacySignIn {
  readonly person: Person
  readonly ip: string
  readonly protocol: 'Authenticated SMTP' | 'IMAP4' | 'Other clients'
  readonly error?: number
  readonly reason?: string
}

/** The client and the resource are both Exchange Online. Returns the id. */
export const legacySignIn = (log: Log, at: number, signIn: LegacySignIn): string => {
  const side = new Log(log.random, log.tenant, log.entra)
  const { exchange } = log.tenant
  const id = userSignIn(side, at, {
    person: signIn.person,
    client: exchange,
    resource: exchange,
    ip: signIn.ip,
    agent: 'BAV2ROPC',
    protocol: 'ropc',
    singleFactor: true,
    ...(signIn.error ? { error: signIn.error } : {}),
    ...(signIn.reason ? { reason: signIn.reason } : {}),
  })
  const [record] = side.records()
  const inner = (record?.properties ?? record ?? {}) as RawRecord
  const changed = { ...inner, clientAppUsed: signIn.protocol }
  return log.add(at, id, record?.properties ? { ...record, properties: changed } : changed)
}
