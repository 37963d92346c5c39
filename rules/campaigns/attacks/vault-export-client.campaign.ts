// A client of the Vault API with the lawyer's session exports four mailboxes and deletes the matter.
import { attackCampaign } from '../campaign.ts'
import { background, workMoment } from '../google-background.ts'
import { authorize, signIn, use } from '../google-events.ts'
import {
  app,
  DAY,
  HOUR,
  ids,
  inUnit,
  MINUTE,
  network,
  organization,
  person,
  time,
  timeline,
} from '../google-layouts.ts'
import { vault } from '../google-vault.ts'

export default attackCampaign({
  title: 'A new client of the lawyer exports the mail of four directors through Vault',
  sources: [
    'https://developers.google.com/workspace/vault/guides/exports',
    'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/vault',
    'https://support.google.com/a/answer/13851268',
  ],
  facts: [
    'The Vault API creates an export with the scope ediscovery; the files lie in Google Cloud storage for 15 days.',
    'An account needs the privilege to manage exports and access to the matter.',
    'The Vault log records the begin and the end of a matter and of an export, with the query and the target user.',
    'Large exports are split into smaller ones; up to 20 can run at one time.',
  ],
  build: (random) => {
    const org = organization(random, 'thornebay.example', 24)
    const start = time('2026-02-24T22:06:00Z')
    const days = background(org, { until: start - 2 * HOUR, days: 85, records: 800 })
    const lawyer = inUnit(org, 'People')[0] ?? person(org, 4)
    const hosting = network('203.0.113.90', 14061, 'SG', 'SG-01')
    const usual = [78, 71, 49, 41, 22, 9].flatMap((back) => {
      const at = workMoment(org, start - back * DAY, 3)
      const values = { matter_id: random.uuid(), resource_name: 'Leaver request', target_user: person(org, 9).email }
      const steps = ['create_export_begin', 'create_export_end', 'view_investigation']
      return steps.map((name, index) => vault(org, { at: at + index * 20 * MINUTE, who: lawyer, name, values }))
    })
    const entered = signIn(org, { at: start, who: lawyer, from: hosting })
    const client = app(
      random,
      'matter-sync',
      ['ediscovery', 'devstorage.read_only', 'userinfo.email'],
      'NATIVE_DESKTOP',
    )
    const grant = authorize(org, { at: start + 5 * MINUTE, who: lawyer, app: client, from: hosting })
    const matter = random.uuid()
    const step = (minutes: number, name: string, values: Readonly<Record<string, string>> = {}) =>
      vault(org, {
        at: start + minutes * MINUTE,
        who: lawyer,
        from: hosting,
        through: client,
        name,
        values: { matter_id: matter, ...values },
      })
    const opened = [step(9, 'create_investigation_begin'), step(9.1, 'create_investigation_end')]
    const directors = [person(org, 1), person(org, 2), person(org, 6), person(org, 11)]
    const exported = directors.flatMap((who, index) => {
      const values = { resource_name: `q${index + 1}`, query: 'corpus: MAIL, method: ACCOUNT', target_user: who.email }
      const at = 12 + index * 6
      return [step(at, 'create_export_begin', values), step(at + 55, 'create_export_end', values)]
    })
    const methods = ['vault.matters.exports.get', 'vault.matters.exports.list', 'storage.objects.get']
    const fetched = Array.from({ length: 18 }, (_, index) =>
      use(org, {
        at: start + (90 + index * 3) * MINUTE,
        who: lawyer,
        app: client,
        from: hosting,
        method: methods[index % 3] ?? '',
        bytes: index % 3 === 2 ? random.integer(60_000_000, 400_000_000) : random.integer(900, 4_000),
      }),
    )
    const closed = [step(160, 'delete_investigation_begin'), step(160.2, 'delete_investigation_end')]
    return {
      records: timeline(days.records, usual, [entered, grant], opened, exported, fetched, closed),
      firstHostile: ids([entered])[0] ?? '',
      dataLeft: ids(exported, fetched),
      required: [
        { act: 'the lawyer grants Vault exports to a new client from abroad', ids: ids([grant]), minimum: 'medium' },
        { act: 'the new client exports four mailboxes', ids: ids(exported, fetched), minimum: 'high' },
      ],
      quiet: [...days.quiet, ...ids(usual.slice(6))],
    }
  },
})
