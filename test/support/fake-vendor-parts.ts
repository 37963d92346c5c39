// Common parts of the fake vendors.
import { constants, createPublicKey, verify, X509Certificate } from 'node:crypto'
import type { Answer } from './local-server.ts'

export interface Clock {
  now(): number
}

/** A refusal of Microsoft. */
export const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
})

export const refuseAsGoogle = (status: number, reason: string, message: string): Answer => ({
  status,
  body: { error: { code: status, message, errors: [{ message, domain: 'global', reason }] } },
})

/** Number of requests per thousand that get each fault. */
export interface FaultRates {
  readonly throttled: number
  readonly proxy: number
  readonly half: number
  /** Sign-in requests that are refused as if there were no license. */
  readonly doubtful: number
}

export const noFaults: FaultRates = { throttled: 0, proxy: 0, half: 0, doubtful: 0 }

/** Counts requests by the virtual clock, and refuses requests above the documented limit. */
export class Quota {
  readonly #most: number
  readonly #periodMs: number
  readonly #clock: Clock
  readonly #taken: number[] = []
  requests = 0
  refused = 0
  /** Most requests in any period. */
  peak = 0

  constructor(most: number, periodMs: number, clock: Clock) {
    this.#most = most
    this.#periodMs = periodMs
    this.#clock = clock
  }

  take(): boolean {
    const now = this.#clock.now()
    this.requests++
    while (this.#taken.length > 0 && (this.#taken[0] as number) <= now - this.#periodMs) this.#taken.shift()
    if (this.#taken.length >= this.#most) {
      this.refused++
      return false
    }
    this.peak = Math.max(this.peak, this.#taken.push(now))
    return true
  }
}

export const secret = 'correct-horse-battery-staple'

/** PS256 (RFC 7518). */
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }

const invalidClient = (error_description: string): Answer => ({
  status: 401,
  body: { error: 'invalid_client', error_description },
})

export class FakeTokens {
  /** Permissions in the next Microsoft token. */
  roles: readonly string[] = [
    ...['ActivityFeed.Read', 'AuditLog.Read.All', 'Application.Read.All', 'DelegatedPermissionGrant.Read.All'],
    ...['RoleManagement.Read.Directory', 'User.Read.All', 'IdentityRiskEvent.Read.All'],
    ...['IdentityRiskyUser.Read.All', 'IdentityRiskyServicePrincipal.Read.All'],
  ]
  /** Scopes of the service account's domain-wide delegation. */
  scopes: readonly string[] = [
    'admin.reports.audit.readonly',
    'admin.directory.user.readonly',
    'admin.directory.user.security',
    'apps.alerts',
  ]
  /** The public key of the service account, PEM. */
  publicKey = ''
  issued = 0
  /** A certificate of the application in PEM; `federated` is the token of its workload identity. */
  certificate: string | undefined
  federated: string | undefined
  readonly #calls: number
  readonly #live = new Map<string, { rights: readonly string[]; left: number }>()

  constructor(calls: number) {
    this.#calls = calls
  }

  microsoft(form: string): Answer {
    const fields = new URLSearchParams(form)
    if (fields.get('grant_type') !== 'client_credentials' || !fields.get('scope')?.endsWith('/.default'))
      return { status: 400, body: { error: 'invalid_request', error_description: 'AADSTS900144: a field is missing' } }
    const assertion = fields.get('client_assertion')
    if (assertion !== null && !this.#isTrusted(assertion))
      return invalidClient(
        'AADSTS700027: The certificate with identifier used to sign the client assertion is not registered.',
      )
    if (assertion === null && fields.get('client_secret') !== secret)
      return invalidClient('AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 0')
    return this.#issue(this.roles, { roles: this.roles })
  }

  /** Checks a workload identity's token for equality, or an assertion's signature with the certificate's key. */
  #isTrusted(assertion: string): boolean {
    if (this.certificate === undefined) return assertion === this.federated
    const [header = '', claims = '', signature = ''] = assertion.split('.')
    const read = (part: string) =>
      JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>
    const { publicKey: key, fingerprint256 } = new X509Certificate(this.certificate)
    const thumbprint = Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url')
    const { iss, sub, aud, exp, nbf } = read(claims)
    return (
      read(header)['x5t#S256'] === thumbprint &&
      iss === sub &&
      /\/oauth2\/v2\.0\/token$/.test(String(aud)) &&
      Number(exp) > Number(nbf) &&
      verify('sha256', Buffer.from(`${header}.${claims}`), { key, ...pss }, Buffer.from(signature, 'base64url'))
    )
  }

  google(form: string): Answer {
    const fields = new URLSearchParams(form)
    const [header = '', claims = '', signature = ''] = (fields.get('assertion') ?? '').split('.')
    const key = createPublicKey(this.publicKey)
    if (!verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url')))
      return { status: 400, body: { error: 'invalid_grant', error_description: 'Invalid JWT Signature.' } }
    const { scope } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { scope: string }
    const name = scope.replace('https://www.googleapis.com/auth/', '')
    if (!this.scopes.includes(name)) {
      const error_description =
        'Client is unauthorized to retrieve access tokens using this method, or client not authorized for any of the scopes requested.'
      return { status: 401, body: { error: 'unauthorized_client', error_description } }
    }
    return this.#issue([name], {})
  }

  #issue(rights: readonly string[], claims: object): Answer {
    const text = Buffer.from(JSON.stringify({ ...claims, n: ++this.issued })).toString('base64url')
    const token = `e30.${text}.sig`
    this.#live.set(token, { rights, left: this.#calls })
    return { status: 200, body: { token_type: 'Bearer', expires_in: 3599, access_token: token } }
  }

  /** Uses a token once. Returns its rights, or undefined if it has expired. */
  use(token: string): readonly string[] | undefined {
    const live = this.#live.get(token)
    if (live === undefined || live.left-- <= 0) return undefined
    return live.rights
  }
}
