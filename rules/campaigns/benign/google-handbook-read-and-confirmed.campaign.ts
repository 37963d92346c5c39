// The personnel department lets a confirmation service share the new handbook with everybody, in waves, and take it back at the end.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { trust } from '../google-console.ts'
import { authorize, file, use } from '../google-events.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, text, time, timeline } from '../google-layouts.ts'
import { shareByClient } from '../google-sharing.ts'

export default benignWork({
  title:
    'A confirmation service shares the new handbook with a whole company through Drive, and collects who has read it',
  sources: [
    'https://support.google.com/a/answer/7281227',
    'https://developers.google.com/workspace/drive/api/guides/manage-sharing',
  ],
  resembles:
    'A new client with all of Drive shares documents of four people with everybody from its server, hundreds of calls in some minutes.',
  accounts: 4,
  days: 23,
  allowed: 'medium',
  build: (random) => {
    const org = organization(random, 'larkfield-insurance.example', 54)
    const end = time('2026-02-27T15:00:00Z')
    const days = background(org, { until: end, days: 96, records: 1300 })
    const start = time('2026-02-04T09:05:00Z')
    const service = app(random, 'Acknowledge Desk', ['openid', 'userinfo.email', 'drive', 'directory.readonly'])
    const server = [network('192.0.2.131', 396982, 'BE'), network('192.0.2.132', 396982, 'BE')]
    const staff = inUnit(org, 'People').slice(0, 4)
    const approved = trust(org, {
      at: start,
      who: org.admin,
      app: service,
      kind: 'WEB_APPLICATION',
      unit: '/Company/People',
    })
    const joined = staff.map((who, index) =>
      authorize(org, { at: start + (index < 2 ? 2 : 27) * HOUR + index * 9 * MINUTE, who, app: service }),
    )
    const papers = ['Staff handbook 2026', 'Rules for travel', 'Data protection at work', 'Working from home']
    const waves = papers.flatMap((title, index) => {
      const who = staff[index] ?? org.admin
      const doc = `1${text(random, 32)}`
      const from = server[index % 2] ?? null
      const at = start + (2 + index * 4) * DAY + random.integer(0, 5) * HOUR
      const readers = org.people.filter((one) => one !== who)
      const call = (moment: number, method: string, bytes: number) =>
        use(org, { at: moment, who, app: service, from, method, bytes })
      const listed = [0, 1, 2].map((page) =>
        call(at + page * 4000, 'people.people.listDirectoryPeople', random.integer(20_000, 90_000)),
      )
      const shared = readers.flatMap((reader, place) =>
        shareByClient(org, {
          at: at + MINUTE + place * random.integer(2, 5) * 1000,
          who,
          from,
          doc,
          title,
          kind: 'pdf',
          reader,
          app: service,
        }),
      )
      const viewed = readers
        .filter(() => random.number() < 0.85)
        .map((reader) =>
          file(org, {
            at: Math.max(at + 20 * MINUTE, workMoment(org, at + 8 * DAY, 7)),
            who: reader,
            name: 'view',
            title,
            kind: 'pdf',
            owner: who,
            more: { doc_id: doc, visibility: 'shared_internally' },
          }),
        )
      // The service looks each morning who still has to read.
      const checks = Array.from({ length: 9 }, (_, day) => [
        call(at + (1 + day) * DAY, 'drive.files.get', random.integer(900, 2_000)),
        call(at + (1 + day) * DAY + 5000, 'drive.permissions.list', random.integer(4_000, 9_000)),
      ]).flat()
      const ended = readers
        .slice(0, 30)
        .map((_, place) => call(at + 9 * DAY + HOUR + place * 2000, 'drive.permissions.delete', 0))
      return [...listed, ...shared, ...viewed, ...checks, ...ended]
    })
    const work = [[approved], joined, waves]
    return { records: timeline(days.records, ...work), ids: ids(...work) }
  },
})
