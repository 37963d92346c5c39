// Google Cloud audit log entries of a virtual machine: it stops and starts, and receives another service account or a startup script.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { MINUTE, type Network, type Org, type Person, text } from './google-layouts.ts'

export interface Machine {
  readonly project: string
  readonly zone: string
  readonly name: string
  readonly id: string
}

export const machine = (org: Org, project: string, name: string, zone = 'europe-west1-b'): Machine => ({
  project,
  zone,
  name,
  id: org.random.digits(19),
})

interface Parts {
  readonly at: number
  readonly who: Person
  readonly from: Network
  readonly machine: Machine
}

interface Call {
  readonly method: 'stop' | 'start' | 'setServiceAccount' | 'setMetadata'
  readonly command: string
  readonly request?: RawRecord
  readonly metadata?: RawRecord
  readonly actsAs?: ServiceAccount
}

/** The entry of the call, and the entry at the end of the operation. */
const change = (org: Org, parts: Parts, call: Call): RawRecord[] => {
  const { who, from, machine: target } = parts
  const method = `v1.compute.instances.${call.method}`
  const resourceName = `projects/${target.project}/zones/${target.zone}/instances/${target.name}`
  const id = `operation-${parts.at}-${text(org.random, 13)}-${text(org.random, 8)}-${text(org.random, 8)}`
  const type = { '@type': `type.googleapis.com/compute.instances.${call.method}` }
  const entry = (at: number, place: 'first' | 'last', payload: RawRecord): RawRecord => ({
    insertId: text(org.random, 13),
    logName: `projects/${target.project}/logs/cloudaudit.googleapis.com%2Factivity`,
    resource: {
      type: 'gce_instance',
      labels: { instance_id: target.id, project_id: target.project, zone: target.zone },
    },
    timestamp: new Date(at).toISOString(),
    receiveTimestamp: new Date(at + 1300).toISOString(),
    severity: 'NOTICE',
    operation: { id, producer: 'compute.googleapis.com', [place]: true },
    protoPayload: {
      '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
      authenticationInfo: { principalEmail: who.email, principalSubject: `user:${who.email}` },
      requestMetadata: {
        callerIp: from.ip,
        callerSuppliedUserAgent: `google-cloud-sdk gcloud/541.0.0 command/${call.command},gzip(gfe)`,
        ...(place === 'first'
          ? { requestAttributes: { time: new Date(at).toISOString(), auth: {} }, destinationAttributes: {} }
          : {}),
      },
      serviceName: 'compute.googleapis.com',
      methodName: method,
      resourceName,
      ...(call.metadata ? { metadata: call.metadata } : {}),
      ...payload,
    },
  })
  const own = {
    permission: `compute.instances.${call.method}`,
    granted: true,
    resource: resourceName,
    resourceAttributes: { service: 'compute', name: resourceName, type: 'compute.instances' },
  }
  const account = call.actsAs && {
    permission: 'iam.serviceAccounts.actAs',
    granted: true,
    resource: `projects/-/serviceAccounts/${accountEmail(call.actsAs)}`,
    resourceAttributes: {},
  }
  return [
    entry(parts.at, 'first', {
      authorizationInfo: account ? [own, account] : [own],
      request: { ...type, ...call.request },
      response: {
        '@type': 'type.googleapis.com/operation',
        id: org.random.digits(19),
        name: id,
        operationType: call.method,
        progress: '0',
        status: 'RUNNING',
        targetId: target.id,
        targetLink: `https://www.googleapis.com/compute/v1/${resourceName}`,
        user: who.email,
        insertTime: new Date(parts.at).toISOString(),
      },
      resourceLocation: { currentLocations: [target.zone] },
    }),
    entry(parts.at + org.random.integer(2_000, 25_000), 'last', { request: type }),
  ]
}

export const stopMachine = (org: Org, parts: Parts): RawRecord[] =>
  change(org, parts, { method: 'stop', command: 'gcloud.compute.instances.stop' })

export const startMachine = (org: Org, parts: Parts): RawRecord[] =>
  change(org, parts, { method: 'start', command: 'gcloud.compute.instances.start' })

/** From now on, the machine runs as the service account. */
export const machineAccount = (org: Org, parts: Parts & { readonly account: ServiceAccount }): RawRecord[] =>
  change(org, parts, {
    method: 'setServiceAccount',
    command: 'gcloud.compute.instances.set-service-account',
    request: { email: accountEmail(parts.account), scopes: ['https://www.googleapis.com/auth/cloud-platform'] },
    actsAs: parts.account,
  })

/** The machine receives a startup script, which runs at each start. */
export const startScript = (org: Org, parts: Parts & { readonly again?: boolean }): RawRecord[] =>
  change(org, parts, {
    method: 'setMetadata',
    command: 'gcloud.compute.instances.add-metadata',
    request: { fingerprint: `${text(org.random, 11)}=` },
    metadata: {
      '@type': 'type.googleapis.com/google.cloud.audit.GceInstanceAuditMetadata',
      instanceMetadataDelta: { [parts.again ? 'modifiedMetadataKeys' : 'addedMetadataKeys']: ['startup-script'] },
    },
  })

/** The machine stops, receives the account and a startup script, and starts again within some minutes. */
export const rebuild = (org: Org, parts: Parts & { readonly account: ServiceAccount }): RawRecord[] => [
  ...stopMachine(org, parts),
  ...machineAccount(org, { ...parts, at: parts.at + 3 * MINUTE }),
  ...startScript(org, { ...parts, at: parts.at + 5 * MINUTE }),
  ...startMachine(org, { ...parts, at: parts.at + 7 * MINUTE }),
]
