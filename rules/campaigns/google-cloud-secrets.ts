// Google Cloud audit log entries: a service account reads secrets; accounts and keys are disabled and enabled.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { type Network, type Org, type Person, text } from './google-layouts.ts'

interface Entry {
  readonly at: number
  readonly project: string
  readonly log: 'activity' | 'data_access'
  readonly resource: RawRecord
  readonly principal: RawRecord
  readonly from: Network
  readonly agent: string
  readonly payload: RawRecord
}

const entry = (org: Org, parts: Entry): RawRecord => {
  const timestamp = new Date(parts.at + org.random.integer(0, 999)).toISOString()
  return {
    insertId: text(org.random, 13),
    logName: `projects/${parts.project}/logs/cloudaudit.googleapis.com%2F${parts.log}`,
    resource: parts.resource,
    timestamp,
    receiveTimestamp: new Date(parts.at + 2400).toISOString(),
    severity: parts.log === 'activity' ? 'NOTICE' : 'INFO',
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      status: {},
      authenticationInfo: parts.principal,
      requestMetadata: {
        callerIp: parts.from.ip,
        callerSuppliedUserAgent: parts.agent,
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      ...parts.payload,
    },
  }
}

interface SecretParts {
  readonly at: number
  readonly account: ServiceAccount
  readonly from: Network
  readonly agent: string
  /** The project number. */
  readonly number: string
  /** The secret; if absent, the list of all secrets. */
  readonly secret?: string
}

/** A service account reads the latest version of a secret, or lists the secrets of its project. */
export const secretCall = (org: Org, parts: SecretParts): RawRecord => {
  const { account, secret } = parts
  const act = secret === undefined ? 'ListSecrets' : 'AccessSecretVersion'
  const service = 'secretmanager.googleapis.com'
  const method = `google.cloud.secretmanager.v1.SecretManagerService.${act}`
  const project = `projects/${parts.number}`
  const resource = secret === undefined ? project : `${project}/secrets/${secret}/versions/latest`
  const permission = secret === undefined ? 'secretmanager.secrets.list' : 'secretmanager.versions.access'
  const kind = secret === undefined ? 'cloudresourcemanager.googleapis.com/Project' : `${service}/SecretVersion`
  return entry(org, {
    at: parts.at,
    project: account.project,
    log: 'data_access',
    resource: { type: 'audited_resource', labels: { method, project_id: account.project, service } },
    principal: { principalEmail: accountEmail(account), principalSubject: `serviceAccount:${accountEmail(account)}` },
    from: parts.from,
    agent: parts.agent,
    payload: {
      serviceName: service,
      methodName: method,
      authorizationInfo: [
        { resource, permission, granted: true, resourceAttributes: { service, name: resource, type: kind } },
      ],
      resourceName: resource,
      request: {
        '@type': `type.googleapis.com/google.cloud.secretmanager.v1.${act}Request`,
        ...(secret === undefined ? { parent: project } : { name: resource }),
      },
    },
  })
}

interface SwitchParts {
  readonly at: number
  readonly who: Person
  readonly from: Network
  readonly account: ServiceAccount
  /** The key; if absent, the whole account. */
  readonly key?: string
}

/** Somebody disables or enables a service account or one of its keys. */
export const accountSwitch = (org: Org, act: 'Disable' | 'Enable', parts: SwitchParts): RawRecord => {
  const { account, key, who } = parts
  const call = `${act}ServiceAccount${key === undefined ? '' : 'Key'}`
  const resource = `projects/-/serviceAccounts/${account.number}`
  const permission = `iam.serviceAccount${key === undefined ? 's' : 'Keys'}.${act.toLowerCase()}`
  const command = key === undefined ? 'iam.service-accounts' : 'iam.service-accounts.keys'
  const name = `projects/${account.project}/serviceAccounts/${accountEmail(account)}`
  return entry(org, {
    at: parts.at,
    project: account.project,
    log: 'activity',
    resource: {
      type: 'service_account',
      labels: { email_id: accountEmail(account), project_id: account.project, unique_id: account.number },
    },
    principal: { principalEmail: who.email, principalSubject: `user:${who.email}` },
    from: parts.from,
    agent: `google-cloud-sdk gcloud/541.0.0 command/gcloud.${command}.${act.toLowerCase()},gzip(gfe)`,
    payload: {
      serviceName: 'iam.googleapis.com',
      methodName: `google.iam.admin.v1.${call}`,
      authorizationInfo: [{ resource, permission, granted: true, resourceAttributes: { name: resource } }],
      resourceName: key === undefined ? resource : `${resource}/keys/${key}`,
      request: {
        '@type': `type.googleapis.com/google.iam.admin.v1.${call}Request`,
        name: key === undefined ? name : `${name}/keys/${key}`,
      },
      response: { '@type': 'type.googleapis.com/google.protobuf.Empty' },
    },
  })
}
