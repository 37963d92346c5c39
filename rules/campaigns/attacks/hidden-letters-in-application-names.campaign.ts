// Three applications of a stranger have the names of Microsoft's own, with an invisible letter. The third reaches the house backup.
import { attackCampaign } from '../campaign.ts'
import { auditKeys } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { tableRows } from '../microsoft-log-analytics.ts'
import { placed } from '../microsoft-places.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { type App, day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'

/** A home connection in the country of the tenant. */
const household = { city: 'Utrecht', state: 'Utrecht', country: 'NL', latitude: 52.09, longitude: 5.12, asn: 64_502 }

export default attackCampaign({
  title: 'Applications with an invisible letter in a Microsoft name collect consents, and one of them adds a secret',
  sources: [
    'https://www.varonis.com/blog/azure-app-mirage',
    'https://paranoid-security.com/ciso-guidance/threat/hackers-exploit-azure-apps-to-create-malicious-apps-impersonating-microsoft',
    'https://www.wiz.io/blog/detecting-malicious-oauth-applications',
  ],
  facts: [
    'Entra reserves the names of its own applications, but an invisible character in the name passed the check.',
    'The consent screen shows a name that looks like an application of Microsoft.',
    'The application belongs to the tenant of a stranger.',
    'Stolen consents of an administrator give the thief the means to change other applications.',
  ],
  build: (random) => {
    const stage = scene(random, 'molenwijk-logistics', { feeds: 'entra', from: '2026-01-05', days: 84, after: 21 })
    const { log, tenant, start } = stage
    const stranger = random.uuid()
    const home = '2001:db8:51:7a00:4c1e:9f20:6b:31'
    const agent = 'axios/1.9.0'
    const disguise = (name: string): App => makeApp(random, name, stranger, { ip: home, agent })
    const business = disguise('Power\u034F BI')
    const drive = disguise('OneDrive\u034F SyncEngine')
    const portal = disguise('Azure\u034F Portal')

    const agrees = (at: number, person: Person, client: App, scopes: string, admin = false): readonly string[] => {
      userSignIn(log, at - 9000, {
        person,
        client,
        resource: tenant.graph,
        ip: person.ip,
        ownerTenant: stranger,
      })
      return auditConsent(log, at, person, { client, resource: tenant.graph, scopes, user: person }, admin)
    }
    const comes = (at: number, person: Person, client: App): string =>
      placed(log, at, household, (side) =>
        userSignIn(side, at, {
          person,
          client,
          resource: tenant.graph,
          ip: home,
          agent,
          interactive: false,
          ownerTenant: stranger,
        }),
      )
    const reads = (at: number, person: Person, client: App, uri: string, permissions: string): string =>
      graphCall(log, at, { client, person, ip: home, agent, uri, permissions, size: random.integer(40_000, 400_000) })

    const clerk = stage.person(6)
    const buyer = stage.person(9)
    const mailConsent = agrees(start + 9 * hour, clerk, business, 'Mail.Read offline_access User.Read')
    comes(start + 9 * hour + 20 * minute, clerk, business)
    const mail = repeat(random, start + day + 8 * hour, 24, 11 * minute, (at, i) =>
      reads(at, clerk, business, `/me/messages?$top=50&$skip=${i * 50}`, 'Mail.Read User.Read profile openid email'),
    )
    const fileConsent = agrees(start + 4 * day + 10 * hour, buyer, drive, 'Files.Read.All offline_access')
    comes(start + 4 * day + 11 * hour, buyer, drive)
    const files = repeat(random, start + 5 * day + 8 * hour, 26, 12 * minute, (at) =>
      reads(at, buyer, drive, `/me/drive/items/01${random.digits(30)}/content`, 'Files.Read.All profile openid email'),
    )

    const moment = start + 9 * day + 13 * hour
    const { admin, backup } = tenant
    const adminConsent = agrees(moment, admin, portal, 'Application.ReadWrite.All offline_access', true)
    comes(moment + 30 * minute, admin, portal)
    const old = { id: backup.keyId, name: 'backup-2025' }
    const key = { id: random.uuid(), name: 'backup-2026' }
    const secret = auditKeys(log, moment + 41 * minute, { ...admin, agent }, backup, [old], [old, key], { ip: home })
    const entries = [2 * hour, day, 3 * day].map((later) =>
      placed(log, moment + later, household, (side) =>
        appSignIn(side, moment + later, { app: backup, resource: tenant.graph, ip: home, keyId: key.id }),
      ),
    )
    const copied = repeat(random, moment + 2 * hour, 30, 9 * minute, (at, i) =>
      graphCall(log, at, {
        client: backup,
        ip: home,
        agent,
        uri: `/users/${stage.person(i % 5).oid}/messages?$top=100`,
        permissions: 'Files.Read.All Mail.Read Sites.Read.All',
        size: random.integer(90_000, 900_000),
      }),
    )
    return {
      records: tableRows(log, log.records()),
      firstHostile: mailConsent[0] ?? '',
      dataLeft: [...mail, ...files, ...copied],
      required: [
        {
          act: 'A foreign application with a disguised Microsoft name may read mail',
          ids: mailConsent,
          minimum: 'high',
        },
        { act: 'A second disguised application may read all files', ids: fileConsent, minimum: 'high' },
        { act: 'The administrator consents to a disguised portal', ids: adminConsent, minimum: 'high' },
        {
          act: 'A script adds a secret to the backup application as the administrator',
          ids: [secret],
          minimum: 'high',
        },
        {
          act: 'The backup application works with the new secret from a household',
          ids: [...entries, ...copied],
          minimum: 'high',
        },
      ],
      quiet: stage.quiet,
    }
  },
})
