import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { sampleText } from '../../../../pipeline/content-check/proof.ts'
import { processText } from '../../../../pipeline/content-check/samples.ts'
import { decode } from '../../../../pipeline/decode/decode.ts'
import { MissingResults } from '../../../../pipeline/decode/missing-results.ts'
import type { DataTaken } from '../../../../pipeline/hunt/evidence/data-taken.ts'
import { MissingColumns } from '../../../../pipeline/hunt/missing-columns.ts'
import { makeLead } from '../../../../pipeline/hunt/report/app-history.ts'
import { Collector } from '../../../../pipeline/hunt/report/collect.ts'
import { Trail } from '../../../../pipeline/hunt/report/trail.ts'
import { type KnownFacts, makeUnknowns } from '../../../../pipeline/hunt/report/unknowns.ts'
import type { Delivery } from '../../../../pipeline/outcome.ts'
import { containApp } from '../../../../pipeline/review/containment/contain.ts'
import { product, rules } from '../../../support/product.ts'
import { reviewedApp } from '../../review/reviewed-app.ts'

const contradictions = { count: 0, examples: [] }
const at = '2026-03-11T09:14:27.000Z'
const document = (dataset: string, oauth: EcsDocument['oauth'] = {}, token?: string) =>
  ({
    '@timestamp': at,
    event: { dataset, outcome: 'success' },
    oauth,
    ...(token && { token: { id: token } }),
  }) as EcsDocument

const documentsIn = (text: string) =>
  processText(text, 'log', product.chain).flatMap((outcome) => (outcome.ok ? [outcome.document] : []))

function collected(...documents: EcsDocument[]): Collector {
  const collector = new Collector()
  collector.seen(documents)
  return collector
}

const facts: KnownFacts = { name: 'A', vendor: 'microsoft', app: undefined, trail: undefined, taken: undefined }
const taken = (counts: Partial<DataTaken>) => counts as DataTaken

function used(kind: 'mail' | 'file', token?: string): Trail {
  const trail = new Trail()
  trail.see(document('any', { action: 'app_use', activity: { kind, ...(token !== undefined && { token_id: token }) } }))
  return trail
}

const unknowns = (facts: KnownFacts, ...documents: EcsDocument[]) =>
  makeUnknowns([facts], collected(...documents), { contradictions })

it('a report states that requests do not show their results, and which log would show them', () => {
  const calls = { ...facts, taken: taken({ calls: 1 }) }
  const graph = document('azure.graphactivitylogs')
  const question =
    'The messages and files that 1 API call returned: the Microsoft Graph activity log contains only requests'
  expect(unknowns(calls, graph)).toContain(`${question}, and there is no unified audit log.`)
  expect(unknowns(calls, graph, document('o365.audit'))).toContain(`${question}.`)
  expect(unknowns(facts, document('o365.audit')).join()).toContain('there is no Microsoft Graph activity log')
})

it('a report states that the recipients of sent messages and the messages of synced folders are not recorded', () => {
  const text = unknowns({ ...facts, taken: taken({ sent: 2, folders: 1 }) }, document('o365.audit')).join('\n')
  expect(text).toContain('The recipients of 2 sent messages: the records do not list them; run a message trace.')
  expect(text).toContain('The messages of 1 synced folder: the records list the folders only.')
})

it('a report states an unknown origin of access: without sign-ins, or without the sign-in of a used token', () => {
  const signIn = document('azure.signinlogs', { action: 'app_sign_in' }, 'issued')
  expect(unknowns(facts).join()).toContain('How access was obtained: there are no sign-in records')
  expect(unknowns({ ...facts, trail: used('mail', 'other') }, signIn).join()).toContain(
    'How 1 used token was obtained: the only recorded sign-in does not contain the ID of this token',
  )
  expect(unknowns({ ...facts, trail: used('mail', 'issued') }, signIn).join()).not.toContain('obtained')
})

