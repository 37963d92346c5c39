// Google Cloud audit log entries of agents that run on Vertex AI, and of the service agent that reads buckets for them.
import type { RawRecord } from './campaign.ts'
import { type Network, type Org, type Person, text } from './google-layouts.ts'

export interface Project {
  readonly name: string
  readonly number: string
}

/** The account that Google makes for the agents of a project. */
export const serviceAgent = (project: Project): string =>
  `service-${project.number}@gcp-sa-aiplatform-re.iam.gserviceaccount.com`

interface Call {
  readonly at: number
  readonly project: Project
  readonly principal: string
  readonly subject: string
  readonly ip: string
  readonly agent: string
  readonly log: 'activity' | 'data_access'
  readonly resource: RawRecord
  readonly service: string
  readonly method: string
  readonly permission: string
  readonly resourceName: string
  readonly request?: RawRecord
}

const entry = (org: Org, call: Call): RawRecord => {
  const timestamp = new Date(call.at + org.random.integer(0, 999)).toISOString()
  return {
    insertId: text(org.random, 13),
    logName: `projects/${call.project.name}/logs/cloudaudit.googleapis.com%2F${call.log}`,
    resource: call.resource,
    timestamp,
    receiveTimestamp: new Date(call.at + 2300).toISOString(),
    severity: call.log === 'activity' ? 'NOTICE' : 'INFO',
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      status: {},
      authenticationInfo: { principalEmail: call.principal, principalSubject: call.subject },
      requestMetadata: {
        callerIp: call.ip,
        callerSuppliedUserAgent: call.agent,
        requestAttributes: { time: timestamp, auth: {} },
        destinationAttributes: {},
      },
      serviceName: call.service,
      methodName: call.method,
      authorizationInfo: [
        { resource: call.resourceName, permission: call.permission, granted: true, resourceAttributes: {} },
      ],
      resourceName: call.resourceName,
      ...(call.request ? { request: call.request } : {}),
    },
  }
}

/** A developer deploys an agent, or a new version of it. */
export const deployAgent = (
  org: Org,
  parts: {
    readonly at: number
    readonly who: Person
    readonly from: Network
    readonly project: Project
    readonly name: string
    readonly again?: boolean
  },
): RawRecord => {
  const act = parts.again ? 'Update' : 'Create'
  const method = `google.cloud.aiplatform.v1.ReasoningEngineService.${act}ReasoningEngine`
  const service = 'aiplatform.googleapis.com'
  return entry(org, {
    at: parts.at,
    project: parts.project,
    principal: parts.who.email,
    subject: `user:${parts.who.email}`,
    ip: parts.from.ip,
    agent: 'vertex-genai-modules/1.121.0+agent_engines google-api-core/2.25.1 gl-python/3.12.4,gzip(gfe)',
    log: 'activity',
    resource: { type: 'audited_resource', labels: { method, project_id: parts.project.name, service } },
    service,
    method,
    permission: `aiplatform.reasoningEngines.${act.toLowerCase()}`,
    resourceName: `projects/${parts.project.number}/locations/europe-west3`,
    request: {
      '@type': `type.googleapis.com/google.cloud.aiplatform.v1.${act}ReasoningEngineRequest`,
      parent: `projects/${parts.project.name}/locations/europe-west3`,
      reasoningEngine: { displayName: parts.name },
    },
  })
}

/** The service agent lists the buckets, lists a bucket or reads an object; inside Google the address is `private`. */
export const bucketCall = (
  org: Org,
  parts: {
    readonly at: number
    readonly project: Project
    readonly from: Network | null
    readonly agent: string
    readonly bucket?: string
    readonly object?: string
  },
): RawRecord => {
  const { project, bucket, object } = parts
  const act = bucket === undefined ? 'buckets.list' : object === undefined ? 'objects.list' : 'objects.get'
  const name = bucket === undefined ? `projects/${project.number}` : `projects/_/buckets/${bucket}`
  const labels = { bucket_name: bucket ?? '', location: 'europe-west3', project_id: project.name }
  return entry(org, {
    at: parts.at,
    project,
    principal: serviceAgent(project),
    subject: `serviceAccount:${serviceAgent(project)}`,
    ip: parts.from?.ip ?? 'private',
    agent: parts.agent,
    log: 'data_access',
    resource: { type: 'gcs_bucket', labels },
    service: 'storage.googleapis.com',
    method: `storage.${act}`,
    permission: `storage.${act}`,
    resourceName: object === undefined ? name : `${name}/objects/${object}`,
  })
}
