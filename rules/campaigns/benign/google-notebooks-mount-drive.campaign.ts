// Analysts mount their Drive in notebooks that run on machines of Google, with another address each time.
import { benignWork } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { anyAddress } from '../google-crowd.ts'
import { authorize } from '../google-events.ts'
import { calls } from '../google-grants.ts'
import { type App, DAY, ids, inUnit, MINUTE, organization, scope, time, timeline } from '../google-layouts.ts'

export default benignWork({
  title: 'Five analysts mount Drive in hosted notebooks for a month',
  sources: [
    'https://research.google.com/colaboratory/faq.html',
    'https://github.com/googlecolab/colabtools/issues/5948',
  ],
  resembles:
    'A client with all of Drive is granted again and again, and many files leave to a new address of a cloud every time.',
  accounts: 5,
  days: 30,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'larkspur-energy.example', 27)
    const end = time('2026-05-29T16:00:00Z')
    const days = background(org, { until: end, days: 80, records: 850 })
    const notebook: App = {
      id: '947318989803-rvmefmc9rok273go8589cmo21dkvjb2q.apps.googleusercontent.com',
      name: 'Google Drive for desktop',
      type: 'WEB',
      scopes: ['drive', 'drive.photos.readonly', 'peopleapi.readonly', 'drive.activity.readonly'].map(scope),
    }
    const analysts = inUnit(org, 'Engineering').slice(0, 5)
    const work = analysts.flatMap((who) =>
      Array.from({ length: 9 }, () => workMoment(org, end - DAY, 29)).flatMap((at) => {
        const from = anyAddress(org, random.pick(['34.125', '35.199', '34.86']), 396982, 'US')
        return [
          authorize(org, { at, who, app: notebook, from: org.office }),
          ...calls(org, {
            start: at + MINUTE,
            count: random.integer(4, 16),
            gap: [2, 60],
            who,
            app: notebook,
            from,
            methods: ['drive.files.list', 'drive.files.get', 'drive.files.get', 'drive.files.update'],
            bytes: [2_000, 3_000_000],
          }),
        ]
      }),
    )
    return { records: timeline(days.records, work), ids: ids(work) }
  },
})
