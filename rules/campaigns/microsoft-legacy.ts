// Sign-ins of mail protocols with a password alone, which Entra turns into an OAuth request (user agent BAV2ROPC).
import { userSignIn } from './microsoft-entra-signin.ts'
import { addChanged, type Log, type Person } from './microsoft-tenant.ts'

export interface LegacySignIn {
  readonly person: Person
  readonly ip: string
  readonly protocol: 'Authenticated SMTP' | 'IMAP4' | 'Other clients'
  readonly error?: number
  readonly reason?: string
}

/** The client and the resource are both Exchange Online. Returns the id. */
export const legacySignIn = (log: Log, at: number, signIn: LegacySignIn): string => {
  const { exchange } = log.tenant
  const ropc = (side: Log): string =>
    userSignIn(side, at, {
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
  return addChanged(log, at, ropc, (record) => ({ ...record, clientAppUsed: signIn.protocol }))
}
