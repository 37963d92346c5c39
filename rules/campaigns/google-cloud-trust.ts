// Google Cloud audit log entries about who may act as a service account (keys, members, outside providers), and its daily work.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { impersonation, use } from './google-events.ts'
import type { Pool } from './google-federation.ts'
import { type App, DAY, type Network, type Org, type Person, scope, text } from './google-layouts.ts'

interface Parts {
  readonly at: number
  readonly who: Person
  readonly from: Network
  /** The program that called; the command line of Google without one. */
  readonly agent?: string
}

type AccountParts = Parts & { readonly account: ServiceAccount }

const entry = (org: Org, parts: Parts, project: string, resource: RawRecord, more: RawRecord, payload: RawRecord) => {
  const timestamp = new Date(parts.at + org.random.integer(0, 999)).toISOString()
  return {
    insertId: text(org.random, 13),
    logName: `projects/${project}/logs/cloudaudit.googleapis.com%2Factivity`,
    resource,
    timestamp,
    receiveTimestamp: new Date(parts.at + 2100).toISOString(),
    severity: 'NOTICE',
    ...more,
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      authenticationInfo: { principalEmail: parts.who.email, principalSubject: `user:${parts.who.email}` },
      requestMetadata: {
        callerIp: parts.from.ip,
        callerSuppliedUserAgent: parts.agent ?? 'google-cloud-sdk gcloud/541.0.0 command/gcloud.iam,gzip(gfe)',
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      serviceName: 'iam.googleapis.com',
      ...payload,
    },
  }
}

const onAccount = (org: Org, parts: AccountParts, method: string, permission: string, payload: RawRecord) => {
  const { account } = parts
  const resource = `projects/-/serviceAccounts/${account.number}`
  const labels = { email_id: accountEmail(account), project_id: account.project, unique_id: account.number }
  return entry(
    org,
    parts,
    account.project,
    { type: 'service_account', labels },
    {},
    {
      status: {},
      methodName: `google.iam.admin.v1.${method}`,
      authorizationInfo: [{ resource, permission, granted: true, resourceAttributes: { name: resource } }],
      resourceName: resource,
      ...payload,
    },
  )
}

const keyName = (account: ServiceAccount, key: string): string =>
  `projects/${account.project}/serviceAccounts/${accountEmail(account)}/keys/${key}`

/** Somebody brings a public key of an own pair: Google makes no key, and no key file is downloaded. */
export const uploadKey = (org: Org, parts: AccountParts & { readonly key: string; readonly days: number }): RawRecord =>
  onAccount(org, parts, 'UploadServiceAccountKey', 'iam.serviceAccountKeys.create', {
    request: {
      '@type': 'type.googleapis.com/google.iam.admin.v1.UploadServiceAccountKeyRequest',
      name: `projects/${parts.account.project}/serviceAccounts/${accountEmail(parts.account)}`,
      public_key_data: `LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0t${text(org.random, 64)}`,
    },
    response: {
      '@type': 'type.googleapis.com/google.iam.admin.v1.ServiceAccountKey',
      name: keyName(parts.account, parts.key),
      key_algorithm: 2,
      key_origin: 1,
      key_type: 1,
      valid_after_time: { seconds: Math.floor(parts.at / 1000) },
      valid_before_time: { seconds: Math.floor((parts.at + parts.days * DAY) / 1000) },
    },
  })

export const deleteKey = (org: Org, parts: AccountParts & { readonly key: string }): RawRecord =>
  onAccount(org, parts, 'DeleteServiceAccountKey', 'iam.serviceAccountKeys.delete', {
    resourceName: `projects/-/serviceAccounts/${parts.account.number}/keys/${parts.key}`,
    request: {
      '@type': 'type.googleapis.com/google.iam.admin.v1.DeleteServiceAccountKeyRequest',
      name: keyName(parts.account, parts.key),
    },
    response: { '@type': 'type.googleapis.com/google.protobuf.Empty' },
  })

