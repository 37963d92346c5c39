// Client authentication: public clients, the method in Graph activity, rejected secrets, and reply URLs of new service principals.
import type { RawRecord } from './campaign.ts'
import { audit, registration } from './microsoft-entra.ts'
import { type AppSignIn, appSignIn } from './microsoft-entra-signin.ts'
import { type Call, graphCall } from './microsoft-graph.ts'
import { listed } from './microsoft-layouts.ts'
import { type Consent, consent } from './microsoft-oauth.ts'
import { transferredSignIn } from './microsoft-sync.ts'
import { type App, addChanged, Log, type Named, type Person } from './microsoft-tenant.ts'

/** The registration setting "Allow public client flows" is switched on or off. Returns the ID. */
export const publicClient = (log: Log, at: number, by: Person, app: App, on: boolean, ip: string = by.ip): string =>
  audit(log, at, {
    activity: 'Update application',
    category: 'ApplicationManagement',
    by,
    ip,
    targets: [
      registration(app, [
        { name: 'PublicClient', now: `[${on}]`, before: `[${!on}]` },
        { name: 'Included Updated Properties', now: '"PublicClient"' },
      ]),
    ],
    details: { 'User-Agent': by.agent, AppId: app.appId },
  })

/** A call by a client that authenticated with no credential (0), a secret (1) or a certificate (2). Returns the ID. */
export const provenCall = (log: Log, at: number, method: '0' | '1' | '2', call: Call): string =>
  addChanged(
    log,
    at,
    (side) => graphCall(side, at, call),
    (record) => ({ ...record, clientAuthMethod: method }),
  )

export interface DeviceCode {
  readonly person: Person
  readonly client: App
  readonly resource: Named
  /** Where the person confirms the code. */
  readonly confirmed: string
  /** Where the device or the sender of the code receives the tokens. */
  readonly ip: string
  readonly agent: string
  readonly session: string
  readonly tokenId: string
}

/** A person confirms a device code, and the client receives the tokens. Returns both IDs. */
export const deviceCode = (log: Log, at: number, code: DeviceCode): readonly string[] => {
  const { person, client, resource, session } = code
  const shared = { person, client, resource, session, protocol: 'deviceCode', ownerTenant: client.ownerTenant }
  return [
    transferredSignIn(log, at, 'deviceCodeFlow', { ...shared, ip: code.confirmed }),
    transferredSignIn(log, at + 5000, 'deviceCodeFlow', {
      ...shared,
      ip: code.ip,
      agent: code.agent,
      interactive: false,
      tokenId: code.tokenId,
    }),
  ]
}

/** An application whose secret is rejected. Returns the ID. */
export const refusedAppSignIn = (log: Log, at: number, error: number, reason: string, signIn: AppSignIn): string =>
  addChanged(
    log,
    at,
    (side) => appSignIn(side, at, signIn),
    (record) => ({ ...record, status: { errorCode: error, failureReason: reason, additionalDetails: null } }),
    { resultType: `${error}`, resultSignature: 'FAILURE' },
  )

interface Property {
  readonly Name: string
}

const addressed = (record: RawRecord, app: App): RawRecord => {
  if (record.Operation !== 'Add service principal.') return record
  const address = listed({ AddressType: 0, Address: app.reply, ReplyAddressClientType: 1 })
  const properties = (record.ModifiedProperties as readonly Property[]).map((property) =>
    property.Name === 'Included Updated Properties'
      ? {
          ...property,
          NewValue: 'AccountEnabled, AppAddress, AppPrincipalId, DisplayName, ServicePrincipalName, Credential',
        }
      : property,
  )
  return {
    ...record,
    ModifiedProperties: [...properties, { Name: 'AppAddress', NewValue: address, OldValue: '[]' }].toSorted((a, b) =>
      a.Name === 'AppAddress' ? -1 : b.Name === 'AppAddress' ? 1 : 0,
    ),
  }
}

/** A consent in the unified audit log with the reply URL of the new service principal. Returns the IDs. */
export const addressedConsent = (log: Log, at: number, given: Consent): readonly string[] => {
  const side = new Log(log.random, log.tenant, log.entra)
  const ids = consent(side, at, given)
  side.records().forEach((record, i) => {
    log.add(at + i, `${record.Id}`, addressed(record, given.app))
  })
  return ids
}
