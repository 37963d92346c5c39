import { attackCampaign } from '../campaign.ts'
import type { Key } from '../microsoft-credentials.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const synchronization = {
  name: 'Microsoft Entra AD Synchronization Service',
  appId: '6bf85cfa-ac8a-4be5-b5de-425a0d0dc016',
}

export default attackCampaign({
  title: 'A second certificate on the application of Entra Connect Sync, used away from the server',
  sources: [
    'https://specterops.io/blog/2025/06/09/update-dumping-entra-connect-sync-credentials/',
    'https://learn.microsoft.com/en-us/entra/identity/hybrid/connect/authenticate-application-id',
  ],
  facts: [
    'Entra Connect Sync signs in as an application with a certificate that lies on the server.',
    'The name of the application starts with ConnectSyncProvisioning_ and names the server.',
    'Where the key cannot be taken from the server, an attacker on it lets the application add one more certificate to itself.',
    'The product renews its certificate too, but it then removes the old one within a minute.',
    'With the new certificate the attacker signs in from his own network.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'pellbrook', {
      feeds: 'entra',
      entra: 'polled',
      from: '2026-01-12',
      days: 90,
      records: 420,
      people: 15,
    })
    const sync = makeApp(random, 'ConnectSyncProvisioning_SYNC01_3ac06f5648e4', tenant.id, {
      ip: '198.51.100.70',
      agent: '',
    })
    const certificate = (id: string): Key => ({
      id,
      name: 'CN=Entra Connect Sync Provisioning',
      type: 'AsymmetricX509Cert',
    })
    const first = random.uuid()
    const renewal = start - 41 * day + 3 * hour
    // The product renews its own certificate.
    const renewed = [
      auditKeys(log, renewal, sync, sync, [certificate(first)], [certificate(first), certificate(sync.keyId)]),
      auditKeys(
        log,
        renewal + 20_000,
        sync,
        sync,
        [certificate(first), certificate(sync.keyId)],
        [certificate(sync.keyId)],
      ),
    ]
    const works = (from: number, days: number, count: number, keyId: string) =>
      routine(log, from, days, count, (at) =>
        appSignIn(log, at, { app: sync, resource: synchronization, keyId, kind: 'clientAssertion' }),
      )
    works(start - 90 * day, 49, 90, first)
    const usual = works(start - 40 * day, 40, 80, sync.keyId)
    works(start, 6, 12, sync.keyId)
    const foreign = '192.0.2.118'
    const at = start + 19 * hour
    const second = random.uuid()
    const added = auditKeys(
      log,
      at,
      sync,
      sync,
      [certificate(sync.keyId)],
      [certificate(sync.keyId), certificate(second)],
    )
    const used = repeat(random, at + 50 * minute, 9, 40 * minute, (moment) =>
      appSignIn(log, moment, {
        app: sync,
        resource: synchronization,
        ip: foreign,
        keyId: second,
        kind: 'clientAssertion',
      }),
    )
    return {
      records: log.records(),
      firstHostile: added,
      dataLeft: [],
      required: [
        { act: 'the application adds a certificate to itself and keeps the old one', ids: [added], minimum: 'medium' },
        { act: 'the application signs in with that certificate from a new network', ids: used, minimum: 'medium' },
      ],
      quiet: [...quiet, ...renewed, ...usual.slice(0, 6)],
    }
  },
})
