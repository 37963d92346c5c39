// Google Cloud audit log entries of a developer that deploys functions which run as a service account.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { type Network, type Org, type Person, text } from './google-layouts.ts'

export interface Deployment {
  readonly at: number
  readonly who: Person
  readonly from: Network
  readonly project: string
  readonly location: string
  readonly name: string
  /** The service account that the function runs as. */
  readonly account: ServiceAccount
  readonly again?: boolean
}

/** A function is created, or deployed again; it runs as the service account without a key. */
export const deployFunction = (org: Org, parts: Deployment): RawRecord => {
  const { project, location, name } = parts
  const call = parts.again ? 'UpdateFunction' : 'CreateFunction'
  const permission = parts.again ? 'cloudfunctions.functions.update' : 'cloudfunctions.functions.create'
  const parent = `projects/${project}/locations/${location}`
  const resourceName = `${parent}/functions/${name}`
  const timestamp = new Date(parts.at).toISOString()
  return {
    insertId: text(org.random, 13),
    logName: `projects/${project}/logs/cloudaudit.googleapis.com%2Factivity`,
    resource: { type: 'cloud_function', labels: { function_name: name, project_id: project, region: location } },
    timestamp,
    receiveTimestamp: new Date(parts.at + 1600).toISOString(),
    severity: 'NOTICE',
    operation: {
      id: `${parent}/operations/${org.random.uuid()}`,
      producer: 'cloudfunctions.googleapis.com',
      first: true,
    },
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      status: {},
      authenticationInfo: { principalEmail: parts.who.email, principalSubject: `user:${parts.who.email}` },
      requestMetadata: {
        callerIp: parts.from.ip,
        callerSuppliedUserAgent: 'google-cloud-sdk gcloud/541.0.0 command/gcloud.functions.deploy,gzip(gfe)',
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      serviceName: 'cloudfunctions.googleapis.com',
      methodName: `google.cloud.functions.v2.FunctionService.${call}`,
      authorizationInfo: [
        { resource: parent, permission, granted: true, resourceAttributes: {} },
        {
          resource: `projects/-/serviceAccounts/${parts.account.number}`,
          permission: 'iam.serviceAccounts.actAs',
          granted: true,
          resourceAttributes: {},
        },
      ],
      resourceName,
      request: {
        '@type': `type.googleapis.com/google.cloud.functions.v2.${call}Request`,
        parent,
        function_id: name,
        function: {
          name: resourceName,
          build_config: { runtime: 'python312', entry_point: 'main' },
          service_config: { service_account_email: accountEmail(parts.account), ingress_settings: 'ALLOW_ALL' },
        },
      },
      resourceLocation: { currentLocations: [location] },
    },
  }
}