/** A member gets, or loses, a role on the service account itself. */
export const changeMember = (
  org: Org,
  parts: AccountParts & { readonly action: 'ADD' | 'REMOVE'; readonly member: string; readonly role: string },
): RawRecord => {
  const { account, action, member, role } = parts
  const bindings = action === 'ADD' ? [{ role, members: [member] }] : []
  const policy = { bindings, etag: text(org.random, 12), version: 1 }
  return onAccount(org, parts, 'SetIAMPolicy', 'iam.serviceAccounts.setIamPolicy', {
    serviceData: {
      '@type': 'type.googleapis.com/google.iam.v1.logging.AuditData',
      policyDelta: { bindingDeltas: [{ action, role, member }] },
    },
    request: {
      '@type': 'type.googleapis.com/google.iam.v1.SetIamPolicyRequest',
      resource: `projects/${account.project}/serviceAccounts/${accountEmail(account)}`,
      policy,
    },
    response: { '@type': 'type.googleapis.com/google.iam.v1.Policy', ...policy },
  })
}

/** A pool of outside workloads gets one more provider whose tokens Google accepts. */
export const createProvider = (
  org: Org,
  parts: Parts & { readonly pool: Pool; readonly provider: string; readonly trust: RawRecord },
): RawRecord => {
  const { pool, provider } = parts
  const method = 'google.iam.v1.WorkloadIdentityPools.CreateWorkloadIdentityPoolProvider'
  const parent = `projects/${pool.project}/locations/global/workloadIdentityPools/${pool.name}`
  const work = `projects/${pool.number}/locations/global/workloadIdentityPools/${pool.name}/providers/${provider}`
  return entry(
    org,
    parts,
    pool.project,
    { type: 'audited_resource', labels: { method, project_id: pool.project, service: 'iam.googleapis.com' } },
    {
      operation: { first: true, id: `${work}/operations/${text(org.random, 32)}`, producer: 'iam.googleapis.com' },
    },
    {
      methodName: method,
      authorizationInfo: [
        {
          granted: true,
          permission: 'iam.workloadIdentityPoolProviders.create',
          resource: parent,
          resourceAttributes: {},
        },
      ],
      request: {
        '@type': 'type.googleapis.com/google.iam.v1.CreateWorkloadIdentityPoolProviderRequest',
        parent,
        workloadIdentityPoolProvider: { disabled: false, displayName: provider, ...parts.trust },
        workloadIdentityPoolProviderId: provider,
      },
      resourceLocation: { currentLocations: ['global'] },
      resourceName: parent,
    },
  )
}

/** The service account as the Workspace logs name it. */
export const delegatedApp = (account: ServiceAccount, name: string, scopes: readonly string[]): App => ({
  id: account.number,
  name,
  type: 'TYPE_UNSPECIFIED',
  scopes: scopes.map(scope),
})

interface ActsParts {
  readonly at: number
  readonly who: Person
  readonly app: App
  readonly account: ServiceAccount
  readonly from: Network
  readonly methods: readonly string[]
}

/** The service account gets a token of the person and makes each of the calls, some seconds apart. */
export const actsAs = (org: Org, parts: ActsParts): RawRecord[] => {
  const { at, who, app, account, from, methods } = parts
  return [
    impersonation(org, { at, who, app, from, account: accountEmail(account) }),
    ...methods.map((method, index) =>
      use(org, {
        at: at + (index + 1) * org.random.integer(2, 9) * 1000,
        who,
        app,
        from,
        method,
        bytes: org.random.integer(1_200, 24_000),
        impersonates: true,
      }),
    ),
  ]
}

/** The ordinary work of a service account: on each working day it acts as some of the people. */
export const dailyDelegation = (
  org: Org,
  parts: Omit<ActsParts, 'at' | 'who'> & {
    readonly first: number
    readonly days: number
    readonly people: readonly Person[]
  },
): RawRecord[] =>
  Array.from({ length: parts.days }, (_, day) => parts.first + day * DAY)
    .filter((at) => ![0, 6].includes(new Date(at).getUTCDay()))
    .flatMap((at, day) =>
      [0, 1, 2].flatMap((place) =>
        actsAs(org, {
          ...parts,
          at: at + place * 240_000 + org.random.integer(0, 90_000),
          who: parts.people[(day * 3 + place) % parts.people.length] ?? org.admin,
        }),
      ),
    )
