// Builders for Advanced Protection, and for the session length, custom roles and identity tokens of Google Cloud.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { admin, userAccounts } from './google-events.ts'
import { type App, type Network, type Org, type Parts, type Person, scope, text } from './google-layouts.ts'

/** A person enrolls in Advanced Protection, or unenrolls. */
export const advancedProtection = (org: Org, parts: Parts & { readonly joins: boolean }): RawRecord =>
  userAccounts(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'titanium_change',
    name: parts.joins ? 'titanium_enroll' : 'titanium_unenroll',
    values: {},
  })

/** An administrator changes the time after which people must sign in to Google Cloud again. */
export const sessionLength = (
  org: Org,
  parts: Parts & { readonly unit: string; readonly before: string; readonly now: string },
): RawRecord =>
  admin(org, {
    at: parts.at,
    who: parts.who,
    from: parts.from,
    type: 'SECURITY_SETTINGS',
    name: 'SESSION_CONTROL_SETTINGS_CHANGE',
    values: {
      ORG_UNIT_NAME: parts.unit,
      REAUTH_APPLICATION: 'Google Cloud',
      REAUTH_SETTING_NEW: parts.now,
      REAUTH_SETTING_OLD: parts.before,
    },
  })

/** The Google Cloud CLI, with its public client ID. */
export const cloudCommandLine: App = {
  id: '32555940559.apps.googleusercontent.com',
  name: 'Google Cloud SDK',
  type: 'NATIVE_DESKTOP',
  scopes: ['openid', 'userinfo.email', 'cloud-platform', 'appengine.admin', 'accounts.reauth'].map(scope),
}

interface CloudParts {
  readonly at: number
  readonly who: Person
  readonly from: Network
}

const entry = (
  org: Org,
  parts: CloudParts,
  project: string,
  log: 'activity' | 'data_access',
  agent: string,
  more: { readonly resource: RawRecord; readonly payload: RawRecord },
): RawRecord => {
  const timestamp = new Date(parts.at + org.random.integer(0, 999)).toISOString()
  return {
    insertId: text(org.random, 13),
    logName: `projects/${project}/logs/cloudaudit.googleapis.com%2F${log}`,
    resource: more.resource,
    timestamp,
    receiveTimestamp: new Date(parts.at + 2100).toISOString(),
    severity: log === 'activity' ? 'NOTICE' : 'INFO',
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      status: {},
      authenticationInfo: { principalEmail: parts.who.email, principalSubject: `user:${parts.who.email}` },
      requestMetadata: {
        callerIp: parts.from.ip,
        callerSuppliedUserAgent: `google-cloud-sdk gcloud/541.0.0 command/${agent},gzip(gfe)`,
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      ...more.payload,
    },
  }
}

/** Permissions are added to a custom role of a project, or removed from it: all its members gain or lose them. */
export const customRole = (
  org: Org,
  parts: CloudParts & {
    readonly project: string
    readonly role: string
    readonly permissions: readonly string[]
    readonly added?: readonly string[]
    readonly removed?: readonly string[]
  },
): RawRecord => {
  const { project, role, permissions, added, removed } = parts
  const name = `projects/${project}/roles/${role}`
  const etag = text(org.random, 12)
  const value = { name, title: role, included_permissions: permissions, stage: 1, etag }
  return entry(org, parts, project, 'activity', 'gcloud.iam.roles.update', {
    resource: { type: 'iam_role', labels: { project_id: project, role_name: name } },
    payload: {
      serviceName: 'iam.googleapis.com',
      methodName: 'google.iam.admin.v1.UpdateRole',
      authorizationInfo: [
        { resource: name, permission: 'iam.roles.update', granted: true, resourceAttributes: { name } },
      ],
      resourceName: name,
      serviceData: {
        '@type': 'type.googleapis.com/google.iam.admin.v1.AuditData',
        permissionDelta: {
          ...(added ? { addedPermissions: added } : {}),
          ...(removed ? { removedPermissions: removed } : {}),
        },
      },
      request: {
        '@type': 'type.googleapis.com/google.iam.admin.v1.UpdateRoleRequest',
        name,
        role: { included_permissions: permissions, etag },
        update_mask: { paths: ['included_permissions'] },
      },
      response: { '@type': 'type.googleapis.com/google.iam.admin.v1.Role', ...value },
    },
  })
}

/** Somebody obtains an identity token of a service account; other clouds can accept the token. */
export const identityToken = (
  org: Org,
  parts: CloudParts & { readonly account: ServiceAccount; readonly audience: string },
): RawRecord => {
  const { account, audience } = parts
  const name = `projects/-/serviceAccounts/${account.number}`
  return entry(org, parts, account.project, 'data_access', 'gcloud.auth.print-identity-token', {
    resource: {
      type: 'service_account',
      labels: { email_id: accountEmail(account), project_id: account.project, unique_id: account.number },
    },
    payload: {
      serviceName: 'iamcredentials.googleapis.com',
      methodName: 'GenerateIdToken',
      authorizationInfo: [
        {
          resource: name,
          permission: 'iam.serviceAccounts.getOpenIdToken',
          granted: true,
          resourceAttributes: { name },
        },
      ],
      resourceName: name,
      request: {
        '@type': 'type.googleapis.com/google.iam.credentials.v1.GenerateIdTokenRequest',
        name: `projects/-/serviceAccounts/${accountEmail(account)}`,
        audience,
        includeEmail: true,
      },
    },
  })
}
