// Review season: 70 leaders have the approved assistant read a year of mail and files in bursts, and write drafts and mails.
import { benignWork } from '../campaign.ts'
import { background, steadyUse } from '../google-background.ts'
import { crowd } from '../google-crowd.ts'
import { authorize, file } from '../google-events.ts'
import { calls, consents } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Yearly reviews with an approved AI assistant: bursts of reading and the first mails by it',
  sources: [
    'https://skywork.ai/blog/oauth-token-leakage-ai-chatgpt-gmail-security',
    'https://www.truthinit.com/index.php/video/4849/chatgpt-enterprise-connectors-security-risks-and-best-practices/',
  ],
  resembles: 'An application that read little now reads sixty messages in minutes, and writes mail for the first time.',
  accounts: 2300,
  days: 95,
  allowed: 'medium',
  build(random) {
    const org = organization(random, 'stonebridge-works.example', 28)
    const season = time('2025-11-24T08:00:00Z')
    const until = season + 30 * DAY
    const days = background(org, { until, days: 95, records: 1500 })
    const scopes = ['openid', 'userinfo.email', 'gmail.modify', 'drive.readonly', 'calendar.readonly']
    const assistant = app(random, 'Penmate Assistant', scopes)
    const leaders = crowd(org, 'lead', 'Leaders', 70)
    const vendor = network('35.204.11.90', 396982, 'NL', 'NL-GR')
    const granted = consents(org, {
      start: until - 93 * DAY,
      gap: [600, 50_000],
      people: leaders.slice(0, 48),
      app: assistant,
      from: (who) => who.home,
    })
    const light = steadyUse(org, assistant, {
      until,
      days: 62,
      count: 900,
      people: leaders.slice(0, 48),
      from: vendor,
      methods: ['gmail.users.messages.list', 'gmail.users.messages.get', 'calendar.events.list'],
    })
    const late = leaders.slice(48).map((who, index) => {
      const at = season + (index % 8) * DAY + random.integer(0, 8 * 60) * MINUTE
      return authorize(org, { at, who, app: assistant, from: who.home })
    })
    const sessions = leaders.flatMap((who, index) =>
      [0, 1].flatMap((turn) => {
        const day = season + (7 + turn * 7 + (index % 5)) * DAY
        const start = day + random.integer(0, 8 * 60) * MINUTE
        const common = { who, app: assistant, from: vendor }
        const reads = calls(org, {
          ...common,
          start,
          count: random.integer(35, 65),
          gap: [1, 6],
          methods: ['gmail.users.messages.get', 'gmail.users.messages.get', 'drive.files.export'],
          bytes: [3_000, 50_000],
        })
        const opened = Array.from({ length: 4 }, (_, place) =>
          file(org, {
            at: start + place * 20_000,
            who,
            from: vendor,
            name: 'view',
            title: `Goals ${place + 1}`,
            app: assistant,
          }),
        )
        const written = calls(org, {
          ...common,
          start: start + HOUR / 4,
          count: random.integer(3, 8),
          gap: [20, 200],
          methods:
            turn === 0 ? ['gmail.users.drafts.create'] : ['gmail.users.drafts.create', 'gmail.users.messages.send'],
          bytes: [400, 2_500],
        })
        return [...reads, ...opened, ...written]
      }),
    )
    return {
      records: timeline(days.records, granted, light, late, sessions),
      ids: ids(granted, light, late, sessions),
    }
  },
})
