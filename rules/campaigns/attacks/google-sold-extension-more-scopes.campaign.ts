// A sold browser extension asks for mail after two quiet years, then reads a few messages a day. Slow, small, and in the token log alone.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import {
  app,
  DAY,
  HOUR,
  idOf,
  ids,
  MINUTE,
  network,
  organization,
  person,
  scope,
  time,
  timeline,
} from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

const start = time('2026-02-17T10:12:00Z')
const end = start + 44 * DAY

export default attackCampaign({
  title: 'A sold browser extension asks for more scopes and reads a little mail each day',
  sources: [
    'https://jinguli.connectquest.co.in/security/01-03-2026/analysis-quicklens-chrome-extension---crypto-theft--clickfix.php',
    'https://extensiontrust.com/guides/why-browser-extensions-get-sold-and-turn-malicious/',
    'https://allmind.ai/news/48ec3911d62a9ad8b841b3068c896b9479e94d3dfea619558ec6f07a16b93c48',
  ],
  facts: [
    'QuickLens, with about 7,000 users and a badge of the store, was sold on a market for extensions on 1 February 2026.',
    'The new owner published an update on 17 February 2026 that asks for further permissions.',
    'Of 108 malicious extensions with one backend, 54 used the OAuth client of the extension to take Google identities.',
    'The client id of the extension stays the same when the owner changes.',
    'Here the new owner asks for mail, and only three of nine users agree; the reading is a few messages a day.',
  ],
  build: (random) => {
    const org = organization(random, 'maple-assessors.example', 17)
    const days = seenIn(background(org, { until: end, days: 120, records: 1700 }), ['token'])
    const before = app(
      random,
      'Tabnote Lens',
      ['openid', 'userinfo.email', 'userinfo.profile'],
      'NATIVE_CHROME_EXTENSION',
    )
    const after = {
      ...before,
      scopes: [...before.scopes, scope('gmail.readonly'), scope('drive.metadata.readonly')],
    }
    const users = [1, 2, 3, 4, 6, 7, 9, 11, 13].map((index) => person(org, index))
    const old = users.map((who, index) =>
      authorize(org, { at: start - (68 - index * 3) * DAY, who, app: before, from: who.home }),
    )
    const agreed = [1, 4, 7].map((index) => users[index] ?? org.admin)
    const grants = agreed.map((who, index) =>
      authorize(org, { at: start + index * 3 * DAY + index * 2 * HOUR, who, app: after, from: who.home }),
    )
    const hosting = network('94.156.167.12', 214943, 'BG')
    const reads = agreed.flatMap((who, index) =>
      Array.from({ length: 34 }, (_, day) => {
        const at = start + (index * 3 + 1 + day) * DAY + random.integer(0, 6 * 60) * MINUTE
        const call = (minutes: number, method: string, bytes: number) =>
          use(org, { at: at + minutes * MINUTE, who, app: after, from: hosting, method, bytes })
        return [
          call(0, 'gmail.users.messages.list', random.integer(600, 2_400)),
          ...Array.from({ length: random.integer(1, 3) }, (__, step) =>
            call(4 + step * 7, 'gmail.users.messages.get', random.integer(5_000, 60_000)),
          ),
        ]
      }).flat(),
    )
    return {
      records: timeline(days.records, old, grants, reads),
      firstHostile: idOf(grants[0] ?? { Id: '' }),
      dataLeft: ids(reads),
      required: [
        {
          act: 'An extension that had the name of the user alone gets the mail of three people',
          ids: ids(grants),
          minimum: 'medium',
        },
        {
          act: 'The extension reads mail from a hosting network every day for five weeks',
          ids: ids(reads),
          minimum: 'low',
        },
      ],
      quiet: [...days.quiet, ...ids(old)],
    }
  },
})
