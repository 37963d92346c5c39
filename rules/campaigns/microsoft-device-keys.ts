// Managed devices: local administrator passwords, BitLocker recovery keys, and calls of the beta version of Graph.
import { audit } from './microsoft-entra.ts'
import { type Call, graphCall } from './microsoft-graph.ts'
import { type App, addChanged, type Log, type Person } from './microsoft-tenant.ts'

export interface Managed {
  /** Object id of the device in the directory. */
  readonly objectId: string
  readonly deviceId: string
  /** Id of its BitLocker recovery key. */
  readonly keyId: string
  readonly name: string
}

export const managedDevices = (log: Log, prefix: string, count: number): readonly Managed[] =>
  Array.from({ length: count }, (_, i) => ({
    objectId: log.random.uuid(),
    deviceId: log.random.uuid(),
    keyId: log.random.uuid(),
    name: `${prefix}-${String(i + 1).padStart(4, '0')}`,
  }))

const origin = (by: Person | App, ip?: string) => ({
  ...(ip ? { ip } : {}),
  details: 'upn' in by ? { 'User-Agent': by.agent } : {},
})

/** Somebody sees the local administrator password of a device. Returns the ID. */
export const passwordSeen = (log: Log, at: number, by: Person | App, device: Managed, ip?: string): string =>
  audit(log, at, {
    activity: 'Recover device local administrator password',
    category: 'Device',
    by,
    type: 'Update',
    service: 'Device Registration Service',
    targets: [{ id: device.objectId, displayName: device.name, type: 'Device', changes: [] }],
    ...origin(by, ip),
  })

/** Somebody sees the BitLocker recovery key of a device. Returns the ID. */
export const keySeen = (log: Log, at: number, by: Person | App, device: Managed, ip?: string): string =>
  audit(log, at, {
    activity: 'Read BitLocker key',
    category: 'KeyManagement',
    by,
    type: 'Read',
    targets: [{ id: device.keyId, displayName: device.keyId, type: 'Other', changes: [] }],
    ...origin(by, ip),
  })

type Reader = Omit<Call, 'uri' | 'method' | 'status'>

const readerOf = (read: Reader): Person | App => {
  if (read.person) return read.person
  if ('spId' in read.client) return read.client
  throw new TypeError('a first-party client reads for a person')
}

/** A client reads the local administrator password of a device through Graph. Returns both IDs. */
export const readPassword = (log: Log, at: number, device: Managed, read: Reader): readonly string[] => [
  graphCall(log, at, { ...read, uri: `/directory/deviceLocalCredentials/${device.deviceId}?$select=credentials` }),
  passwordSeen(log, at + 400, readerOf(read), device, read.ip),
]

/** A client reads the BitLocker recovery key of a device through Graph. Returns both IDs. */
export const readKey = (log: Log, at: number, device: Managed, read: Reader): readonly string[] => [
  graphCall(log, at, { ...read, uri: `/informationProtection/bitlocker/recoveryKeys/${device.keyId}?$select=key` }),
  keySeen(log, at + 400, readerOf(read), device, read.ip),
]

/** A call of the beta version of Graph. Returns the ID. */
export const betaCall = (log: Log, at: number, call: Call): string =>
  addChanged(
    log,
    at,
    (side) => graphCall(side, at, call),
    (record) => ({
      ...record,
      apiVersion: 'beta',
      requestUri: `${record.requestUri}`.replace('/v1.0/', '/beta/'),
    }),
  )

/** A client creates a script for devices and assigns it to a group. Returns both IDs. */
export const deviceScript = (log: Log, at: number, call: Reader): readonly string[] => {
  const scripts = '/deviceManagement/deviceManagementScripts'
  return [
    betaCall(log, at, { ...call, method: 'POST', status: 201, uri: scripts }),
    betaCall(log, at + 9_000, { ...call, method: 'POST', uri: `${scripts}/${log.random.uuid()}/assign`, size: 0 }),
  ]
}
