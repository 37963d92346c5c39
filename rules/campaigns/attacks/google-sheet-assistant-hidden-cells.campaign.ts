import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { file, use } from '../google-events.ts'
import { consents, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, organization, text, time, timeline } from '../google-layouts.ts'

export default attackCampaign({
  title: 'Hidden text in an imported sheet makes the assistant add-on read all other workbooks',
  sources: [
    'https://thecurateddaily.com/blog/chatgpt-for-google-sheets-exfiltrates-workbooks',
    'https://flint.fountain.network/blog/2026-06-02-tap-notes-the-wrong-gate',
    'https://cowlpane.com/tech/chatgpt-add-on-exfiltrates-google-sheets-enterprise-security-teams-must-re-evalu/',
  ],
  facts: [
    'The add-on was approved long ago; the token and the scopes stay the same.',
    'A sheet with hidden instructions comes from outside.',
    'The assistant writes and runs a script that reads other workbooks of the person.',
    'The calls come from inside Google, so they have no address.',
  ],
  build: (random) => {
    const org = organization(random, 'lindenhof-energie.example', 32)
    const end = time('2026-06-19T15:30:00Z')
    const days = background(org, { until: end, days: 84, records: 1000 })
    const addOn = app(random, 'Zellenhelfer for Sheets', [
      'openid',
      'userinfo.email',
      'spreadsheets',
      'drive.readonly',
      'script.external_request',
      'script.container.ui',
    ])
    const users = [...inUnit(org, 'Finance'), ...inUnit(org, 'Sales')]
    const granted = consents(org, {
      start: time('2026-03-30T07:00:00Z'),
      gap: [300, 2_000],
      people: users,
      app: addOn,
    })
    const settled = time('2026-04-20T00:00:00Z')
    const span = Math.floor((end - settled) / DAY)
    const ordinary = users.flatMap((who) =>
      Array.from({ length: 34 }, () =>
        use(org, {
          at: workMoment(org, end, span),
          who,
          app: addOn,
          from: null,
          method: random.pick(['sheets.spreadsheets.values.get', 'sheets.spreadsheets.values.batchUpdate']),
          bytes: random.integer(400, 9_000),
        }),
      ),
    )
    const victim = inUnit(org, 'Finance')[1] ?? org.admin
    const start = time('2026-06-11T09:17:00Z')
    const imported = file(org, {
      at: start,
      who: victim,
      name: 'copy',
      title: 'Branchenkennzahlen 2026',
      kind: 'spreadsheet',
      more: { copy_type: 'external', owner: 'statistik@marktdaten-portal.example' },
    })
    const wave = (from: number, count: number) =>
      run(org, { start: from, count, gap: [3, 14] }, (at, index) =>
        use(org, {
          at,
          who: victim,
          app: addOn,
          from: null,
          method:
            index % 9 === 0 ? 'drive.files.list' : index % 3 === 0 ? 'drive.files.export' : 'sheets.spreadsheets.get',
          bytes: random.integer(60_000, 900_000),
        }),
      )
    const reads = [wave(start + 4 * MINUTE, 27), wave(start + 3 * HOUR, 19)].flat()
    const titles = [
      'Liquiditätsplan',
      'Gehälter 2026',
      'Darlehen Übersicht',
      'Zugänge Lieferantenportal',
      'Bilanz Entwurf',
    ]
    const opened = titles.map((title, index) =>
      file(org, {
        at: start + 4 * MINUTE + (index + 2) * 9_000,
        who: victim,
        from: null,
        name: 'download',
        title: `${title} ${text(random, 3)}`,
        kind: 'spreadsheet',
        owner: users[index] ?? victim,
        app: addOn,
      }),
    )
    return {
      records: timeline(days.records, granted, ordinary, [imported], reads, opened),
      firstHostile: ids(reads)[0] ?? '',
      dataLeft: ids(reads, opened),
      required: [
        {
          act: 'An add-on that worked in single cells exports many workbooks of one person within minutes',
          ids: ids(reads, opened),
          minimum: 'medium',
        },
      ],
      quiet: [...days.quiet, ...ids(ordinary.slice(5, 11))],
    }
  },
})
