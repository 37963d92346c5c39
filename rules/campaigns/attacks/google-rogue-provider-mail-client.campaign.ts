import { attackCampaign, type RawRecord } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, signIn } from '../google-events.ts'
import { consents, samlSignIn } from '../google-grants.ts'
import {
  type App,
  DAY,
  HOUR,
  ids,
  MINUTE,
  network,
  type Org,
  organization,
  person,
  text,
  time,
  timeline,
} from '../google-layouts.ts'

/** The Alert Center reports the new sign-in profile. */
const profileAlert = (org: Org, at: number, actorEmail: string): RawRecord => {
  const customerId = org.customerId.slice(1)
  const alertId = org.random.uuid()
  const createTime = new Date(at + 100_000).toISOString()
  const eventTime = new Date(at).toISOString()
  const etag = `${text(org.random, 10)}=`
  return {
    customerId,
    alertId,
    createTime,
    startTime: eventTime,
    endTime: eventTime,
    type: 'SSO profile added',
    source: 'Sensitive Admin Action',
    data: {
      '@type': 'type.googleapis.com/google.apps.alertcenter.type.SensitiveAdminAction',
      eventTime,
      actorEmail,
      ssoProfileCreatedEvent: { inboundSsoProfileName: 'Workforce login' },
    },
    metadata: { customerId, alertId, status: 'NOT_STARTED', severity: 'HIGH', updateTime: createTime, etag },
    updateTime: createTime,
    etag,
  }
}

export default attackCampaign({
  title: 'A foreign identity provider answers for six people, and each of them grants a well-known mail client',
  sources: [
    'https://www.cisa.gov/news-events/cybersecurity-advisories/aa23-320a',
    'https://www.microsoft.com/en-us/security/blog/2023/10/25/octo-tempest-crosses-boundaries-to-facilitate-extortion-encryption-and-destruction/',
    'https://developers.google.com/admin-sdk/alertcenter/reference/rest/v1beta1/SensitiveAdminAction',
  ],
  facts: [
    'The group calls the help desk and gets the account of an administrator.',
    'It adds a federated identity provider of its own to the tenant and links accounts automatically.',
    'It then signs in as any person by a matching name of its provider, without the password of the person.',
    'It searches mail for the response of the company and for credentials.',
    'The group uses rented servers and proxies.',
  ],
  build: (random) => {
    const org = organization(random, 'sablewood-hotels.example', 24)
    const start = time('2026-06-11T01:12:00Z')
    const quietDays = background(org, { until: start + 5 * DAY, days: 95, records: 760 })
    const rented = network('203.0.113.121', 9009, 'RO', 'RO-B')
    const client: App = {
      id: '406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj.apps.googleusercontent.com',
      name: 'Mozilla Thunderbird Email',
      type: 'NATIVE_DESKTOP',
      scopes: ['https://mail.google.com/'],
    }
    // Two of the staff have used the client all the time, each from home.
    const regulars = [15, 18].map((index) => person(org, index))
    const usual = [80, 52, 24].flatMap((ago, turn) =>
      regulars.map((who, place) =>
        authorize(org, { at: start - ago * DAY + (7 + place + turn) * HOUR, who, app: client, from: who.home }),
      ),
    )
    const entrance = signIn(org, { at: start, who: org.admin, from: rented })
    const change = (at: number, name: string, values: Readonly<Record<string, string>>): RawRecord =>
      admin(org, { at, who: org.admin, from: rented, type: 'DOMAIN_SETTINGS', name, values })
    const provider = [
      change(start + 6 * MINUTE, 'CHANGE_SSO_SETTINGS', { DOMAIN_NAME: org.domain }),
      change(start + 7 * MINUTE, 'TOGGLE_SSO_ENABLED', { DOMAIN_NAME: org.domain, NEW_VALUE: 'true' }),
      profileAlert(org, start + 6 * MINUTE, org.admin.email),
    ]
    const victims = [3, 4, 8, 11, 13, 20].map((index) => person(org, index))
    const signIns = victims.map((who, index) =>
      samlSignIn(org, { at: start + (19 + index * 11) * MINUTE, who, from: rented }),
    )
    const grants = victims.flatMap((who, index) =>
      consents(org, {
        start: start + (22 + index * 11) * MINUTE,
        gap: [0, 0],
        people: [who],
        app: client,
        from: rented,
      }),
    )
    // The victims work on as on every day.
    const morning = victims.map((who, index) => signIn(org, { at: start + 7 * HOUR + index * 9 * MINUTE, who }))
    return {
      records: timeline(quietDays.records, usual, [entrance], provider, signIns, grants, morning),
      firstHostile: ids([entrance])[0] ?? '',
      // The client reads by IMAP, which writes no record of API use.
      dataLeft: [],
      required: [
        { act: 'a new identity provider for the whole domain', ids: ids(provider), minimum: 'low' },
        {
          act: 'six people grant the whole mailbox to one client from one foreign network within an hour and a half',
          ids: ids(grants),
          minimum: 'high',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(usual.slice(2)), ...ids(morning)],
    }
  },
})
