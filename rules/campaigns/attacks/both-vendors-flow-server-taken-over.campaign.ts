// An intruder runs his own flows on the automation server of the house, with its clients at both vendors, and then takes the tokens home.
import { attackCampaign } from '../campaign.ts'
import { background as googleBackground, steadyUse } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { file as driveFile, use } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { inRow } from '../google-incident-work.ts'
import { app, ids, network, person } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { downloadByClient } from '../google-sharing.ts'
import { credential, type Key } from '../microsoft-credentials.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { mailRead } from '../microsoft-mail.ts'
import { placed } from '../microsoft-places.ts'
import { routine } from '../microsoft-routine.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const papers = ['Price calculation', 'Supplier conditions', 'Claims 2026', 'Bank details', 'Tender Lyon', 'Staff list']
const household = {
  city: 'Den Haag',
  state: 'Zuid-Holland',
  country: 'NL',
  latitude: 52.07,
  longitude: 4.3,
  asn: 64_503,
}

export default attackCampaign({
  title: 'An intruder uses the clients of an automation server at both vendors, from the server itself',
  sources: [
    'https://www.cyera.com/research-labs/ni8mare-unauthenticated-remote-code-execution-in-n8n-cve-2026-21858',
    'https://www.armis.com/blog/ni8mare-in-automation/',
    'https://nhimg.org/articles/n8n-cve-2026-21858-shows-how-workflow-trust-becomes-a-takeover-path/',
  ],
  facts: [
    'A flaw in the automation server n8n let strangers read its files and run code.',
    'The server keeps the tokens and secrets of all connected services, Google and Microsoft among them.',
    'Calls from the server itself have the usual address and the usual client.',
    'Whoever copies the credentials can use them elsewhere after the server is repaired.',
  ],
  build: (random) => {
    const stage = scene(random, 'oosterkade-trading', { feeds: 'both', from: '2026-01-12', days: 80, records: 700 })
    const { log, tenant, start } = stage
    const server = '198.51.100.64'
    const house = makeApp(random, 'Flow Server', tenant.id, { ip: server, agent: 'n8n' })
    const orders = stage.person(4)
    const orderMail = (at: number): string => {
      appSignIn(log, at - 3000, { app: house, resource: tenant.graph })
      return mailRead(log, at, { owner: orders, client: house, appOnly: house, ip: server }, random.integer(1, 3))
    }
    const work = routine(log, start - 80 * day, 79, 140, orderMail)
    routine(log, start, 6, 10, orderMail)

    const org = orgOf(random, tenant)
    const quiet = googleBackground(org, { until: start + 6 * day, days: 84, records: 900 })
    const owner = person(org, 4)
    const client = app(random, 'Flow Server', ['spreadsheets', 'drive', 'gmail.send'])
    const place = network(server, 64501, 'DE', 'DE-HE')
    const rows = steadyUse(org, client, {
      until: start + 6 * day,
      days: 82,
      count: 230,
      people: [owner],
      from: place,
      methods: ['sheets.spreadsheets.values.append', 'sheets.spreadsheets.values.get', 'drive.files.list'],
    })

    const night = start + 1 * hour + 12 * minute
    const listed = calls(org, {
      start: night,
      count: 12,
      gap: [4, 30],
      who: owner,
      app: client,
      from: place,
      methods: ['drive.about.get', 'drive.files.list', 'drive.files.list'],
      bytes: [20_000, 140_000],
    })
    const copies = inRow(org, night + 20 * minute, 44, [8, 60]).flatMap((at, index) =>
      downloadByClient(org, {
        at,
        who: owner,
        app: client,
        from: place,
        title: papers[index % papers.length] ?? '',
        kind: 'pdf',
        bytes: random.integer(90_000, 5_000_000),
      }),
    )
    const outside = papers.slice(0, 3).flatMap((title, index) => {
      const shared = { at: night + 2 * hour + index * 3 * minute, who: owner, from: place, app: client }
      const more = {
        target_user: 'r.terlouw.office@gmail.com',
        old_value: ['none'],
        new_value: ['can_edit'],
        old_visibility: 'private',
        visibility: 'shared_externally',
        visibility_change: 'external',
        api_method: 'drive.permissions.create',
      }
      return [
        use(org, { ...shared, method: 'drive.permissions.create', bytes: 520 }),
        driveFile(org, { ...shared, at: shared.at + 1000, name: 'change_user_access', title, more }),
      ]
    })
    const mail = Array.from({ length: 9 }, (_, i) => i).flatMap((i) =>
      repeat(random, night + (i < 5 ? hour : day + hour) + i * 14 * minute, 4, 3 * minute, (at) =>
        mailRead(
          log,
          at,
          { owner: stage.person(i < 4 ? i : i + 2), client: house, appOnly: house, ip: server },
          random.integer(12, 40),
        ),
      ),
    )
    // The application owns itself, and adds a secret with its own rights. Two days later this secret works elsewhere.
    const old: Key = { id: house.keyId, name: 'n8n' }
    const added: Key = { id: random.uuid(), name: 'n8n' }
    const secret = credential(log, night + day + 3 * hour, house, house, [old], [old, added])
    const home = '2001:db8:e4:1100:5d:9a:10:c7'
    const away = repeat(random, start + 3 * day + 9 * hour, 5, 50 * minute, (at) =>
      placed(log, at, household, (side) =>
        appSignIn(side, at, { app: house, resource: tenant.graph, ip: home, keyId: added.id }),
      ),
    )
    const later = repeat(random, start + 3 * day + 9 * hour, 20, 12 * minute, (at, i) =>
      mailRead(log, at, { owner: stage.person(i % 3), client: house, appOnly: house, ip: home }, random.integer(5, 20)),
    )
    return {
      records: merged(log.records(), quiet.records, rows, listed, copies, outside),
      firstHostile: ids(listed)[0] ?? '',
      dataLeft: [...ids(copies, outside), ...mail, ...later],
      required: [
        { act: 'The client for sheets downloads all of Drive at night', ids: ids(listed, copies), minimum: 'medium' },
        { act: 'The same client shares files with a private account', ids: ids(outside), minimum: 'medium' },
        { act: 'The application for one mailbox reads nine others', ids: mail, minimum: 'medium' },
        { act: 'The application adds a secret to itself', ids: [secret], minimum: 'high' },
        {
          act: 'The new secret works from a household, and mail is read there',
          ids: [...away, ...later],
          minimum: 'high',
        },
      ],
      quiet: [...stage.quiet, ...work.slice(0, 15), ...quiet.quiet, ...ids(rows).slice(0, 15)],
    }
  },
})
