// The automation server of the house gets more mailboxes, nightly reports and a renewed secret.
import { benignWork } from '../campaign.ts'
import { background as googleBackground, steadyUse } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { inRow } from '../google-incident-work.ts'
import { app, ids, network, person } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { shareByClient } from '../google-sharing.ts'
import { credential, type Key } from '../microsoft-credentials.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { mailRead } from '../microsoft-mail.ts'
import { routine } from '../microsoft-routine.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

export default benignWork({
  title: 'An automation server reads three more team mailboxes and shares its reports at night',
  sources: [
    'https://docs.n8n.io/integrations/builtin/credentials/microsoft/',
    'https://docs.n8n.io/integrations/builtin/credentials/google/',
  ],
  resembles:
    'A house client reads mailboxes that it never read, works at night, shares files and has a second secret, all in one fortnight.',
  accounts: 16,
  days: 98,
  allowed: 'low',
  build: (random) => {
    const stage = scene(random, 'kastanje-supplies', {
      feeds: 'both',
      from: '2026-02-16',
      days: 84,
      after: 14,
      people: 16,
    })
    const { log, tenant, start } = stage
    const server = '198.51.100.66'
    const house = makeApp(random, 'Office Flows', tenant.id, { ip: server, agent: 'n8n' })
    const key = (name: string): Key => ({ id: random.uuid(), name })
    const before: Key = { id: house.keyId, name: 'flows-2025' }
    const now = key('flows-2026')
    const reads = (i: number, keyId: string) => (at: number) => {
      appSignIn(log, at - 2500, { app: house, resource: tenant.graph, keyId })
      return mailRead(
        log,
        at,
        { owner: stage.person(i), client: house, appOnly: house, ip: server },
        random.integer(1, 3),
      )
    }
    routine(log, start - 84 * day, 88, 160, reads(4, before.id))
    routine(log, start + 4 * day, 10, 18, reads(4, now.id))
    // A mailbox of a team joins every third day, and the developer renews the secret from the office.
    const joined = [7, 8, 9].flatMap((i, turn) =>
      Array.from({ length: 12 }, (_, run) =>
        reads(i, now.id)(start + (4 + turn * 3) * day + run * 40 * minute + 9 * hour + random.integer(0, 9) * minute),
      ),
    )
    const renewal = [
      credential(log, start + 3 * day + 10 * hour, tenant.developer, house, [before], [before, now]),
      credential(log, start + 6 * day + 11 * hour, tenant.developer, house, [before, now], [now]),
    ]

    const org = orgOf(random, tenant)
    const quiet = googleBackground(org, { until: start + 13 * day, days: 96, records: 900 })
    const owner = person(org, 4)
    const client = app(random, 'Office Flows', ['spreadsheets', 'drive.file'])
    const place = network(server, 64501, 'DE', 'DE-HE')
    const granted = [authorize(org, { at: start - 82 * day + 9 * hour, who: owner, app: client })]
    const rows = steadyUse(org, client, {
      until: start + 13 * day,
      days: 92,
      count: 220,
      people: [owner],
      from: place,
      methods: ['sheets.spreadsheets.values.append', 'drive.files.create', 'drive.files.get'],
    })
    const nights = [5, 6, 7, 8, 9].flatMap((night) =>
      calls(org, {
        start: start + night * day + 2 * hour,
        count: 14,
        gap: [5, 40],
        who: owner,
        app: client,
        from: place,
        methods: ['sheets.spreadsheets.values.get', 'drive.files.create', 'drive.files.get'],
        bytes: [4_000, 90_000],
      }),
    )
    const shares = inRow(org, start + 6 * day + 3 * hour, 6, [70, 200]).flatMap((at, index) =>
      shareByClient(org, {
        at,
        who: owner,
        from: place,
        app: client,
        doc: `1${random.digits(32)}`,
        title: `Stock report ${index + 1}`,
        kind: 'spreadsheet',
        reader: person(org, 5 + index),
      }),
    )
    return {
      records: merged(log.records(), quiet.records, granted, rows, nights, shares),
      ids: [...joined, ...renewal, ...ids(nights, shares)],
    }
  },
})
