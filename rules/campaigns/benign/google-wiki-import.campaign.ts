// A department moves its handbooks from Drive into the company wiki; each author imports the own folder.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, revoke, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Fourteen authors import their handbooks from Drive into the company wiki',
  sources: [
    'https://support.atlassian.com/confluence-cloud/docs/import-content-into-confluence/',
    'https://www.notion.com/help/import-data-into-notion',
  ],
  resembles:
    'A client gets the right to read all of Drive from fourteen people and downloads hundreds of files in three days.',
  accounts: 14,
  days: 10,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'harborlight-clinics.example', 28)
    const start = time('2026-04-20T00:00:00Z')
    const days = background(org, { until: start + 12 * DAY, days: 88, records: 1050 })
    const wiki = app(random, 'Notion', ['openid', 'userinfo.email', 'userinfo.profile', 'drive.readonly'])
    const servers = [1, 2, 3].map((end) => network(`203.0.113.${70 + end}`, 16509, 'US', 'US-OR'))
    const titles = ['Ward handbook', 'Hygiene plan', 'Shift rules', 'Device manual', 'Visitor rules', 'Night duty list']
    // The wiki team and two pilots go first, the others follow in the week after the note to all.
    const authors = org.people.slice(8, 22)
    const work = authors.flatMap((who, place) => {
      const day = place < 2 ? 0 : 7 + (place % 3)
      const at = start + day * DAY + 8 * HOUR + random.integer(0, 300) * MINUTE
      const from = place % 5 === 4 ? who.home : org.office
      const files = Array.from({ length: random.integer(12, 30) }, (_, i) => i).flatMap((i) => {
        const when = at + 2 * MINUTE + i * 11_000
        const server = servers[i % 3] ?? null
        const method = i % 6 === 0 ? 'drive.files.list' : 'drive.files.export'
        const bytes = random.integer(9_000, 700_000)
        return [
          use(org, { at: when, who, app: wiki, from: server, method, bytes }),
          ...(method === 'drive.files.export'
            ? [
                file(org, {
                  at: when + 1000,
                  who,
                  from: server,
                  name: 'download',
                  title: `${titles[i % titles.length]} ${i}`,
                  app: wiki,
                }),
              ]
            : []),
        ]
      })
      const ended = place % 3 === 0 ? [revoke(org, { at: at + 2 * HOUR, who, app: wiki, from })] : []
      return [authorize(org, { at, who, app: wiki, from }), ...files, ...ended]
    })
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
