// The same invitation asks people of one company for a Microsoft or for a Google consent; one server reads both and writes on.

import { googleSide } from '../both-shared-login.ts'
import { attackCampaign } from '../campaign.ts'
import { merged } from '../google-crowd.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app as googleApp, ids, network, person } from '../google-layouts.ts'
import { mailEvent } from '../google-outside.ts'
import { userSignIn } from '../microsoft-entra-signin.ts'
import { mailRead } from '../microsoft-mail.ts'
import { consent } from '../microsoft-oauth.ts'
import { repeat, scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'
import { file } from '../microsoft-workloads.ts'

const name = 'Board Pack Reader'
const plans = ['offer-2026.docx', 'budget.xlsx', 'shareholders.xlsx', 'minutes.docx', 'price-model.xlsx']

export default attackCampaign({
  title: 'One invitation collects a Microsoft and a Google consent under the same name, and the letter goes on',
  sources: [
    'https://www.proofpoint.com/us/blog/threat-insight/microsoft-oauth-app-impersonation-campaign-leads-mfa-phishing',
    'https://github.com/pushsecurity/saas-attacks/blob/main/techniques/consent_phishing/description.md',
  ],
  facts: [
    'One lure offers a sign-in with Microsoft and a sign-in with Google.',
    'Both consent screens show the same ordinary product name of an outside developer.',
    'The operator reads mail and files from one rented server.',
    'The mailbox of a victim sends the lure to colleagues.',
  ],
  build: (random) => {
    const stage = scene(random, 'tidewell-optics', { feeds: 'both', from: '2026-02-02', days: 63, records: 460 })
    const { log, tenant, start } = stage
    const google = googleSide(stage, 63, 420)
    const { org } = google
    const ip = '203.0.113.77'
    const server = network(ip, 63949, 'US')
    const reader = makeApp(random, name, random.uuid(), { ip, agent: 'node-fetch/1.0' })
    const twin = googleApp(random, name, ['openid', 'userinfo.email', 'gmail.modify', 'drive.readonly'])
    const lure = [3, 5, 6, 8].flatMap((place, index) => {
      const shared = {
        who: person(org, place),
        sender: 'secretary@board-packs.example',
        display: 'Board Secretary',
        subject: 'Board pack for your review',
        messageId: `<${random.uuid()}@board-packs.example>`,
        links: ['board-packs.example'],
      }
      const at = start + 8 * hour + index * 20_000
      return [
        mailEvent(org, { ...shared, at, kind: 2 }),
        mailEvent(org, { ...shared, at: at + (30 + index * 4) * minute, kind: 15 }),
      ]
    })
    const scopes = 'openid profile offline_access User.Read Mail.Read Files.Read.All'
    const microsoft = [3, 5].flatMap((place, index) => {
      const by = stage.person(place)
      const at = start + 9 * hour + index * 14 * minute
      const { graph } = tenant
      userSignIn(log, at - 9000, {
        person: by,
        client: reader,
        resource: graph,
        ip: by.ip,
        ownerTenant: reader.ownerTenant,
      })
      return consent(log, at, { by, app: reader, resource: graph, scopes, isNew: index === 0 })
    })
    const grants = [6, 8].map((place, index) => {
      const who = person(org, place)
      return authorize(org, { at: start + 9 * hour + (7 + index * 11) * minute, who, app: twin, from: who.home })
    })
    const reads = [3, 5].flatMap((place) => {
      const owner = stage.person(place)
      const night = start + 22 * hour + place * 10 * minute
      const mail = repeat(random, night, 22, 40_000, (at) => mailRead(log, at, { owner, client: reader, ip }, 18))
      const files = repeat(random, night + hour, 24, 15_000, (at, i) =>
        file(log, at, {
          person: owner,
          client: reader,
          ip,
          agent: reader.agent,
          file: plans[i % plans.length] ?? 'plan.pdf',
          operation: 'FileDownloaded',
        }),
      )
      return [...mail, ...files]
    })
    const shared = { app: twin, from: server, gap: [1, 7] as const, bytes: [1_500, 190_000] as const }
    const methods = ['gmail.users.messages.list', 'gmail.users.messages.get', 'drive.files.list', 'drive.files.get']
    const theft = [6, 8].flatMap((place) =>
      calls(org, {
        ...shared,
        start: start + 23 * hour + place * minute,
        count: 120,
        who: person(org, place),
        methods,
      }),
    )
    const onward = calls(org, {
      ...shared,
      start: start + day + 9 * hour,
      count: 34,
      who: person(org, 6),
      methods: ['gmail.users.messages.send'],
      bytes: [300, 420],
    })
    return {
      records: merged(log.records(), google.records, lure, grants, theft, onward),
      firstHostile: ids(lure)[0] ?? '',
      dataLeft: [...reads, ...ids(theft)],
      required: [
        { act: 'Two people give a new outside application mail and all files', ids: microsoft, minimum: 'medium' },
        { act: 'Two people give the client of the same name mail and the Drive', ids: ids(grants), minimum: 'medium' },
        { act: 'The application reads mail and takes files at night', ids: reads, minimum: 'medium' },
        { act: 'The client reads mail and files of two people at night', ids: ids(theft), minimum: 'medium' },
        { act: 'The client sends from the mailbox of a victim', ids: ids(onward), minimum: 'high' },
      ],
      quiet: [...stage.quiet, ...google.quiet],
    }
  },
})