it('a report adds the numbers of a question for all applications and tenants, and states it once', () => {
  const one = { ...facts, name: 'A in a.example', taken: taken({ folders: 1 }) }
  const other = { ...facts, name: 'A in b.example', taken: taken({ folders: 2 }) }
  const without = { ...facts, name: 'B' }
  const about = (...apps: KnownFacts[]) =>
    makeUnknowns(apps, collected(), { contradictions }).filter((gap) => gap.includes('folder'))
  expect(about(one, other)).toEqual(['The messages of 3 synced folders: the records list the folders only.'])
  expect(about(one, other, without)).toEqual([
    'The messages of 3 synced folders: the records list the folders only (A in a.example and A in b.example).',
  ])
})

it('a report states that a part of the input was not read', () => {
  const unread = { nothing: false, headline: '', records: 2, unusable: 1, inputs: [], todo: [] }
  const lines = makeUnknowns([{ ...facts, app: reviewedApp }], collected(), { contradictions, unread })
  expect(lines[0]).toMatch(/^Data in the part of the input that was not read/)
  expect(unknowns({ ...facts, app: reviewedApp }).join()).not.toContain('not read')
})

it('a report states that Exchange omitted records, and that an application acted without a user', () => {
  const withoutUser = [...reviewedApp.grants, { principal: '*', kinds: [], scopes: [], lastUsed: at }]
  const app = { ...reviewedApp, grants: withoutUser }
  const throttled = document('o365.audit', { activity: { kind: 'mail', throttled: true } })
  const text = unknowns({ ...facts, app }, throttled).join('\n')
  expect(text).toContain('1 record of mailbox access is incomplete (IsThrottled).')
  expect(text).toContain('The application permissions, and when the application received them')
  expect(makeLead(app, undefined, [], [])[0]).toContain('It also acted without a user')
  expect(containApp(app).breaks[0]).toContain('and for everything that it does without a user')
})

it.each([
  ['ended', 'deleted', 'it was deleted (2026-03-12T09:00:00Z)'],
  ['revoked', 'enabled', 'its access was revoked for mara@a.example (2026-03-12T09:00:00Z)'],
] as const)(
  'the report states use after issued tokens expired and the access ended (%s), but not earlier use',
  (_, status, end) => {
    const ended = '2026-03-12T09:00:00Z'
    const usedAt = (lastUsed: string) => {
      const grants = [{ principal: 'mara@a.example', kinds: [], scopes: [], revoked: ended, lastUsed }]
      return { ...reviewedApp, status, grants, lastUsed, ...(status === 'deleted' && { ended }) }
    }
    const late = usedAt('2026-03-12T11:00:00Z')
    expect(unknowns({ ...facts, app: late }).join()).toContain(
      'How the application kept access after it should have ended',
    )
    expect(unknowns({ ...facts, app: usedAt('2026-03-12T10:00:00Z') }).join()).not.toContain(
      'after the recorded access ended',
    )
    const { breaks } = containApp(late)
    expect(breaks.join()).toContain(`used more than 90 minutes after ${end}`)
    expect(breaks.join()).not.toContain('gets no new tokens')
    const everybody = { principal: '*', kinds: [], scopes: [], granted: ended }
    const covered = { ...late, grants: [...late.grants, everybody] }
    if (status === 'enabled') expect(containApp(covered).breaks.join()).not.toContain('more than 90 minutes')
  },
)

it('a report states that Google’s token log does not name messages, and that logs are missing', () => {
  const google: KnownFacts = { ...facts, vendor: 'google', trail: used('mail'), taken: taken({ calls: 3 }) }
  const question = 'The messages that the API calls read: the token log has no message IDs'
  expect(unknowns(google, document('google_workspace.token'))).toEqual([
    `${question}, and there is no Gmail log.`,
    'Sign-ins of the accounts: there is no login log.',
  ])
  expect(unknowns(google, document('google_workspace.gmail'))).toContain(`${question}.`)
})

