// Publishers of a browser extension are led to allow an app that may change the extension in the store.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { admin, authorize, revoke } from '../google-events.ts'
import { app, HOUR, ids, organization, person, time, timeline } from '../google-layouts.ts'

const until = time('2026-04-22T00:00:00Z')
const cyberhaven = 'https://www.cyberhaven.com/engineering-blog'

export default attackCampaign({
  title: 'Privacy Policy Extension: consent of store publishers to a hostile app',
  sources: [
    `${cyberhaven}/cyberhavens-preliminary-analysis-of-the-recent-malicious-chrome-extension`,
    'https://blog.sekoia.io/targeted-supply-chain-attack-against-chrome-browser-extensions/',
  ],
  facts: [
    'Mail in the name of the Chrome Web Store threatened to remove the extension of the publisher.',
    'The link led through the real Google consent screen to an app named Privacy Policy Extension.',
    'The app asked for the right to see, change and publish extensions in the Chrome Web Store.',
    'The employee had strong sign-in protection; the consent flow did not ask for a second factor.',
    'With the grant the thief uploaded a hostile version of the extension, which reached the browsers of customers.',
  ],
  build: (random) => {
    const org = organization(random, 'quillguard.example', 13)
    const quietDays = background(org, { until, days: 100, records: 300 })
    const hostile = app(random, 'Privacy Policy Extension', ['chromewebstore'])
    const developers = [person(org, 3), person(org, 8)]
    const start = time('2026-04-22T12:24:05Z')
    const [first, second] = developers.map((who, index) =>
      authorize(org, { at: start + index * 3 * HOUR, who, app: hostile, from: index === 0 ? org.office : who.home }),
    )
    if (!first || !second) throw new RangeError('two developers')
    const found = time('2026-04-24T18:40:00Z')
    const answer = [
      ...developers.map((who, index) => revoke(org, { at: found + index * 30_000, who, app: hostile })),
      admin(org, {
        at: found + HOUR,
        who: org.admin,
        type: 'SECURITY_SETTINGS',
        name: 'ADD_TO_BLOCKED_OAUTH2_APPS',
        values: {
          OAUTH2_APP_ID: hostile.id,
          OAUTH2_APP_NAME: hostile.name,
          OAUTH2_APP_TYPE: 'WEB_APPLICATION',
          ORG_UNIT_NAME: org.domain,
        },
      }),
    ]
    return {
      records: timeline(quietDays.records, [first, second], answer),
      firstHostile: ids([first])[0] ?? '',
      dataLeft: [],
      required: [
        {
          act: 'publisher allows a new app to change extensions in the store',
          ids: ids([first, second]),
          minimum: 'medium',
        },
      ],
      quiet: quietDays.quiet,
    }
  },
})
