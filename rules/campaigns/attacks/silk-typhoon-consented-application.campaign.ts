import { attackCampaign } from '../campaign.ts'
import { firstParty } from '../microsoft-clients.ts'
import { credential } from '../microsoft-credentials.ts'
import { appSignIn, userSignIn } from '../microsoft-entra-signin.ts'
import { mailRead } from '../microsoft-mail.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute, type Person } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title:
    'Administrator from the local network puts a password on an application that already may read mail (Silk Typhoon)',
  sources: ['https://www.microsoft.com/en-us/security/blog/2025/03/05/silk-typhoon-targeting-it-supply-chain/'],
  facts: [
    'The group came from the local network through the synchronisation server to an administrator of the cloud.',
    'It looked for applications that already had consent for mail and files, and added its own password to one.',
    'Mail left through Exchange Web Services and Microsoft Graph, files through OneDrive and SharePoint.',
    'No new application and no new consent appear.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet, person } = scene(random, 'thornbury', {
      feeds: 'both',
      from: '2026-01-12',
      days: 110,
      records: 480,
      people: 18,
    })
    const { admin, exchange, sharepoint } = tenant
    const foreign = '192.0.2.224'
    const app = makeApp(random, 'Records Archiver', tenant.id, { ip: '203.0.113.70', agent: 'archiver/3.0' })
    repeat(random, start - 105 * day, 20, 5 * day, (at) => appSignIn(log, at, { app, resource: exchange }))
    repeat(random, start - 105 * day, 20, 5 * day, (at) =>
      mailRead(
        log,
        at,
        {
          owner: person(16),
          client: app,
          appOnly: app,
          ip: app.ip,
          api: exchange.appId,
          info: 'Client=WebServices;archiver/3.0;',
        },
        6,
      ),
    )
    const at = start + hour
    const entered = userSignIn(log, at, {
      person: admin,
      client: firstParty.azurePortal,
      resource: tenant.graph,
      ip: foreign,
    })
    const remote: Person = { ...admin, ip: foreign }
    const old = { id: app.keyId, name: 'archiver' }
    const stolen = { id: random.uuid(), name: 'archiver' }
    const key = credential(log, at + 26 * minute, remote, app, [old], [old, stolen])
    const used = repeat(random, at + 2 * hour, 4, 6 * hour, (moment, i) =>
      appSignIn(log, moment, { app, resource: i % 2 === 0 ? exchange : sharepoint, ip: foreign, keyId: stolen.id }),
    )
    const mail = repeat(random, at + 3 * hour, 40, 15 * minute, (moment, i) =>
      mailRead(
        log,
        moment,
        {
          owner: person([0, 4, 5, 9, 11, 13, 15, 17][i % 8] ?? 0),
          client: app,
          appOnly: app,
          ip: foreign,
          api: exchange.appId,
          info: 'Client=WebServices;ExchangeServicesClient/15.20;',
        },
        random.integer(25, 80),
      ),
    )
    const files = repeat(random, at + day + 3 * hour, 90, 20_000, (moment, i) =>
      file(log, moment, {
        person: admin,
        client: app,
        appOnly: app,
        ip: foreign,
        agent: 'python-requests/2.32.3',
        operation: 'FileDownloaded',
        site: 'tenders',
        file: `tender-${200 + i}.pdf`,
      }),
    )
    return {
      records: log.records(),
      firstHostile: entered,
      dataLeft: [...mail, ...files],
      required: [
        { act: 'a second password is added to an old application with mail rights', ids: [key], minimum: 'medium' },
        { act: 'the application signs in with the new password from a new network', ids: used, minimum: 'medium' },
        { act: 'the application reads mailboxes that it never read', ids: mail, minimum: 'medium' },
        { act: 'the application downloads files in bulk', ids: files, minimum: 'medium' },
      ],
      quiet,
    }
  },
})