it.each([
  ['mail', 'messages', 'google_workspace.gmail', 'message IDs'],
  ['file', 'files', 'google_workspace.drive', 'file names'],
] as const)(
  'a report has no question about the items of API calls that another log names (%s)',
  (kind, items, log, lacking) => {
    const google = (count: number): KnownFacts => ({
      ...facts,
      vendor: 'google',
      trail: used(kind),
      taken: taken({ calls: 3, [items]: count }),
    })
    expect(unknowns(google(0), document(log)).join()).toContain(`the token log has no ${lacking}`)
    expect(unknowns(google(1), document(log)).join()).toContain('read (beyond the 1 that the ')
    expect(unknowns(google(3), document(log)).join()).not.toContain(lacking)
  },
)

it('a report states the grants that the records lack, if records of other applications contain grants', () => {
  const grants = [{ principal: 'mara@a.example', kinds: [], scopes: [], lastUsed: at }]
  const app = { ...facts, name: 'B', app: { ...reviewedApp, grants } }
  const audit = { ...document('o365.audit'), organization: { id: reviewedApp.tenant } }
  const inventory = collected(document('azure.inventory'), audit)
  const lines = makeUnknowns([app, { ...facts, app: reviewedApp }], inventory, { contradictions })
  expect(lines).toContain(
    'When and by which account access was granted: the audit records of this tenant begin 2026-03-11T09:14:27Z, end 2026-03-11T09:14:27Z and contain no grant of the application (B).',
  )
  const registered = { ...app, app: { ...app.app, registered: at } }
  expect(makeUnknowns([registered], inventory, { contradictions }).join()).not.toContain('access was granted')
  expect(lines.join()).not.toContain('there is no inventory')
  expect(lines.filter((line) => line.includes('there are no sign-in records.'))).toHaveLength(1)
})

it('the report states that records with one ID and time contradict each other', () => {
  const contradictory = {
    contradictions: {
      count: 2,
      examples: [{ id: 'event-1', operation: 'FileAccessed', application: 'Sync', stored: 'a.xlsx', other: 'b.xlsx' }],
    },
  }
  const sentence =
    /^Which facts of 2 records .* such as b\.xlsx \(the results contain a\.xlsx\) in event-1 \(FileAccessed of Sync\): /
  expect(makeUnknowns([], collected(), contradictory)).toEqual([expect.stringMatching(sentence)])
})

it.each([
  ['m365/mailbox-forwards-outside', '1 record of Set-Mailbox was'],
  ['m365/inbox-rules-updated-in-outlook', '1 record of UpdateInboxRules was'],
  ['google-workspace/user-accounts-mail-forwarded', '1 record of email_forwarding_out_of_domain was'],
  ['m365/inbox-rules-updated-by-app', undefined],
  ['m365/consent-user-mail', undefined],
])('a report states the records of mail forwarding without an application in the sample %s', (sample, stated) => {
  const documents = documentsIn(sampleText(product.evidence, sample))
  const lines = makeUnknowns([], collected(...documents), { contradictions })
  expect(lines).toEqual(stated === undefined ? [] : [expect.stringContaining(`${stated} read but not assessed`)])
})

