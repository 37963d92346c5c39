// A scripted relay takes the session of a clerk, who then registers a reader; the export ends in the first hour of reading.
import { attackCampaign } from '../campaign.ts'
import { provenCall } from '../microsoft-client-kinds.ts'
import { firstParty } from '../microsoft-clients.ts'
import { auditKeys, auditRegister } from '../microsoft-entra-apps.ts'
import { auditConsent } from '../microsoft-entra-consent.ts'
import { token, userSignIn } from '../microsoft-entra-signin.ts'
import { inWindow, remaining } from '../microsoft-export-window.ts'
import { networks, placed } from '../microsoft-places.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const axios = 'axios/1.7.9'
const scopes = 'Files.Read.All Mail.ReadWrite MailboxSettings.ReadWrite offline_access openid profile'

export default attackCampaign({
  title:
    'A relay written with Axios takes the session of a clerk, registers an application with a secret, and reads mail',
  sources: [
    'https://www.proofpoint.com/us/blog/threat-insight/http-client-tools-exploitation-account-takeover-attacks',
    'https://www.proofpoint.com/us/blog/email-and-cloud-threats/defeating-malicious-application-creation-attacks',
  ],
  facts: [
    'A phishing page relays the login with the HTTP client Axios, so the sign-in shows its name.',
    'The relay also passes the second factor.',
    'The intruders register new applications with wide permissions in the tenant of the victim.',
    'The application keeps its access to the mailbox after a new password.',
  ],
  build: (random) => {
    const stage = scene(random, 'pellworm-freight', { feeds: 'entra', from: '2025-10-06', days: 30, records: 1300 })
    const { log, tenant, start, person } = stage
    const { graph, exchange } = tenant
    const clerk = person(7)
    const session = random.uuid()
    const ip = '192.0.2.31'
    const relayed = start + 10 * hour + 41 * minute
    const shared = { person: clerk, session, ip }
    const login = placed(log, relayed, networks.hostingBucharest, (side) =>
      userSignIn(side, relayed, { ...shared, client: firstParty.officeHome, resource: graph, agent: axios }),
    )
    const mail = placed(log, relayed + 2 * minute, networks.hostingBucharest, (side) =>
      userSignIn(side, relayed + 2 * minute, {
        ...shared,
        client: firstParty.outlookWeb,
        resource: exchange,
        agent: axios,
        interactive: false,
      }),
    )
    const made = relayed + 2 * hour + 24 * minute
    const exit = '192.0.2.118'
    placed(log, made - 3 * minute, networks.hostingHelsinki, (side) =>
      userSignIn(side, made - 3 * minute, { ...shared, ip: exit, client: firstParty.azurePortal, resource: graph }),
    )
    const app = makeApp(random, 'Invoice Sync', tenant.id, { ip: '192.0.2.119', agent: 'node-fetch/1.0' })
    const registered = auditRegister(log, made, clerk, app, exit)
    const secret = { id: app.keyId, name: 'sync' }
    const key = auditKeys(log, made + 2 * minute, clerk, app, [], [secret], { ip: exit })
    const agreed = made + 5 * minute
    const grant = { client: app, resource: graph, scopes, user: clerk }
    const consent = auditConsent(log, agreed, clerk, grant, false, false)
    // The next day is the last of the export. It ends 35 minutes after the first message was read.
    const first = start + day + 6 * hour + 10 * minute
    const tokenId = token(log)
    placed(log, first - minute, networks.hostingHelsinki, (side) =>
      userSignIn(side, first - minute, {
        person: clerk,
        client: app,
        resource: graph,
        ip: app.ip,
        agent: app.agent,
        interactive: false,
        incoming: 'refreshToken',
        ownerTenant: tenant.id,
        session,
        tokenId,
      }),
    )
    const read = Array.from({ length: 30 }, (_, i) =>
      provenCall(log, first + i * 58_000, '1', {
        client: app,
        person: clerk,
        ip: app.ip,
        uri: `/me/mailFolders/${i < 20 ? 'inbox' : 'sentitems'}/messages?$top=100&$skip=${100 * (i % 20)}`,
        permissions: 'Files.Read.All Mail.ReadWrite MailboxSettings.ReadWrite openid profile',
        agent: app.agent,
        size: random.integer(240_000, 900_000),
        tokenId,
      }),
    )
    const records = inWindow(log.records(), { from: start - 2 * day, to: first + 35 * minute })
    return {
      records,
      firstHostile: login,
      dataLeft: read,
      required: [
        { act: 'A scripted client signs in as a clerk from hosting', ids: [login, mail], minimum: 'medium' },
        {
          act: 'The clerk registers an application with a secret from another hosting network',
          ids: [...registered, key],
          minimum: 'medium',
        },
        { act: 'The clerk consents to wide access for the application', ids: consent, minimum: 'high' },
        { act: 'The new application reads the mailbox from hosting', ids: read, minimum: 'medium' },
      ],
      quiet: remaining(stage.quiet, records),
    }
  },
})
