// A bridge between Google Chat and Teams is set up for two departments that were one company each.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { chatCall } from '../google-chat.ts'
import { accountEmail } from '../google-cloud-layouts.ts'
import { delegatedApp } from '../google-cloud-trust.ts'
import { merged } from '../google-crowd.ts'
import { admin, authorize, impersonation } from '../google-events.ts'
import { app, person as colleague, DAY, HOUR, ids, MINUTE, network } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { appSignIn } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { appRole, consent } from '../microsoft-oauth.ts'
import { scene } from '../microsoft-scene.ts'
import { makeApp } from '../microsoft-tenant.ts'

const roles = [
  {
    id: '7b2449af-6ccd-4f4d-9f78-e550c193f0d1',
    value: 'ChannelMessage.Read.All',
    title: 'Read all channel messages',
  },
  { id: '6b7d71aa-70aa-4810-a8d9-5d9fb2830017', value: 'Chat.Read.All', title: 'Read all chat messages' },
  { id: 'df021288-bdef-4463-88db-98f22de89214', value: 'User.Read.All', title: "Read all users' full profiles" },
]

export default benignWork({
  title: 'A bridge joins Google Chat and Teams after a merger: one afternoon of grants, then messages day and night',
  sources: [
    'https://m.io/academy/connect-platforms',
    'https://workspaceupdates.googleblog.com/2026/05/google-chat-external-interoperability-with-Microsoft-Teams-via-NextPlane-OpenHub-is-now-available.html',
  ],
  resembles:
    'A new service gets a delegation at Google and application permissions at Microsoft within hours, acts as many people, and copies messages at all hours.',
  accounts: 17,
  days: 26,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'ostrava-marsh', {
      feeds: 'both',
      from: '2026-05-04',
      days: 77,
      after: 26,
      records: 240,
      people: 20,
    })
    const org = orgOf(random, tenant)
    const days = background(org, { until: start + 25 * DAY, days: 104, records: 220 })
    const places = ['203.0.113.31', '203.0.113.38']
    const bridge = makeApp(random, 'Tandem Chat Bridge', random.uuid(), {
      ip: '203.0.113.31',
      agent: 'tandem-bridge/5.3 (node)',
    })
    const account = { project: 'tandem-bridge-eu', name: 'bridge-worker', number: `1${random.digits(20)}` }
    const scopes = ['chat.spaces', 'chat.messages', 'chat.memberships', 'admin.directory.user.readonly']
    const worker = delegatedApp(account, 'Tandem Chat Bridge', scopes)
    const hub = app(random, 'Tandem Hub', ['openid', 'userinfo.email', 'userinfo.profile'])

    // Wednesday afternoon: the administrator follows the guide of the vendor.
    const boss = org.admin
    const begin = start + 2 * DAY + 13 * HOUR
    const google = [
      authorize(org, { at: begin, who: boss, app: hub }),
      admin(org, {
        at: begin + 6 * MINUTE,
        who: boss,
        type: 'SECURITY_SETTINGS',
        name: 'ADD_TO_TRUSTED_OAUTH2_APPS',
        values: {
          OAUTH2_APP_ID: hub.id,
          OAUTH2_APP_NAME: hub.name,
          OAUTH2_APP_TYPE: 'WEB_APPLICATION',
          ORG_UNIT_NAME: org.domain,
        },
      }),
      admin(org, {
        at: begin + 12 * MINUTE,
        who: boss,
        type: 'DOMAIN_SETTINGS',
        name: 'AUTHORIZE_API_CLIENT_ACCESS',
        values: { DOMAIN_NAME: org.domain, API_CLIENT_NAME: account.number, API_SCOPES: worker.scopes },
      }),
    ]
    const later = begin + 40 * MINUTE
    const microsoft = [
      ...consent(log, later, {
        by: tenant.admin,
        app: bridge,
        resource: tenant.graph,
        scopes: 'openid profile User.Read ChannelMessage.Send Chat.ReadWrite Team.ReadBasic.All',
        admin: true,
        everyone: true,
      }),
      ...roles.map((role, index) => appRole(log, later + (index + 2) * 1000, tenant.admin, bridge, tenant.graph, role)),
    ]

    // A pilot with five people, after a week everybody of the two departments.
    const traffic = Array.from({ length: 21 }, (_, day) => day).flatMap((day) => {
      const people = Array.from({ length: day < 7 ? 5 : 17 }, (_, index) => colleague(org, index + 1))
      const weekend = [0, 6].includes(new Date(start + (3 + day) * DAY).getUTCDay())
      return Array.from({ length: weekend ? 4 : 14 }, (_, turn) => {
        const at =
          start + (3 + day) * DAY + Math.floor((turn / (weekend ? 4 : 14)) * 24 * HOUR) + random.integer(0, 3_000_000)
        const who = people[(day * 5 + turn) % people.length] ?? boss
        const place = places[turn % 2] ?? bridge.ip
        const from = network(place, 64547, 'DE')
        if (turn % 4 === 0)
          microsoft.push(appSignIn(log, at - 30_000, { app: bridge, resource: tenant.graph, ip: place }))
        microsoft.push(
          graphCall(log, at, {
            client: bridge,
            ip: place,
            agent: bridge.agent,
            uri: `/teams/${random.uuid()}/channels/getAllMessages/delta?$top=50`,
            permissions: roles.map((role) => role.value).join(' '),
          }),
        )
        const acts = turn % 3 === 0 ? ['chat.spaces.messages.list'] : ['chat.spaces.messages.create']
        return [
          impersonation(org, { at, who, app: worker, from, account: accountEmail(account) }),
          ...acts.map((method) =>
            chatCall(org, {
              at: at + 2_000,
              who,
              app: worker,
              from,
              method,
              bytes: random.integer(600, 18_000),
              impersonates: true,
            }),
          ),
        ]
      }).flat()
    })
    return {
      records: merged(days.records, google, traffic, log.records()),
      ids: [...ids(google, traffic), ...microsoft],
    }
  },
})
