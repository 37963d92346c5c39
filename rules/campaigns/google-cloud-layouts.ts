// Builders of Google Cloud audit log entries about service accounts.
import type { RawRecord } from './campaign.ts'
import { type Network, type Org, type Person, text } from './google-layouts.ts'

export interface ServiceAccount {
  readonly project: string
  readonly name: string
  /** The unique number; it is also the OAuth client id in the Workspace logs. */
  readonly number: string
}

export const accountEmail = (account: ServiceAccount): string =>
  `${account.name}@${account.project}.iam.gserviceaccount.com`

interface CloudParts {
  readonly at: number
  readonly who: Person
  readonly from: Network
  readonly account: ServiceAccount
}

interface CallParts {
  readonly service: string
  readonly method: string
  readonly permission: string
  readonly log: 'activity' | 'data_access'
  readonly severity: 'NOTICE' | 'INFO'
  readonly resourceName: string
  readonly request: RawRecord
  readonly response: RawRecord
}

const entry = (org: Org, parts: CloudParts, call: CallParts): RawRecord => {
  const { at, who, from, account } = parts
  const timestamp = new Date(at).toISOString()
  return {
    insertId: text(org.random, 13),
    logName: `projects/${account.project}/logs/cloudaudit.googleapis.com%2F${call.log}`,
    resource: {
      type: 'service_account',
      labels: { email_id: accountEmail(account), project_id: account.project, unique_id: account.number },
    },
    timestamp,
    receiveTimestamp: new Date(at + 1400).toISOString(),
    severity: call.severity,
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      status: {},
      authenticationInfo: { principalEmail: who.email, principalSubject: `user:${who.email}` },
      requestMetadata: {
        callerIp: from.ip,
        callerSuppliedUserAgent: '(gzip),gzip(gfe)',
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      serviceName: call.service,
      methodName: call.method,
      authorizationInfo: [
        {
          resource: `projects/-/serviceAccounts/${account.number}`,
          permission: call.permission,
          granted: true,
          resourceAttributes: { name: `projects/-/serviceAccounts/${account.number}` },
        },
      ],
      resourceName: call.resourceName,
      request: call.request,
      response: call.response,
    },
  }
}

const nameOf = (account: ServiceAccount): string => `projects/-/serviceAccounts/${account.number}`

export const createKey = (org: Org, parts: CloudParts): RawRecord => {
  const { account } = parts
  const key = (org.random.uuid() + org.random.uuid()).replaceAll('-', '').slice(0, 40)
  return entry(org, parts, {
    service: 'iam.googleapis.com',
    method: 'google.iam.admin.v1.CreateServiceAccountKey',
    permission: 'iam.serviceAccountKeys.create',
    log: 'activity',
    severity: 'NOTICE',
    resourceName: nameOf(account),
    request: {
      '@type': 'type.googleapis.com/google.iam.admin.v1.CreateServiceAccountKeyRequest',
      name: nameOf(account),
    },
    response: {
      '@type': 'type.googleapis.com/google.iam.admin.v1.ServiceAccountKey',
      name: `projects/${account.project}/serviceAccounts/${accountEmail(account)}/keys/${key}`,
      private_key_type: 2,
      key_algorithm: 2,
      key_origin: 2,
      key_type: 1,
      valid_after_time: { seconds: Math.floor(parts.at / 1000) },
      valid_before_time: { seconds: 253402300799 },
    },
  })
}

/** The caller lets Google sign a token request in the name of the service account: no key leaves the cloud. */
export const signJwt = (org: Org, parts: CloudParts): RawRecord =>
  entry(org, parts, {
    service: 'iamcredentials.googleapis.com',
    method: 'SignJwt',
    permission: 'iam.serviceAccounts.signJwt',
    log: 'data_access',
    severity: 'INFO',
    resourceName: nameOf(parts.account),
    request: {
      '@type': 'type.googleapis.com/google.iam.credentials.v1.SignJwtRequest',
      name: `projects/-/serviceAccounts/${accountEmail(parts.account)}`,
    },
    response: { '@type': 'type.googleapis.com/google.iam.credentials.v1.SignJwtResponse' },
  })

export const createAccount = (org: Org, parts: CloudParts): RawRecord =>
  entry(org, parts, {
    service: 'iam.googleapis.com',
    method: 'google.iam.admin.v1.CreateServiceAccount',
    permission: 'iam.serviceAccounts.create',
    log: 'activity',
    severity: 'NOTICE',
    resourceName: `projects/${parts.account.project}`,
    request: {
      '@type': 'type.googleapis.com/google.iam.admin.v1.CreateServiceAccountRequest',
      name: `projects/${parts.account.project}`,
      account_id: parts.account.name,
      service_account: { display_name: parts.account.name },
    },
    response: {
      '@type': 'type.googleapis.com/google.iam.admin.v1.ServiceAccount',
      name: `projects/${parts.account.project}/serviceAccounts/${accountEmail(parts.account)}`,
      project_id: parts.account.project,
      unique_id: parts.account.number,
      email: accountEmail(parts.account),
      oauth2_client_id: parts.account.number,
    },
  })
