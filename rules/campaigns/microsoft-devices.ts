// Devices that join the tenant, in the directory audit.
import { deviceRegistration } from './microsoft-clients.ts'
import { account, audit } from './microsoft-entra.ts'
import { type Log, makeApp, type Person } from './microsoft-tenant.ts'

export interface Device {
  readonly id: string
  readonly name: string
  readonly system: string
  readonly kind: 'AzureAd' | 'Workplace'
}

/** `person` joins `device` from the address `ip`. Returns the ids of the records. */
export const joinDevice = (log: Log, at: number, person: Person, device: Device, ip: string): readonly string[] => {
  const service = makeApp(log.random, deviceRegistration.name, log.tenant.id, { appId: deviceRegistration.appId })
  const correlation = log.random.uuid()
  const objectId = log.random.uuid()
  const target = (changes: readonly { readonly name: string; readonly now: string; readonly before?: string }[]) => ({
    id: objectId,
    displayName: device.name,
    type: 'Device' as const,
    changes,
    raw: true,
  })
  return [
    audit(log, at, {
      activity: 'Add device',
      category: 'Device',
      by: service,
      type: 'Add',
      correlation,
      targets: [
        target([
          { name: 'AccountEnabled', now: '[true]', before: '[]' },
          { name: 'DeviceId', now: JSON.stringify([device.id]), before: '[]' },
          { name: 'DeviceOSType', now: JSON.stringify([device.system]), before: '[]' },
          { name: 'DeviceTrustType', now: JSON.stringify([device.kind]), before: '[]' },
          { name: 'DisplayName', now: JSON.stringify([device.name]), before: '[]' },
          {
            name: 'Included Updated Properties',
            now: '"AccountEnabled, DeviceId, DeviceOSType, DeviceTrustType, DisplayName"',
          },
        ]),
      ],
    }),
    audit(log, at + 40, {
      activity: 'Add registered owner to device',
      category: 'Device',
      by: service,
      type: 'Assign',
      correlation,
      targets: [
        account(
          person,
          [
            { name: 'Device.ObjectID', now: JSON.stringify(objectId) },
            { name: 'Device.DisplayName', now: JSON.stringify(device.name) },
          ],
          true,
        ),
        target([]),
      ],
    }),
    audit(log, at + 300, {
      activity: 'Register device',
      category: 'Device',
      by: person,
      ip,
      type: 'Add',
      correlation,
      service: 'Device Registration Service',
      targets: [target([])],
      details: {
        'Device Id': device.id,
        'Device OS': device.system,
        'Device Trust Type': device.kind,
        'User-Agent': 'Dsreg/10.0 (Windows 10.0.26100)',
      },
    }),
  ]
}
