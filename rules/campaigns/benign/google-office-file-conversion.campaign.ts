// After a merger the helpdesk turns Office files into Google files, unit after unit: copies, new names and the bin, by one application.
import { benignWork } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, ids, inUnit, MINUTE, network, organization, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

const end = time('2026-09-25T18:00:00Z')

export default benignWork({
  title: 'Office files become Google files, unit after unit',
  sources: [
    'https://ahochsteger.github.io/gmail-processor/docs/examples/features/convertToGoogle',
    'https://bluechiptt.com/blog/google-drive-ransomware-detection-protect-files-before-sync-spreads-damage',
  ],
  resembles:
    'One application with full Drive access downloads, writes, renames and deletes hundreds of files of a person in an evening, from the cloud of its vendor.',
  accounts: 18,
  days: 90,
  allowed: 'low',
  build: (random) => {
    const org = organization(random, 'brook-and-hale.example', 18)
    const days = seenIn(background(org, { until: end, days: 90, records: 1500 }), ['token', 'drive'])
    const converter = app(random, 'Docshift Converter', ['openid', 'userinfo.email', 'drive'])
    const vendor = network('34.89.160.12', 396982, 'DE')
    const units = ['Operations', 'Finance', 'People', 'Engineering', 'Sales']
    const helpdesk = org.admin
    const first = end - 80 * DAY
    const grant = authorize(org, { at: first, who: helpdesk, app: converter })
    const evening = (unit: string, index: number) => {
      const start = first + (10 + index * 14) * DAY + 11 * HOUR
      const owners = inUnit(org, unit)
      const acts = ['download', 'create', 'rename', 'trash']
      return run(org, { start, count: 4 * 75, gap: [1, 6] }, (at, step) => {
        const name = acts[step % acts.length] ?? 'download'
        const number = Math.floor(step / acts.length)
        const title = `${unit} sheet ${300 + number}`
        return file(org, {
          at,
          who: helpdesk,
          from: vendor,
          name,
          title: name === 'create' ? title : name === 'download' ? `${title}.xlsx` : `${title} (old).xlsx`,
          kind: name === 'create' ? 'spreadsheet' : 'msexcel',
          owner: owners[number % Math.max(1, owners.length)] ?? helpdesk,
          app: converter,
          more: {
            api_method:
              name === 'create' ? 'drive.files.copy' : name === 'download' ? 'drive.files.get' : 'drive.files.update',
            ...(name === 'rename' ? { old_value: [`${title}.xlsx`], new_value: [`${title} (old).xlsx`] } : {}),
          },
        })
      })
    }
    // A small trial on three files of the helpdesk, two days after the consent.
    const trial = run(org, { start: first + 2 * DAY, count: 3, gap: [60, 200] }, (at, index) =>
      file(org, { at, who: helpdesk, from: vendor, name: 'download', title: `Trial ${index}.docx`, app: converter }),
    )
    const work = units.flatMap(evening)
    const apiCalls = units.flatMap((_, index) =>
      calls(org, {
        start: first + (10 + index * 14) * DAY + 11 * HOUR,
        count: 4 * 75,
        gap: [1, 6],
        who: helpdesk,
        app: converter,
        from: vendor,
        methods: ['drive.files.get', 'drive.files.copy', 'drive.files.update', 'drive.files.update'],
        bytes: [400, 90_000],
      }),
    )
    const after = authorize(org, { at: end - 12 * DAY + 40 * MINUTE, who: helpdesk, app: converter })
    return {
      records: timeline(days.records, [grant, after], trial, work, apiCalls),
      ids: ids([grant, after], trial, work, apiCalls),
    }
  },
})
