// Term start at a school: the approved reply agent of the admission office sends its answers itself for the first time. Token log alone.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

const term = time('2026-08-24T06:30:00Z')
const end = term + 4 * DAY

export default benignWork({
  title: 'The reply agent of the admission office sends at term start',
  sources: [
    'https://www.fkinnovate.com/blog/is-your-ai-assistant-working-for-you-or-a-hacker',
    'https://geninfos.com/articles/prompt-injection-ai-automations',
  ],
  resembles:
    'An agent that only wrote drafts for months sends hundreds of messages in two days; each message that it reads has an answer.',
  accounts: 20,
  days: 95,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'linden-college.example', 20)
    const days = seenIn(background(org, { until: end, days: 95, records: 1500 }), ['token'])
    const agent = app(random, 'Campus Reply Desk', ['openid', 'userinfo.email', 'gmail.modify'])
    const vendor = network('34.141.77.30', 396982, 'NL')
    const office = [4, 9].map((index) => person(org, index))
    const grants = office.map((who, index) => authorize(org, { at: term - (84 - index) * DAY, who, app: agent }))
    const pair = (at: number, index: number, last: string) => {
      const who = office[index % office.length] ?? org.admin
      const parts = { who, app: agent, from: vendor }
      return [
        use(org, { ...parts, at, method: 'gmail.users.messages.get', bytes: random.integer(3_000, 15_000) }),
        use(org, { ...parts, at: at + 7_000, method: last, bytes: random.integer(400, 800) }),
      ]
    }
    const drafts = Array.from({ length: 160 }, (_, index) =>
      pair(workMoment(org, term, 82), index, 'gmail.users.drafts.create'),
    ).flat()
    const sends = Array.from({ length: 230 }, (_, index) => {
      const day = index % 2
      const at = term + day * DAY + random.integer(0, 11 * 60 * 60) * 1000
      return pair(at, index, 'gmail.users.messages.send')
    }).flat()
    const later = Array.from({ length: 25 }, (_, index) =>
      pair(term + 2 * DAY + index * HOUR, index, 'gmail.users.messages.send'),
    ).flat()
    return {
      records: timeline(days.records, grants, drafts, sends, later),
      ids: ids(grants, drafts, sends, later),
    }
  },
})
