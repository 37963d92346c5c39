// A stealer's cookie is made fresh again after the password reset; a Drive client reads a few files a night for weeks.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, file, signIn, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const titles = [
  'Quote template',
  'Reseller margins',
  'Key account plan',
  'Framework contract',
  'Renewals 2026',
  'Forecast',
]

export default attackCampaign({
  title: 'A Drive client outlives the password reset of an account with stolen cookies',
  sources: [
    'https://waysto.digital/connect/new-malware-retains-credentials-after-password-is-changed/',
    'https://support.google.com/a/answer/6328616',
  ],
  facts: [
    'Stealers use the MultiLogin endpoint to make new session cookies from stolen account tokens.',
    'The session works again after the victim changed the password.',
    'A password change revokes only tokens with mail scopes; tokens for Drive stay valid.',
    'No login is recorded, because the session exists already.',
  ],
  build: (random) => {
    const org = organization(random, 'kestrelprint.example')
    const start = time('2026-02-03T01:48:00Z')
    const quietDays = background(org, { until: start + 38 * DAY, days: 105, records: 420 })
    const proxy = network('194.26.192.77', 210558, 'NL', 'NL-NH')
    const server = network('95.179.164.31', 20473, 'NL', 'NL-NH')
    const who = person(org, 6)
    const client = app(random, 'Folder Mirror', ['openid', 'userinfo.email', 'drive.readonly'])
    const grants = [authorize(org, { at: start, who, app: client, from: proxy })]
    const reset = [
      admin(org, {
        at: start + 2 * DAY + 8 * HOUR,
        who: org.admin,
        type: 'USER_SETTINGS',
        name: 'CHANGE_PASSWORD',
        values: { USER_EMAIL: who.email },
      }),
      signIn(org, { at: start + 2 * DAY + 8 * HOUR + 25 * MINUTE, who, from: org.office }),
    ]
    // The session is made again: the client is granted once more, without a login.
    grants.push(authorize(org, { at: start + 5 * DAY + HOUR, who, app: client, from: proxy }))
    const nights = Array.from({ length: 26 }, (_, index) => start + (index < 2 ? index : index + 7) * DAY + 40 * MINUTE)
    const read = nights.flatMap((night) =>
      Array.from({ length: random.integer(3, 6) }, (_, index) => {
        const at = night + index * random.integer(5, 9) * MINUTE
        const part = { at, who, app: client, from: server }
        return [
          use(org, { ...part, method: 'drive.files.get', bytes: random.integer(60_000, 900_000) }),
          file(org, {
            ...part,
            name: 'download',
            title: random.pick(titles),
            owner: random.pick(org.people),
            kind: 'spreadsheet',
          }),
        ]
      }).flat(),
    )
    const resetTime = start + 2 * DAY + 8 * HOUR
    const later = read.filter((one) => Date.parse((one as { id: { time: string } }).id.time) > resetTime)
    return {
      records: timeline(quietDays.records, grants, reset, read),
      firstHostile: ids(grants)[0] ?? '',
      dataLeft: ids(read),
      required: [
        {
          act: 'an unknown client gets the whole Drive from a rented address, at night and without a login',
          ids: ids(grants),
          minimum: 'medium',
        },
        {
          act: 'after the password reset the client goes on reading a few files of others each night',
          ids: ids(later),
          minimum: 'medium',
        },
      ],
      quiet: [...quietDays.quiet, ...ids(reset)],
    }
  },
})