it.each([
  ['m365/inbox-rules-updated-in-outlook', /(?:Modify|Add|Set|Create)(MailboxRule)/, 'Remove$1'],
  ['m365/mailbox-forwards-outside', /smtp:[^"]+|archive-contact/g, '$$null'],
])('a report does not state the end of mail forwarding as a record of forwarding: %s', (sample, value, end) => {
  const text = sampleText(product.evidence, sample)
  const ended = text.replace(value, end)
  expect(ended).not.toBe(text)
  const documents = documentsIn(ended)
  expect(documents).toHaveLength(1)
  expect(makeUnknowns([], collected(...documents), { contradictions })).toEqual([])
})

it.each([
  [undefined, 'none of 2 records of azure.auditlogs has a result (the column or member `Result` or `result`). '],
  ['success', undefined],
])('a report names an input whose records lack the result that rules for successful acts need: %s', (outcome, gap) => {
  const results = new MissingResults()
  const record = (outcome?: string) => ({ event: { kind: 'event', outcome } }) as EcsDocument
  results.see('a.csv', record(), 'azure.auditlogs')
  results.see('a.csv', record(outcome), 'azure.auditlogs')
  results.see('b.ndjson', record(), 'google_workspace.token')
  const withoutResult = results.found()
  const lines = makeUnknowns([], collected(), { contradictions, withoutResult }, rules)
  expect(lines).toEqual(gap === undefined ? [] : [expect.stringContaining(`in a.csv succeeded: ${gap}`)])
  if (gap !== undefined)
    expect(lines[0]).toMatch(/ \d+ rules for successful acts cannot detect anything in them: Entra ID /)
})

/** Counts a record of the audit log with the text of its result. */
const seeResult = (results: MissingResults, outcome: string, result?: string) => {
  const azure = { auditlogs: { properties: { result } } }
  results.see('a.csv', { event: { kind: 'event', outcome }, azure } as unknown as EcsDocument, 'azure.auditlogs')
}

it('a report names unreadable results, even if other records have a readable result', () => {
  const results = new MissingResults()
  for (const value of ['Succès', 'Succès', '成功', 'Erfolg', 'Fehler', 'timeout']) seeResult(results, 'unknown', value)
  seeResult(results, 'success')
  const summary = { contradictions, withoutResult: results.found() }
  expect(makeUnknowns([], collected(), summary)).toEqual([
    expect.stringContaining(
      'Whether 5 of the acts in a.csv succeeded: the result of 5 of 7 records of azure.auditlogs is not readable (the column or member `Result` or `result` contains "Succès", "成功" and "Erfolg")',
    ),
  ])
})

it.each([
  [['Erfolg'], 1, 'Whether the acts in a.csv succeeded: the result of 1 record of azure', 'anything in them: ', true],
  [['Erfolg', 'success'], 1, 'Whether 1 of the acts in a.csv succeeded: ', 'anything in this record: ', true],
  [['partial_2'], 2_000, 'the result of 2,000 records of azure', 'anything in them: ', false],
  [
    ['17', 'success'],
    2_000,
    'Whether 2,000 of the acts in a.csv',
    'the result of 2,000 of 4,000 records of azure',
    false,
  ],
])('a report states which records have the unreadable results %s', (values, times, whose, where, isLanguage) => {
  const results = new MissingResults()
  for (const value of values.flatMap((each) => Array<string>(times).fill(each)))
    seeResult(results, value === 'success' ? value : 'unknown', value)
  const [line = ''] = makeUnknowns([], collected(), { contradictions, withoutResult: results.found() }, rules)
  expect(line).toContain(whose)
  expect(line).toContain(where)
  expect(line.includes('language of the portal')).toBe(isLanguage)
  expect(line.includes('The value is unknown')).toBe(!isLanguage)
})

it('a report names the columns that a CSV file or the tables of a query response lack', () => {
  const inputs = new MissingColumns()
  const row = { 'Date (GMT-05:00)': '', Event: '', User: '', 'Client ID': '', Scope: '', 'IP address': '' }
  const columns = ['CreatedDateTime', 'AppId', 'ResultType', 'Id'].map((name) => ({ name }))
  const text = JSON.stringify({ tables: [{ columns, rows: [['2026-03-11T09:14:27Z', 'a', 0, 'b']] }] })
  const from = (source: string): Delivery => ({ source, offset: '0' })
  const complete = { ...row, 'Application name': '', 'API name': '', Method: '' }
  inputs.seeValue({ delivery: from('a.csv'), text: undefined, value: row }, [])
  inputs.seeValue({ delivery: from('c.csv'), text: undefined, value: complete }, [])
  inputs.seeValue({ delivery: from('b.json'), text }, decode({ delivery: from('b.json'), text }))
  expect(makeUnknowns([], collected(), { contradictions, withoutColumns: inputs.withoutColumns() })).toEqual([
    expect.stringMatching(/3 columns that a\.csv .*lacks: `Application name`, `API name` and `API method or Method`/),
    expect.stringMatching(/b\.json .*lacks: `UserId`, .* and `CorrelationId`\. Without them/),
  ])
})

it('a report states the period of the logs that could contain a grant, of the tenant and vendor of the application', () => {
  const app = { ...reviewedApp, grants: [] }
  const of = (dataset: string, day: string, id = app.tenant) =>
    ({ '@timestamp': `${day}T09:00:00.000Z`, event: { dataset }, organization: { id } }) as EcsDocument
  const others = [
    of('google_workspace.token', '2025-02-15'),
    of('o365.audit', '2025-03-01', 'other'),
    of('azure.signinlogs', '2025-04-01'),
  ]
  const asked = (...more: EcsDocument[]) => unknowns({ ...facts, app }, ...others, ...more).join('\n')
  expect(asked(of('o365.audit', '2026-03-11'), of('azure.auditlogs', '2026-03-12'))).toContain(
    'access was granted: the audit records of this tenant begin 2026-03-11T09:00:00Z, end 2026-03-12T09:00:00Z and contain no grant of the application',
  )
  expect(asked()).toContain(
    'no log of this tenant in the input contains grants (unified audit log, Entra ID audit log)',
  )
})

const cmdlet = (action: string, Parameters: object, day = '20') =>
  ({
    '@timestamp': `2026-03-${day}T09:00:00.000Z`,
    event: { dataset: 'o365.audit', action, outcome: 'success' },
    organization: { id: 't', name: 'contoso.example' },
    user: { email: 'ann@contoso.example' },
    o365: { audit: { Parameters } },
  }) as unknown as EcsDocument
const stated = (...documents: EcsDocument[]) => makeUnknowns([], collected(...documents), { contradictions })

it.each([
  ['UnifiedAuditLogIngestionEnabled', 'False', 'True', 'the unified audit log of the tenant'],
  ['AuditDisabled', 'True', 'False', 'mailbox auditing of the whole organization'],
  ['AuditEnabled', 'False', 'True', 'auditing of the mailbox Alex'],
  ['AuditBypassEnabled', 'True', 'False', 'auditing of the acts of Alex in mailboxes'],
  ['AuditLogAgeLimit', '00:00:00', '90.00:00:00', 'the audit log of the mailbox Alex'],
])(
  'a report states since when a log was switched off, by which account, and whose records may be missing: %s',
  (name, off, on, log) => {
    const change = (value: string, day: string) => cmdlet('Set-Something', { [name]: value, Identity: 'Alex' }, day)
    const [open] = stated(change(off, '20'), change(off, '21'))
    expect(open).toContain(
      `Acts since 2026-03-20T09:00:00Z in contoso.example: ann@contoso.example switched off ${log}`,
    )
    expect(open).toContain('no record shows that somebody switched it on again. In this period, records of ')
    expect(stated(change(off, '20'), change(on, '22'))[0]).toContain(
      'Acts from 2026-03-20T09:00:00Z to 2026-03-22T09:00:00Z in',
    )
    expect(stated(change(on, '22'))).toEqual([])
  },
)

it('one command can switch one log on and another log off', () => {
  const change = cmdlet('Set-Mailbox', { Identity: 'Alex', AuditEnabled: 'True', AuditLogAgeLimit: '00:00:00' })
  const [gap, ...others] = stated(change)
  expect(gap).toContain('switched off the audit log of the mailbox Alex')
  expect(others).toEqual([])
  expect(stated(cmdlet('Set-Mailbox', { Identity: 'Alex', AuditEnabled: 'False' }, '01'), change)).toHaveLength(2)
})

it('a report lists the log of the tenant first, then a log that is still off, before any number of mailboxes', () => {
  const mailbox = (i: number, value: string, day: string) =>
    cmdlet('Set-Mailbox', { Identity: `mailbox ${i}`, AuditEnabled: value }, day)
  const harmless = Array.from({ length: 3_000 }, (_, i) => [mailbox(i, 'False', '02'), mailbox(i, 'True', '03')])
  const off = cmdlet('Set-AdminAuditLogConfig', { UnifiedAuditLogIngestionEnabled: 'False' }, '25')
  const gaps = stated(mailbox(9_999, 'False', '01'), ...harmless.flat(), off)
  expect(gaps[0]).toContain('switched off the unified audit log of the tenant')
  expect(gaps[1]).toContain('switched off auditing of the mailbox mailbox 9999')
  expect(gaps).toHaveLength(11)
  expect(gaps[10]).toContain('Acts in 2,992 more periods in which a log was switched off')
})

it('a report states that somebody deleted an export of Cloud Logging', () => {
  const sink = sampleText(product.evidence, 'google-cloud/audit-project-role-to-user')
  const text = sink.replace(/"methodName": "[^"]*"/, '"methodName": "google.logging.v2.ConfigServiceV2.DeleteSink"')
  expect(stated(...documentsIn(text))[0]).toContain('an export or a part of Cloud Logging (')
})

it.each([
  ['Add member to role.', 'Whether roles that people received were intended: 2 records of Add member to role. were'],
  ['Add-MailboxPermission', 'Whether rights to mailboxes that people received were intended: 2 records'],
  ['Add-RecipientPermission', 'Whether rights to mailboxes'],
  ['ASSIGN_ROLE', 'Whether roles that people received'],
  ['Disable Strong Authentication.', 'Why the second factor of accounts was switched off, and by which account'],
  ['Update user.', undefined],
])('a report states the records of acts on people that rules do not assess: %s', (action, gap) => {
  const record = cmdlet(action, {})
  const ofApp = { ...record, oauth: { action: 'app_role_grant' } } as EcsDocument
  const lines = stated(record, record, ofApp)
  expect(lines).toEqual(gap === undefined ? [] : [expect.stringContaining(gap)])
})

it('a report names the first and the last time of a gap in a log, not the time of its detection', () => {
  const act = (day: string, provider = 'Exchange') =>
    ({
      '@timestamp': `2026-03-${day}Z`,
      event: { dataset: 'o365.audit', provider },
      oauth: { action: 'app_use' },
    }) as EcsDocument
  const finding = {
    '@timestamp': '2026-03-03T09:00:00.000Z',
    message:
      'o365.audit (Exchange) has reported no application activity for 24 hours; its longest silence was 15 hours',
    event: { dataset: 'consentry.findings' },
    oauth: { finding: { kind: 'log_source_silent', baseline: 15 } },
  } as EcsDocument
  const before = [act('02T08:20:00'), act('02T09:00:00', 'SharePoint')]
  const gap =
    'The events in a gap of the log: no records about applications in o365.audit (Exchange) from 2026-03-02T08:20:00Z'
  const later = [...before, finding, act('04T00:00:00', 'SharePoint'), act('14T10:00:00'), act('15T10:00:00')]
  expect(unknowns(facts, ...later)).toContain(
    `${gap} to 2026-03-14T10:00:00Z (12 days); the longest gap before was 15 hours.`,
  )
  expect(unknowns(facts, ...before, finding).join()).toContain(`${gap} to the end of the records; the longest`)
  expect(unknowns(facts, ...before, act('14T10:00:00')).join()).not.toContain('gap of the log')
})

it('a report counts the records of unknown operations, but not those of operations that the rules assess', () => {
  const collector = collected({
    ...document('o365.audit', { action: 'sp_update' }),
    event: { dataset: 'o365.audit', action: 'New-ServicePrincipal' },
  } as EcsDocument)
  collector.unknownOperations = [
    { name: 'add delegated agent grant', count: 3 },
    { name: 'new-serviceprincipal', count: 2 },
  ]
  const lines = makeUnknowns([facts], collector, { contradictions }).join('\n')
  expect(lines).toContain('The effect of 3 records of an unknown operation: "add delegated agent grant" (3).')
  expect(lines).not.toContain('new-serviceprincipal')
  const view = { filters: ['--app x'], period: {}, hiddenDocuments: 1, hiddenAlerts: 0 }
  expect(makeUnknowns([facts], collector, { contradictions, view }).join('\n')).toContain(
    'The effect of 3 records in the whole input of an unknown operation',
  )
})
