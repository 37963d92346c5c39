// The press team publishes its launch material: the asset library opens the files to anyone with the link.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { app, DAY, HOUR, ids, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { openByClient } from '../google-public-links.ts'

const start = time('2026-05-18T00:00:00Z')
const titles = ['Product picture', 'Fact sheet', 'Press release', 'Portrait of the board', 'Logo file', 'Short film']

export default benignWork({
  title: 'Press team opens the material of a product launch to anyone with the link through its asset library',
  sources: [
    'https://developers.google.com/workspace/drive/api/guides/manage-sharing',
    'https://pushsecurity.com/resources/browser-identity-attacks-matrix/link-sharing',
  ],
  resembles: 'A client with all of Drive opens almost eighty private files to anyone with the link in one morning.',
  accounts: 3,
  days: 3,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'lindwerk-tools.example', 20)
    const days = background(org, { until: start + 6 * DAY, days: 95, records: 420 })
    const library = app(random, 'Brandshelf Asset Library', ['openid', 'userinfo.email', 'drive'])
    const servers = [1, 2].map((end) => network(`203.0.113.${84 + end}`, 64541, 'IE'))
    const press = org.people.slice(5, 8)
    const grants = press.map((who, place) =>
      authorize(org, { at: start - 88 * DAY + (9 + place) * HOUR, who, app: library }),
    )
    // Every week of the last months, the library reads the folders and opens some files.
    const weekly = Array.from({ length: 36 }, (_, index) => {
      const who = press[index % press.length] ?? org.admin
      const at = workMoment(org, start, 80)
      const from = servers[index % servers.length] ?? null
      return [
        ...calls(org, {
          start: at,
          count: 4,
          gap: [2, 9],
          who,
          app: library,
          from,
          methods: ['drive.files.list', 'drive.files.get'],
          bytes: [8_000, 90_000],
        }),
        ...openByClient(org, { at: at + MINUTE, who, app: library, from, title: `${titles[index % 6]} ${index}` }),
        ...openByClient(org, { at: at + 2 * MINUTE, who, app: library, from, title: `${titles[index % 5]} ${index}b` }),
      ]
    }).flat()
    // The launch: thirty files of each person, most of them on the morning of the press conference, the rest within two days.
    const launch = press.flatMap((who, place) =>
      Array.from({ length: 30 }, (_, index) =>
        openByClient(org, {
          at: start + (index < 24 ? 0 : place) * DAY + (8 + place) * HOUR + index * random.integer(9, 14) * 1000,
          who,
          app: library,
          from: servers[index % servers.length] ?? null,
          title: `${titles[index % titles.length]} launch ${index + 1}`,
          kind: index % 4 === 0 ? 'pdf' : 'jpeg',
        }),
      ).flat(),
    )
    return { records: timeline(days.records, grants, weekly, launch), ids: ids(grants, weekly, launch) }
  },
})
