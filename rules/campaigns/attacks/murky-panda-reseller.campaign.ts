import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditMember, auditNewUser } from '../microsoft-directory.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { partnerSignIn } from '../microsoft-identity.ts'
import { mailRead } from '../microsoft-mail.ts'
import { outsider, routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'

const days = 70

export default attackCampaign({
  title: 'Murky Panda: a reseller with delegated administration adds an account that puts secrets on old applications',
  sources: [
    'https://www.crowdstrike.com/en-us/blog/murky-panda-trusted-relationship-threat-in-cloud/',
    'https://symclub.org/en/cloud-security-risks-escalate-with-the-emergence-of-murky-panda-a-potential-hazard-' +
      'to-trusted-network-connections',
  ],
  facts: [
    'The intruder holds an account of a cloud solution provider that may administer the customers of the provider.',
    'In the customer it makes an account for a short time and puts it into groups that exist already.',
    'One of these groups lets the account administer applications.',
    'The account adds secrets to service principals and registrations that had the right to read mail.',
    'The applications are then used from outside to read mail.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'brackenfold', {
      feeds: 'both',
      from: '2026-01-12',
      days,
      records: 280,
    })
    const homeTenant = random.uuid()
    const technician = outsider(
      random,
      `user_${random.uuid().replaceAll('-', '')}@${tenant.cloudDomain}`,
      'Lowland Cloud Services Technician',
      person(1),
      '198.51.100.180',
    )
    const place = ['Utrecht', 'Utrecht', 'NL', 52.09, 5.12] as const
    const visit = { person: technician, homeTenant, client: firstParty.azurePortal, resource: tenant.graph }
    const visits = routine(log, start - days * day, days, 16, (at) =>
      partnerSignIn(log, at, { ...visit, ip: technician.ip, country: place }),
    )

    const ip = '192.0.2.77'
    const at = start + 2 * hour + 25 * minute
    const abroad = ['Chisinau', 'Chisinau', 'MD', 47.01, 28.86] as const
    const entry = partnerSignIn(log, at, { ...visit, ip, country: abroad })
    const relay = outsider(random, `svc.relay@${tenant.domain}`, 'svc relay', person(4), ip)
    auditNewUser(log, at + 9 * minute, technician, relay, { ip })
    ;['All Staff Licences', 'Platform Operators'].forEach((name, i) => {
      auditMember(log, at + (11 + i) * minute, technician, { id: random.uuid(), name }, relay, { ip })
    })
    userSignIn(log, at + 30 * minute, {
      person: relay,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip,
      singleFactor: true,
    })
    const { mailBridge, backup } = tenant
    const bridgeKey = { id: random.uuid(), name: 'sync' }
    const backupKey = { id: random.uuid(), name: 'sync' }
    const old = (keyId: string) => [{ id: keyId, name: 'production' }]
    const onPrincipal = auditKeys(
      log,
      at + 38 * minute,
      relay,
      mailBridge,
      old(mailBridge.keyId),
      [...old(mailBridge.keyId), bridgeKey],
      { onPrincipal: true, ip },
    )
    const onRegistration = auditKeys(
      log,
      at + 44 * minute,
      relay,
      backup,
      old(backup.keyId),
      [...old(backup.keyId), backupKey],
      { ip },
    )
    const later = start + 3 * day + 3 * hour
    const tokenId = random.uuid().replaceAll('-', '').slice(0, 22)
    const first = appSignIn(log, later, {
      app: mailBridge,
      resource: tenant.graph,
      ip: '192.0.2.91',
      keyId: bridgeKey.id,
      tokenId,
    })
    const targets = [person(3), person(5), person(10)]
    const pages = targets.flatMap((owner, i) =>
      repeat(random, later + (4 + i * 15) * minute, 6, 50_000, (moment, n) =>
        graphCall(log, moment, {
          client: mailBridge,
          ip: '192.0.2.91',
          uri: `/users/${owner.oid}/messages?$top=100&$skip=${n * 100}`,
          permissions: 'Mail.Read',
          agent: 'python-requests/2.31.0',
          size: 620_000,
          tokenId,
        }),
      ),
    )
    const read = targets.flatMap((owner, i) =>
      repeat(random, later + (4 + i * 15) * minute, 6, 50_000, (moment) =>
        mailRead(
          log,
          moment,
          { owner, client: mailBridge, appOnly: mailBridge, ip: '192.0.2.91', tokenId },
          random.integer(60, 100),
        ),
      ),
    )
    return {
      records: log.records(),
      firstHostile: entry,
      dataLeft: [...pages, ...read],
      required: [
        { act: 'A new account puts a secret on an old service principal', ids: [onPrincipal], minimum: 'medium' },
        { act: 'The same account puts a secret on another registration', ids: [onRegistration], minimum: 'medium' },
        { act: 'The added secret is used from an unknown network', ids: [first], minimum: 'medium' },
        { act: 'The application reads mailboxes that it never read', ids: [...pages, ...read], minimum: 'medium' },
      ],
      quiet: [...quiet.slice(0, 45), ...visits.slice(0, 5)],
    }
  },
})
