// Ransom in Drive: an application with full Drive access writes encrypted files over the originals, renames them and leaves a note.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file } from '../google-events.ts'
import { calls, run } from '../google-grants.ts'
import { app, DAY, HOUR, idOf, ids, MINUTE, network, organization, person, time, timeline } from '../google-layouts.ts'
import { seenIn } from '../google-vault.ts'

const start = time('2026-03-24T15:48:00Z')
const end = start + 2 * DAY

export default attackCampaign({
  title: 'An application with full Drive access encrypts and renames the files of its user',
  sources: [
    'https://labs.cosmicbytez.ca/news/2026-04-01-google-drive-ransomware-detection-now-on-by-default-for-paying-users',
    'https://actsupport.com/google-drive-ransomware-protection-behavioral-detection/',
    'https://technochat.in/google-drive-turns-on-ai-ransomware-detection-by-default-for-paying-users/',
  ],
  facts: [
    'Ransomware groups make cloud storage a target of its own, with bulk changes, new extensions and deletions.',
    'The detection of Google looks at the sync client; a client of the Drive API does not pass it.',
    'Signs are many changes of files in a short time and changes of the extension in many names.',
    'The token log and the Drive log show the consent, the calls and the changed files.',
  ],
  build: (random) => {
    const org = organization(random, 'kestrel-surveys.example', 15)
    const days = seenIn(background(org, { until: end, days: 80, records: 1600 }), ['token', 'drive'])
    const victim = person(org, 7)
    const cleaner = app(random, 'Drive Space Saver', ['openid', 'userinfo.email', 'drive'])
    const hosting = network('193.149.176.40', 399629, 'NL')
    const grant = authorize(org, { at: start, who: victim, app: cleaner, from: victim.home })
    const listing = calls(org, {
      start: start + 4 * MINUTE,
      count: 8,
      gap: [2, 5],
      who: victim,
      app: cleaner,
      from: hosting,
      methods: ['drive.files.list'],
      bytes: [30_000, 90_000],
    })
    const count = 140
    const titleOf = (index: number): string => `Survey ${1_200 + index * 3} report.pdf`
    const touch = (at: number, name: string, title: string) =>
      file(org, {
        at,
        who: victim,
        from: hosting,
        name,
        title,
        kind: 'pdf',
        app: cleaner,
        more: { api_method: name === 'download' ? 'drive.files.get' : 'drive.files.update' },
      })
    const burst = start + 5 * HOUR
    const downloads = run(org, { start: burst, count, gap: [2, 5] }, (at, index) =>
      touch(at, 'download', titleOf(index)),
    )
    const edits = run(org, { start: burst + 9 * MINUTE, count, gap: [2, 5] }, (at, index) =>
      touch(at, 'edit', titleOf(index)),
    )
    const renames = edits.map((_, index) =>
      file(org, {
        at: burst + 10 * MINUTE + index * 4000,
        who: victim,
        from: hosting,
        name: 'rename',
        title: `${titleOf(index)}.kst7`,
        kind: 'unknown',
        app: cleaner,
        more: { api_method: 'drive.files.update', old_value: [titleOf(index)], new_value: [`${titleOf(index)}.kst7`] },
      }),
    )
    const updates = calls(org, {
      start: burst + 9 * MINUTE,
      count,
      gap: [2, 5],
      who: victim,
      app: cleaner,
      from: hosting,
      methods: ['drive.files.update'],
      bytes: [300, 900],
    })
    const note = file(org, {
      at: burst + 22 * MINUTE,
      who: victim,
      from: hosting,
      name: 'create',
      title: 'RESTORE-FILES.txt',
      kind: 'txt',
      app: cleaner,
      more: { api_method: 'drive.files.create' },
    })
    return {
      records: timeline(days.records, [grant], listing, downloads, edits, renames, updates, [note]),
      firstHostile: idOf(grant),
      dataLeft: ids(downloads),
      required: [
        { act: 'A new application gets all of Drive', ids: [idOf(grant)], minimum: 'medium' },
        { act: 'It downloads 140 files from a hosting network', ids: ids(listing, downloads), minimum: 'medium' },
        {
          act: 'It writes over the files and changes the extension of all names',
          ids: ids(edits, renames, updates, [note]),
          minimum: 'high',
        },
      ],
      quiet: days.quiet,
    }
  },
})
