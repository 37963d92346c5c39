// Google Cloud audit log entries of keyless access: a workload of another provider gets a token and goes on from account to account.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { type Network, type Org, text } from './google-layouts.ts'

export interface Pool {
  readonly project: string
  /** The number of the project. */
  readonly number: string
  readonly name: string
}

/** The one that calls: a person, a service account or a workload of a pool. */
export interface Caller {
  readonly email?: string
  readonly subject: string
  /** The subjects that acted through this service account. */
  readonly behind?: readonly string[]
}

const poolName = (pool: Pool): string => `projects/${pool.number}/locations/global/workloadIdentityPools/${pool.name}`

/** A workload as the pool names it, for example a repository and its branch. */
export const workload = (pool: Pool, subject: string): Caller => ({
  subject: `principal://iam.googleapis.com/${poolName(pool)}/subject/${subject}`,
})

/** A service account that somebody else acts through. */
export const through = (account: ServiceAccount, ...behind: readonly string[]): Caller => ({
  email: accountEmail(account),
  subject: `serviceAccount:${accountEmail(account)}`,
  behind,
})

const authentication = (caller: Caller): RawRecord => ({
  ...(caller.email === undefined ? {} : { principalEmail: caller.email }),
  principalSubject: caller.subject,
  ...(caller.behind?.length
    ? { serviceAccountDelegationInfo: caller.behind.map((principalSubject) => ({ principalSubject })) }
    : {}),
})

interface Parts {
  readonly at: number
  readonly from: Network
  readonly caller: Caller
}

const entry = (org: Org, parts: Parts, project: string, resource: RawRecord, payload: RawRecord): RawRecord => {
  const timestamp = new Date(parts.at).toISOString()
  return {
    insertId: text(org.random, 13),
    logName: `projects/${project}/logs/cloudaudit.googleapis.com%2Fdata_access`,
    resource,
    timestamp,
    receiveTimestamp: new Date(parts.at + 1700).toISOString(),
    severity: 'INFO',
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      status: {},
      authenticationInfo: authentication(parts.caller),
      requestMetadata: {
        callerIp: parts.from.ip,
        callerSuppliedUserAgent: 'google-cloud-sdk gcloud/541.0.0,gzip(gfe)',
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      ...payload,
    },
  }
}

/** The workload changes the token of its own provider for one of Google. */
export const exchangeToken = (
  org: Org,
  parts: Parts & { readonly pool: Pool; readonly provider: string },
): RawRecord => {
  const resourceName = `${poolName(parts.pool)}/providers/${parts.provider}`
  const service = 'sts.googleapis.com'
  const methodName = 'google.identity.sts.v1.SecurityTokenService.ExchangeToken'
  const labels = { method: methodName, project_id: parts.pool.project, service }
  return entry(
    org,
    parts,
    parts.pool.project,
    { type: 'audited_resource', labels },
    {
      serviceName: service,
      methodName,
      resourceName,
      request: {
        '@type': 'type.googleapis.com/google.identity.sts.v1.ExchangeTokenRequest',
        audience: `//iam.googleapis.com/${resourceName}`,
        grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
        requestedTokenType: 'urn:ietf:params:oauth:token-type:access_token',
        subjectTokenType: 'urn:ietf:params:oauth:token-type:jwt',
      },
      metadata: {
        '@type': 'type.googleapis.com/google.identity.sts.v1.AuditData',
        mapped_principal: parts.caller.subject,
      },
    },
  )
}

const credentials = (
  org: Org,
  parts: Parts & { readonly account: ServiceAccount },
  method: 'GenerateAccessToken' | 'SignJwt',
  permission: string,
  request: RawRecord,
): RawRecord => {
  const { account } = parts
  const name = `projects/-/serviceAccounts/${account.number}`
  const labels = { email_id: accountEmail(account), project_id: account.project, unique_id: account.number }
  return entry(
    org,
    parts,
    account.project,
    { type: 'service_account', labels },
    {
      serviceName: 'iamcredentials.googleapis.com',
      methodName: method,
      authorizationInfo: [{ resource: name, permission, granted: true, resourceAttributes: { name } }],
      resourceName: name,
      request: {
        '@type': `type.googleapis.com/google.iam.credentials.v1.${method}Request`,
        name: `projects/-/serviceAccounts/${accountEmail(account)}`,
        ...request,
      },
    },
  )
}

/** The caller gets an access token of the service account. */
export const accessToken = (org: Org, parts: Parts & { readonly account: ServiceAccount }): RawRecord =>
  credentials(org, parts, 'GenerateAccessToken', 'iam.serviceAccounts.getAccessToken', {
    scope: ['https://www.googleapis.com/auth/cloud-platform'],
  })

/** The caller lets Google sign a token request of the service account. */
export const signedRequest = (org: Org, parts: Parts & { readonly account: ServiceAccount }): RawRecord =>
  credentials(org, parts, 'SignJwt', 'iam.serviceAccounts.signJwt', {})
