// A company with both vendors connects Google Calendar and Exchange Online, so that everybody sees when colleagues are free.
import { benignWork, type RawRecord } from '../campaign.ts'
import { background } from '../google-background.ts'
import { merged } from '../google-crowd.ts'
import { admin } from '../google-events.ts'
import { ids } from '../google-layouts.ts'
import { orgOf } from '../google-outside.ts'
import { working } from '../microsoft-background.ts'
import { credential, type Key } from '../microsoft-credentials.ts'
import { appSignIn, token } from '../microsoft-entra-signin.ts'
import { graphCall } from '../microsoft-graph.ts'
import { appRole } from '../microsoft-oauth.ts'
import { type Network, placed } from '../microsoft-places.ts'
import { register } from '../microsoft-registrations.ts'
import { scene } from '../microsoft-scene.ts'
import { day, hour, makeApp, minute } from '../microsoft-tenant.ts'

const google: Network = {
  city: 'Groningen',
  state: 'Groningen',
  country: 'NL',
  latitude: 53.44,
  longitude: 6.84,
  asn: 15_169,
}

const roles = {
  calendars: {
    id: '798ee544-9d2d-430c-a058-570e29e34338',
    value: 'Calendars.Read',
    title: 'Read calendars in all mailboxes',
  },
  users: { id: 'df021288-bdef-4463-88db-98f22de89214', value: 'User.Read.All', title: "Read all users' full profiles" },
} as const

export default benignWork({
  title: 'Google Calendar and Exchange Online show each other who is free, first for a pilot and then for everybody',
  sources: [
    'https://support.google.com/a/topic/2798684',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-calendar-settings',
    'https://learn.microsoft.com/en-us/graph/api/calendar-getschedule',
  ],
  resembles:
    'A new registration gets a secret and the calendars of all mailboxes, and uses them at once and around the clock from another cloud.',
  accounts: 2,
  days: 35,
  allowed: 'medium',
  build: (random) => {
    const { log, tenant, start } = scene(random, 'elmbridge', {
      feeds: 'both',
      from: '2025-09-01',
      days: 84,
      after: 36,
      people: 22,
    })
    const org = orgOf(random, tenant)
    const days = background(org, { until: start + 35 * day, days: 118, records: 900 })
    const begin = start + 9 * hour + 20 * minute
    const interop = makeApp(random, 'Google Calendar Interop', tenant.id, {
      ip: '203.0.113.171',
      agent: 'Google-Calendar-Interop',
      reply: 'http://localhost',
    })
    const pilot: Key = { id: interop.keyId, name: 'pilot, four weeks' }
    const lasting: Key = { id: random.uuid(), name: 'calendar interop 2026' }
    const by = tenant.admin
    const work = [
      ...register(log, begin, by, interop, { roles: [roles.calendars.id, roles.users.id] }),
      credential(log, begin + 4 * minute, by, interop, [], [pilot]),
      appRole(log, begin + 7 * minute, by, interop, tenant.graph, roles.calendars),
      appRole(log, begin + 7 * minute + 900, by, interop, tenant.graph, roles.users),
      // A colleague renews the secret before the pilot key ends, and removes the old one two days later.
      credential(log, begin + 21 * day, tenant.helpdesk, interop, [pilot], [pilot, lasting]),
      credential(log, begin + 23 * day, tenant.helpdesk, interop, [pilot, lasting], [lasting]),
    ]

    const setting = (at: number, unit: string, before: string, after: string): RawRecord =>
      admin(org, {
        at,
        who: org.admin,
        type: 'CALENDAR_SETTINGS',
        name: 'CHANGE_CALENDAR_SETTING',
        values: {
          DOMAIN_NAME: org.domain,
          ORG_UNIT_NAME: unit,
          SETTING_NAME: 'ENABLE_EWS_OUT',
          OLD_VALUE: before,
          NEW_VALUE: after,
        },
      })
    const role = `calendar-interop@${org.domain}`
    const outward = (at: number): RawRecord =>
      admin(org, {
        at,
        who: org.admin,
        type: 'CALENDAR_SETTINGS',
        name: 'EWS_OUT_ENDPOINT_CONFIGURATION_CHANGED',
        values: {
          EXCHANGE_WEB_SERVICES_URL: 'https://graph.microsoft.com/v1.0',
          EXCHANGE_ROLE_ACCOUNT: role,
          NUMBER_OF_ADDITIONAL_EXCHANGE_ENDPOINTS: 0,
        },
      })
    const console = [
      outward(begin + 15 * minute),
      setting(begin + 18 * minute, `/${org.domain}/IT`, 'false', 'true'),
      admin(org, {
        at: begin + 40 * minute,
        who: org.admin,
        type: 'CALENDAR_SETTINGS',
        name: 'EWS_IN_NEW_CREDENTIALS_GENERATED',
        values: { EXCHANGE_ROLE_ACCOUNT: role },
      }),
      outward(begin + 21 * day + 10 * minute),
      setting(begin + 22 * day, `/${org.domain}`, 'false', 'true'),
    ]

    // Google asks for free times in working hours, and refreshes the rooms at night: a little in the pilot, much afterwards.
    const ask = (at: number): void => {
      const late = at > begin + 21 * day + 11 * minute
      const tokenId = token(log)
      const ip = `203.0.113.${random.integer(171, 178)}`
      if (random.integer(1, 4) === 1)
        work.push(
          placed(log, at - 2000, google, (side) =>
            appSignIn(side, at - 2000, {
              app: interop,
              resource: tenant.graph,
              ip,
              keyId: late ? lasting.id : pilot.id,
              tokenId,
            }),
          ),
        )
      const one = random.pick(tenant.people)
      work.push(
        graphCall(log, at, {
          client: interop,
          ip,
          uri: `/users/${one.oid}/calendar/getSchedule`,
          method: 'POST',
          permissions: 'Calendars.Read User.Read.All',
          agent: interop.agent,
          tokenId,
          size: random.integer(1_500, 24_000),
        }),
      )
    }
    for (let turn = 0; turn < 160; turn += 1) ask(working(log, start + day, 21))
    for (let turn = 0; turn < 520; turn += 1) ask(working(log, start + 23 * day, 12))
    for (let night = 1; night < 34; night += 1)
      for (let room = 0; room < (night > 22 ? 12 : 4); room += 1) ask(start + night * day + 2 * hour + room * 7000)

    return {
      records: merged(log.records(), days.records, console),
      ids: [...work, ...ids(console)],
    }
  },
})
