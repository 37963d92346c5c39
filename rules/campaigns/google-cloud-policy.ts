// Google Cloud audit log entries of the organization policy against keys of service accounts: set, lifted and restored, and a key that it refuses.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { type Network, type Org, type Person, text } from './google-layouts.ts'

const constraint = 'iam.disableServiceAccountKeyCreation'

interface Parts {
  readonly at: number
  readonly who: Person
  readonly from: Network
}

const entry = (
  org: Org,
  parts: Parts,
  log: { readonly parent: string; readonly severity: 'NOTICE' | 'ERROR'; readonly resource: RawRecord },
  payload: RawRecord,
): RawRecord => {
  const timestamp = new Date(parts.at + org.random.integer(0, 999)).toISOString()
  return {
    insertId: text(org.random, 13),
    logName: `${log.parent}/logs/cloudaudit.googleapis.com%2Factivity`,
    resource: log.resource,
    timestamp,
    receiveTimestamp: new Date(parts.at + 2200).toISOString(),
    severity: log.severity,
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      authenticationInfo: { principalEmail: parts.who.email, principalSubject: `user:${parts.who.email}` },
      requestMetadata: {
        callerIp: parts.from.ip,
        callerSuppliedUserAgent: 'google-cloud-sdk gcloud/541.0.0 command/gcloud.org-policies,gzip(gfe)',
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      ...payload,
    },
  }
}

interface PolicyParts extends Parts {
  /** `Create` and `Update` write a rule; `Delete` lets the project inherit the policy of the organization again. */
  readonly act: 'Create' | 'Update' | 'Delete'
  /** `organizations/NUMBER` or `projects/NUMBER`. */
  readonly parent: string
  /** The name of the project; absent for the whole organization. */
  readonly project?: string
  readonly enforced?: boolean
}

/** A change to the policy against keys. */
export const keyPolicy = (org: Org, parts: PolicyParts): RawRecord => {
  const { act, parent, project } = parts
  const service = 'orgpolicy.googleapis.com'
  const method = `google.cloud.orgpolicy.v2.OrgPolicy.${act}Policy`
  const name = `${parent}/policies/${constraint}`
  const resource = act === 'Create' ? parent : name
  const number = parent.split('/')[1] ?? ''
  const policy = {
    name,
    spec: {
      etag: text(org.random, 22),
      updateTime: new Date(parts.at).toISOString(),
      rules: [{ enforce: parts.enforced ?? true }],
    },
  }
  return entry(
    org,
    parts,
    {
      parent: project === undefined ? parent : `projects/${project}`,
      severity: 'NOTICE',
      resource:
        project === undefined
          ? { type: 'organization', labels: { organization_id: number } }
          : { type: 'audited_resource', labels: { method, project_id: project, service } },
    },
    {
      status: {},
      serviceName: service,
      methodName: method,
      authorizationInfo: [
        {
          resource: name,
          permission: `orgpolicy.policies.${act.toLowerCase()}`,
          granted: true,
          resourceAttributes: { service, name, type: `${service}/Policy` },
        },
      ],
      resourceName: resource,
      request: {
        '@type': `type.googleapis.com/google.cloud.orgpolicy.v2.${act}PolicyRequest`,
        ...(act === 'Delete' ? { name } : { policy }),
        ...(act === 'Create' ? { parent } : {}),
      },
      response:
        act === 'Delete'
          ? { '@type': 'type.googleapis.com/google.protobuf.Empty' }
          : { '@type': 'type.googleapis.com/google.cloud.orgpolicy.v2.Policy', ...policy },
    },
  )
}

/** The policy refuses a new key of a service account. */
export const refusedKey = (org: Org, parts: Parts & { readonly account: ServiceAccount }): RawRecord => {
  const { account } = parts
  const name = `projects/-/serviceAccounts/${account.number}`
  const message = 'Key creation is not allowed on this service account.'
  return entry(
    org,
    parts,
    {
      parent: `projects/${account.project}`,
      severity: 'ERROR',
      resource: {
        type: 'service_account',
        labels: { email_id: accountEmail(account), project_id: account.project, unique_id: account.number },
      },
    },
    {
      status: {
        code: 9,
        message,
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.PreconditionFailure',
            violations: [
              {
                type: `constraints/${constraint}`,
                subject: `${name}?configvalue=${accountEmail(account)}`,
                description: message,
              },
            ],
          },
        ],
      },
      serviceName: 'iam.googleapis.com',
      methodName: 'google.iam.admin.v1.CreateServiceAccountKey',
      authorizationInfo: [
        { resource: name, permission: 'iam.serviceAccountKeys.create', granted: true, resourceAttributes: { name } },
      ],
      resourceName: name,
      request: { '@type': 'type.googleapis.com/google.iam.admin.v1.CreateServiceAccountKeyRequest', name },
    },
  )
}
