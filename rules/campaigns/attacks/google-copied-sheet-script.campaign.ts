// A link makes the victim copy a sheet; the script inside asks for mail and sends it away.
import { attackCampaign } from '../campaign.ts'
import { background } from '../google-background.ts'
import { authorize, file, use } from '../google-events.ts'
import { app, ids, MINUTE, organization, person, time, timeline } from '../google-layouts.ts'

const until = time('2026-05-06T00:00:00Z')
const rules = 'https://github.com/elastic/detection-rules/blob/main/rules/integrations/google_workspace'

export default attackCampaign({
  title: 'Copied spreadsheet with a bound script that asks for Gmail and Drive',
  sources: [
    `${rules}/initial_access_object_copied_to_external_drive_with_app_consent.toml`,
    'https://www.elastic.co/security-labs/google-workspace-attack-surface-part-one',
  ],
  facts: [
    'A link that ends in /copy makes the victim copy a sheet from a foreign drive into their own drive.',
    'A script bound to the sheet comes along with the copy.',
    'When the victim opens the copy, Google asks for consent to the script, which now belongs to the victim.',
    'The script then has the granted access to the data of Workspace.',
  ],
  build: (random) => {
    const org = organization(random, 'lanternworks.example', 14)
    const quietDays = background(org, { until, days: 80, records: 330 })
    // Every copy of the sheet has its own script project, so the client differs from victim to victim.
    const wanted = [
      'https://mail.google.com/',
      'drive',
      'script.external_request',
      'script.scriptapp',
      'userinfo.email',
    ]
    const start = time('2026-05-06T13:17:44Z')
    const victims = [person(org, 2), person(org, 7)]
    const acts = victims.map((who, index) => {
      const at = start + index * 26 * MINUTE
      const from = org.office
      const script = app(random, 'Q2 bonus calculator', wanted)
      return {
        copied: file(org, {
          at,
          who,
          name: 'copy',
          title: 'Copy of Q2 bonus calculator',
          kind: 'spreadsheet',
          from,
          more: { copy_type: 'external', owner_is_team_drive: false },
        }),
        consent: authorize(org, { at: at + 70_000, who, app: script, from }),
        reads: Array.from({ length: 18 }, (_, step) =>
          use(org, {
            at: at + 2 * MINUTE + step * 1600,
            who,
            app: script,
            from: null,
            method: step === 0 ? 'gmail.users.messages.list' : 'gmail.users.messages.get',
            bytes: random.integer(20_000, 260_000),
          }),
        ),
        files: Array.from({ length: 10 }, (_, step) =>
          file(org, {
            at: at + 3 * MINUTE + step * 2100,
            who,
            name: 'download',
            title: `Forecast ${step + 1}`,
            app: script,
            from: null,
          }),
        ),
      }
    })
    const copies = acts.map((act) => act.copied)
    const consents = acts.map((act) => act.consent)
    const reads = acts.flatMap((act) => act.reads)
    const files = acts.flatMap((act) => act.files)
    return {
      records: timeline(quietDays.records, copies, consents, reads, files),
      firstHostile: ids(copies)[0] ?? '',
      dataLeft: ids(reads, files),
      required: [
        {
          act: 'script from a copied foreign sheet gets full mail and drive access',
          ids: ids(consents, copies),
          minimum: 'medium',
        },
        { act: 'the script reads mail in bulk', ids: ids(reads), minimum: 'medium' },
        { act: 'the script takes files', ids: ids(files), minimum: 'medium' },
      ],
      quiet: quietDays.quiet,
    }
  },
})
