// An app that its owner deletes and restores stays invisible to the person who allowed it.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, revoke } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'

const titles = ['Client list', 'Contract template', 'Margins by product', 'Passport scan', 'Tender answer']

export default attackCampaign({
  title: 'GhostToken: app of a deleted and restored project reads mail and files in rare bursts',
  sources: ['https://cloudvulndb.org/ghosttoken'],
  facts: [
    'People find and allow third-party apps through the Marketplace; each app belongs to a cloud project.',
    'When the project waits for its deletion the app vanishes from the list where people remove access.',
    'The owner restores the project, uses the stored token for a short time and deletes the project again.',
    'In the bursts the app can read mail, files and events, as far as its scopes reach.',
    'The person who cleans up the visible apps does not end the access.',
  ],
  build: (random) => {
    const org = organization(random, 'quillstone.example', 13)
    const hidden = app(random, 'PDF Stapler for Drive', [
      'userinfo.email',
      'drive.readonly',
      'gmail.readonly',
      'calendar.events.readonly',
    ])
    const visible = ['Doodle Planner', 'Colour Picker'].map((name) => app(random, name, ['openid', 'userinfo.email']))
    const owner = network('203.0.113.171', 64760, 'MD')
    const who = person(org, 6)
    const start = time('2026-07-08T11:32:00Z')
    const quietDays = background(org, { until: start + 60 * DAY, days: 130, records: 260 })
    const grant = authorize(org, { at: start, who, app: hidden })
    const others = visible.map((one, index) => authorize(org, { at: start - (40 + index) * DAY, who, app: one }))
    const tidied = visible.map((one, index) => revoke(org, { at: start + 20 * DAY + index * MINUTE, who, app: one }))
    const bursts = [2, 17, 34, 55].map((day, index) => {
      const at = start + day * DAY + 10 * HOUR + index * 17 * MINUTE
      return {
        mail: calls(org, {
          start: at,
          count: 28,
          gap: [1, 5],
          who,
          app: hidden,
          from: owner,
          methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'gmail.users.messages.get'],
          bytes: [5_000, 110_000],
        }),
        files: run(org, { start: at + 4 * MINUTE, count: 26, gap: [1, 6] }, (moment) =>
          file(org, {
            at: moment,
            who,
            from: owner,
            name: 'download',
            title: random.pick(titles),
            owner: person(org, random.integer(0, 8)),
            app: hidden,
          }),
        ),
      }
    })
    const mail = bursts.flatMap((one) => one.mail)
    const files = bursts.flatMap((one) => one.files)
    return {
      records: timeline(quietDays.records, others, [grant], tidied, mail, files),
      firstHostile: idOf(grant),
      dataLeft: ids(mail, files),
      required: [
        { act: 'An unknown app gets all mail and files to read', ids: [idOf(grant)], minimum: 'medium' },
        { act: 'The fresh app reads many messages in minutes', ids: ids(mail), minimum: 'medium' },
        { act: 'The fresh app downloads many files in minutes', ids: ids(files), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
