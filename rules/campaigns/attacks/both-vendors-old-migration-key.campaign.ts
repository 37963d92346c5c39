import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import type { ServiceAccount } from '../google-cloud-layouts.ts'
import { actsAs, delegatedApp } from '../google-cloud-trust.ts'
import { merged } from '../google-crowd.ts'
import { admin } from '../google-events.ts'
import { ids, network, time } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { firstParty } from '../microsoft-clients.ts'
import { scene } from '../microsoft-scene.ts'
import { signInAudit } from '../microsoft-signin.ts'
import { day, hour, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

export default attackCampaign({
  title: 'The key of a finished migration lies in SharePoint, and opens the Google files months later',
  sources: [
    'https://www.hunters.security/en/blog/delefriend-a-newly-discovered-design-flaw-in-domain-wide-delegation-could-leave-google-workspace-vulnerable-for-takeover',
    'https://unit42.paloaltonetworks.com/critical-risk-in-google-workspace-delegation-feature/',
    'https://learn.microsoft.com/en-us/exchange/mailbox-migration/perform-g-suite-migration',
    'https://attack.mitre.org/techniques/T1552/001/',
  ],
  facts: [
    'A migration from Google to Microsoft 365 needs a service account with a delegation and the JSON file of its key.',
    'Private keys of delegated accounts are long-lived, and a leaked one gives the data of every person.',
    'Attackers with a stolen session search document libraries for credentials.',
    'The attacker lists and exports the files of a few persons from a rented server, at a slow pace.',
  ],
  build: (random) => {
    const { log, tenant, start, quiet } = scene(random, 'wellenreuter', {
      feeds: 'audit',
      from: '2026-02-02',
      days: 98,
      after: 21,
      people: 24,
      records: 620,
    })
    const org = orgOf(random, tenant)
    const end = start + 21 * day
    const days = background(org, { until: end, days: 118, records: 700 })
    const account: ServiceAccount = {
      project: 'wellenreuter-move',
      name: 'm365-mover',
      number: `1${random.digits(20)}`,
    }
    const client = delegatedApp(account, 'M365 Mover', [
      'https://mail.google.com/',
      'drive',
      'calendar',
      'contacts',
      'admin.directory.user.readonly',
    ])
    const granted = admin(org, {
      at: time('2026-02-10T09:00:00Z'),
      who: org.admin,
      type: 'DOMAIN_SETTINGS',
      name: 'AUTHORIZE_API_CLIENT_ACCESS',
      values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: account.number, API_SCOPES: client.scopes },
    })
    // The migration of the mail: three weeks, from the servers of Microsoft.
    const mover = [network('192.0.2.31', 8075, 'NL'), network('192.0.2.32', 8075, 'IE')]
    const migration = Array.from({ length: 21 }, (_, place) => place).flatMap((place) =>
      [0, 1, 2].flatMap((slot) =>
        actsAs(org, {
          at: time('2026-02-11T20:00:00Z') + place * day + slot * 40 * minute,
          who: org.people[(place * 3 + slot) % org.people.length] ?? org.admin,
          app: client,
          account,
          from: mover[slot % 2] ?? org.office,
          methods: ['gmail.users.labels.list', 'gmail.users.messages.list', 'gmail.users.messages.get'],
        }),
      ),
    )
    // Three months later somebody uses the session of a helper in the IT department.
    const thief = { ...tenant.helpdesk, ip: '192.0.2.205' }
    const entered = start + 2 * day + 13 * hour
    const signedIn = signInAudit(log, entered, {
      person: thief,
      client: firstParty.officeHome,
      resource: tenant.sharepoint,
      ip: thief.ip,
      requestType: 'OAuth2:Authorize',
    })
    for (const [place, name] of ['runbook-migration.docx', 'm365-mover-7f31c0.json'].entries())
      file(log, entered + (9 + place * 4) * minute, {
        person: thief,
        client: firstParty.office,
        ip: thief.ip,
        agent: thief.agent,
        file: name,
        operation: place === 0 ? 'FileAccessed' : 'FileDownloaded',
        site: 'it-projects',
      })
    const rented = network('192.0.2.166', 14061, 'DE')
    const nights = [6, 7, 9, 12, 15].map((later, place) =>
      actsAs(org, {
        at: start + later * day + 1 * hour + random.integer(0, 80) * minute,
        who: org.people[[4, 8, 4, 11, 8][place] ?? 4] ?? org.admin,
        app: client,
        account,
        from: rented,
        methods: ['drive.files.list', 'drive.files.export', 'drive.files.get', 'drive.files.get'],
      }),
    )
    const hostile = nights.flat()
    const data = hostile.filter((record) => /drive\.files\.(?:get|export)/u.test(JSON.stringify(record)))
    return {
      records: merged(log.records(), days.records, [granted], migration, hostile),
      firstHostile: signedIn,
      dataLeft: ids(data),
      required: [
        {
          act: 'The delegated account of the finished migration acts again, from a rented server',
          ids: ids(nights[0] ?? [], nights[1] ?? []),
          minimum: 'high',
        },
        {
          act: 'It exports and reads files of several persons on later nights',
          ids: ids(nights.slice(2).flat()),
          minimum: 'medium',
        },
      ],
      quiet: [...quiet, ...days.quiet, ...ids(migration.slice(-40, -28))],
    }
  },
})
