import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { printHunt } from '../../../pipeline/cli/hunt-text.ts'
import { DataTotals } from '../../../pipeline/hunt/evidence/data-totals.ts'
import { evidenceApps } from '../../../pipeline/hunt/evidence/evidence-apps.ts'
import type { HuntSummary } from '../../../pipeline/hunt/hunt.ts'
import { Collector } from '../../../pipeline/hunt/report/collect.ts'
import { renderHtml } from '../../../pipeline/hunt/report/html/page.ts'
import { renderMarkdown } from '../../../pipeline/hunt/report/markdown.ts'
import loosened from '../../../rules/google-workspace/api-controls-loosened/rule.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import type { Severity } from '../../../rules/lib/rule.ts'
import { alertOf } from '../../support/alert-of.ts'
import { commandBench } from '../../support/command-bench.ts'
import { reportOf } from '../../support/hunt-report.ts'

const bench = commandBench()

const organization = { id: 'tenant' }
const alert = (severity: Severity, hour: number, rest: Partial<Alert> = {}): Alert => {
  const time = `2026-03-11T${String(hour).padStart(2, '0')}:00:00.000Z`
  return alertOf({
    '@timestamp': time,
    rule: { id: `rule-${severity}-${hour}`, name: `Rule ${severity} ${hour}` },
    severity,
    reason: `reason ${severity} ${hour}`,
    events: [{ id: `event-${hour}`, _id: `${hour}`, '@timestamp': time, dataset: 'google_workspace.admin' }],
    organization,
    ...rest,
  })
}
const on = (id: string) => ({ oauth: { app: { id, name: `App ${id}` } } })

function printed(
  alerts: readonly Alert[],
  hidden: readonly Alert[] = [],
  documents: readonly EcsDocument[] = [],
  verbose = false,
  inputs = ['log.ndjson'],
) {
  const collector = new Collector()
  collector.seen(documents)
  collector.alerts(alerts)
  collector.hiddenAlerts(hidden)
  const apps = evidenceApps(collector, [])
  const taken = new DataTotals()
  for (const { key } of new Set(apps.values()))
    taken.add(key, { '@timestamp': '2026-03-11T00:00:00.000Z', event: {}, oauth: {} } as EcsDocument, [
      { type: 'file', item: 'plan.docx', subject: '' },
    ])
  const count = (severity: Severity) => alerts.filter((each) => each.severity === severity).length
  const summary: HuntSummary = {
    records: 1,
    documents: {},
    duplicates: 0,
    deadLetters: {},
    shortHistory: [],
    contradictions: { count: 0, examples: [] },
    alerts: {
      total: alerts.length,
      unsettled: 0,
      bySeverity: { high: count('high'), medium: count('medium') },
      byRule: [...new Set(alerts.map(({ rule }) => rule))].map((rule) => ({ ...rule, severity: 'high', alerts: 1 })),
    },
  }
  const report = reportOf(summary, collector, { apps, taken })
  printHunt({
    summary,
    report,
    inputs,
    options: [],
    asked: [],
    folder: 'out',
    reports: ['out/report.html'],
    redacted: false,
    approvals: { idle: [], quieted: [] },
    verbose,
  })
  return { report, text: bench.out }
}

const many = [
  ...Array.from({ length: 30 }, (_, i) => alert('high', 1, { ...on(`high-${i}`), reason: `reason of high-${i}` })),
  ...Array.from({ length: 12 }, (_, i) =>
    alert('medium', 2, { ...on(`medium-${i}`), reason: `reason of medium-${i}` }),
  ),
]

it('after a hunt on a pipe, the printed commands have a placeholder for the input, and the first step explains it', () => {
  expect(printed(many).text).not.toContain('PATH')
  const { text } = printed(many, [], [], false, ['log.ndjson', '-'])
  expect(text).toContain(
    'next steps\n  1. save the input in a file, because a pipe can be read only once; replace PATH',
  )
  expect(text).toMatch(/consentry apps contain \S+ log\.ndjson PATH\n/)
})

it('a hunt without filters over many applications reports no application as outside the filters', () => {
  const { report, text } = printed(many)
  expect(report.taken).toHaveLength(42)
  expect([text, renderHtml(report), renderMarkdown(report)].join('\n')).not.toMatch(/the filters/)
  expect(text.match(/data taken: /g)).toHaveLength(42)
})

it('a hunt reports an application as outside the filters only if all its alerts are hidden', () => {
  const { text, report } = printed(many, [alert('high', 3, on('hidden')), alert('high', 3, on('medium-11'))])
  expect(text.match(/.*: no alert matches the filters/g)).toEqual(['App hidden (hidden): no alert matches the filters'])
  expect(report.summary.sentences.join(' ')).toContain('1 application with alerts outside the filters')
})

it('the terminal shows the alert reasons of all high applications, and names the file with the other reasons', () => {
  const { text, report } = printed(many)
  for (let i = 0; i < 30; i++) expect(text).toContain(`reason of high-${i}\n`)
  expect(text).not.toContain('reason of medium')
  expect(text).toContain(
    'for the details of the alerts of 12 more applications, see out/report.html; --verbose prints them',
  )
  for (let i = 0; i < 12; i++) expect(renderHtml(report)).toContain(`reason of medium-${i}`)
})

it('the terminal shows the alert reasons of the first three applications if none has a high alert', () => {
  const { text } = printed(many.slice(30))
  expect(text.match(/reason of medium/g)).toHaveLength(3)
  expect(text).toContain('of the alerts of 9 more applications, see')
})

it('the verbose terminal shows the time and the reason of each alert: of less severe applications, of copies, and of one rule', () => {
  const copies = ['a', 'b', 'c'].map((id) => alert('high', 1, { ...on(id), reason: `"App ${id}" used` }))
  const group = Array.from({ length: 14 }, (_, i) =>
    alert('low', i, { rule: { id: 'grouped', name: 'Grouped' }, reason: `grouped reason ${i}.` }),
  )
  const short = printed([...many, ...copies, ...group]).text
  expect(short).toMatch(/similar applications: [\s\S]*their other alerts, see out\/report\.html; --verbose prints them/)
  const { text } = printed([...many, ...copies, ...group], [], [], true)
  for (let i = 0; i < 12; i++) expect(text).toContain(`reason of medium-${i}\n`)
  for (const id of ['a', 'b', 'c']) expect(text).toContain(`"App ${id}" used\n`)
  for (let i = 0; i < 14; i++)
    expect(text).toContain(`2026-03-11T${String(i).padStart(2, '0')}:00:00Z: grouped reason ${i}.`)
})

it('the terminal does not truncate the heading of a group, and marks each of its provisional alerts', () => {
  const rule = { id: 'r', name: `Rule ${'with a long name '.repeat(10)}` }
  const { text } = printed([
    alert('high', 1, { rule, reason: 'one', settled: false }),
    alert('high', 2, { rule, reason: 'two' }),
  ])
  expect(text.replaceAll(/\s+/g, ' ')).toContain('long name , 2 alerts, the last 2026-03-11T02:00:00Z, 1 provisional')
  expect(text).toContain('    2026-03-11T01:00:00Z, provisional: one\n    2026-03-11T02:00:00Z: two\n')
})

it('the terminal shows one section for copies of an application, with the time, the rule and the reason of each other copy', () => {
  const copy = (id: string, reason: string) => alert('high', 1, { ...on(id), reason })
  const same = ['a', 'b', 'c'].map((id) => copy(id, `"App ${id}" used from 198.51.100.7`))
  const { text } = printed([...same, copy('d', '"App d" used by a script')])
  expect(text).toContain('used by a script')
  const section = (id: string) =>
    `\\n {4}App ${id} \\(${id}\\): .*; 2026-03-11T01:00:00Z Rule .*\\n {8}"App ${id}" used from .*`
  expect(text).toMatch(
    new RegExp(`2 similar applications: .*${section('b')}${section('c')}\\nfor the details of their other`),
  )
})

it('the terminal lists copies of an application by the time of their most severe alert', () => {
  const copy = (id: string, medium: number, high: number) => [
    alert('medium', medium, { ...on(id), rule: { id: 'm', name: 'Medium' }, reason: `"App ${id}" used` }),
    alert('high', high, { ...on(id), rule: { id: 'h', name: 'High' }, reason: `"App ${id}" read` }),
  ]
  const { text } = printed([...copy('a', 1, 9), ...copy('b', 2, 7), ...copy('c', 3, 5)])
  expect(text).toMatch(
    /App c \(c\): [\s\S]*similar applications: .*\n {4}App b .*T07.*\n {8}"App b" read\n {4}App a .*T09/,
  )
})

it('the terminal, the report and the ticket list alerts without an application by severity, then by time', () => {
  const { text, report } = printed([alert('medium', 1), alert('high', 4), alert('low', 2), alert('high', 3)])
  const order = (of: string) =>
    [...of.matchAll(/reason (\w+ \d)/g)].map(([, what]) => what).filter((what, i, all) => all.indexOf(what) === i)
  for (const each of [text, renderHtml(report), renderMarkdown(report)])
    expect(order(each)).toEqual(['high 3', 'high 4', 'medium 1', 'low 2'])
})

const steps = (text: string) => text.slice(text.indexOf('next steps')).split('\n').slice(1)

it('the next steps of alerts without an application restore the setting and end the sessions of the account', () => {
  const { id, name } = loosened
  const { text, report } = printed([
    alert('high', 3, { rule: { id, name }, user: { email: 'Admin@northpier.example' } }),
    alert('medium', 1, on('later')),
  ])
  expect(steps(text).slice(0, 3)).toEqual([
    expect.stringContaining('read the report: out/report.html'),
    expect.stringMatching(
      /^ {2}2\. .* \(1 high alert\): Ask the administrator .* revert it at once.* If the account was compromised, end its sessions:$/,
    ),
    '     gam user admin@northpier.example signout',
  ])
  for (const each of [renderHtml(report), renderMarkdown(report)])
    expect(each).toContain('gam user admin@northpier.example signout')
})

it('the next steps end the sessions of an account at both vendors if the events of an alert are from both', () => {
  const events = ['google_workspace.token', 'o365.audit'].map((dataset, i) => ({
    ...alert('high', 3).events[0],
    _id: `${i}`,
    dataset,
  }))
  const { text } = printed([{ ...alert('high', 3), events, user: { email: 'mara@northpier.example' } } as Alert])
  expect(text).toContain('gam user mara@northpier.example signout')
  expect(text).toContain("Revoke-MgUserSignInSession -UserId 'mara@northpier.example'")
})

it('the commands that end the sessions of accounts follow the name of their alert, and connect to their tenant first', () => {
  const tenants = ['5f1c2a34-9b0d-4a77-8d11-2f6f5a0e9c10', '6a2d3b45-9b0d-4a77-8d11-2f6f5a0e9c10']
  const of = (severity: Severity, hour: number, tenant: string, email: string) => {
    const [event] = alert(severity, hour).events
    const events = [{ ...event, dataset: 'o365.audit' }] as Alert['events']
    return alert(severity, hour, { events, organization: { id: tenant }, user: { email } })
  }
  const [one = '', other = ''] = tenants
  const { text, report } = printed([
    of('high', 1, one, 'a@northpier.example'),
    of('high', 2, other, 'b@northpier.example'),
    of('high', 3, one, 'c@northpier.example'),
    of('medium', 4, one, 'd@northpier.example'),
    of('medium', 5, one, 'e@northpier.example'),
  ])
  const short = steps(text).map((line) => line.replace(/( -TenantId \w{8})\S* -Scopes .*/, '$1').trim())
  const block = (heading: RegExp, tenant: string, ...accounts: string[]) => [
    expect.stringMatching(heading),
    `Connect-MgGraph -TenantId ${tenant.slice(0, 8)}`,
    ...accounts.map((account) => `Revoke-MgUserSignInSession -UserId '${account}@northpier.example'`),
  ]
  expect(short.slice(1, 14)).toEqual([
    ...block(/^2\. Rule high 1 .* If the account was compromised, end its sessions:$/, one, 'a'),
    ...block(/^3\. Rule high 2 /, other, 'b'),
    ...block(/^4\. Rule high 3 /, one, 'c'),
    ...block(/^5\. .*: Rule medium 4 .* If an account was compromised, end its sessions:$/, one, 'd', 'e'),
  ])
  // The report and the ticket connect once to each tenant, before the first account.
  for (const each of [renderHtml(report), renderMarkdown(report)]) {
    const found = [...each.matchAll(/-TenantId (\w{8})|-UserId (?:'|&#39;|&#x27;|&apos;)(\w)@/g)]
    expect(found.map(([, tenant, account]) => tenant ?? account).join(' ')).toBe('5f1c2a34 a c d e 6a2d3b45 b')
  }
})

it('the next steps of a more severe application come before those of alerts without an application', () => {
  const { text } = printed([
    alert('high', 1, { user: { email: 'admin@northpier.example' } }),
    alert('critical', 1, { ...on('client'), user: { email: 'victim@northpier.example' } }),
  ])
  const places = ['gam user victim@northpier.example signout', 'gam user admin@northpier.example signout'].map(
    (command) => steps(text).findIndex((step) => step.endsWith(command)),
  )
  expect(places).toEqual([3, 5])
})

it('the next steps name each application that may still have access, and list the commands for a vendor client in the order of the report', () => {
  const { text, report } = printed([
    ...many,
    alert('critical', 3, { ...on('client'), user: { email: 'victim@northpier.example' } }),
  ])
  const lines = steps(text)
  const commands = report.apps.shown.flatMap(({ id, containment }) =>
    id === 'client' ? (containment?.steps.shown.map(({ command }) => `     ${command}`) ?? []) : [],
  )
  const from = lines.findIndex((line) => line.includes('contain the accounts that used App client (critical)'))
  expect(commands.length).toBeGreaterThan(1)
  expect(lines.slice(from + 1, from + 1 + commands.length)).toEqual(commands)
  expect(lines.join(' ')).toMatch(/the records name no account that used App high-\d+/)
  expect(lines.join(' ')).toMatch(/and \d+ more: see out\/report\.html/)
})

it('the next steps contain no step for a client with failed attempts only, which the report lists below a client that somebody used', () => {
  const attempt = (id: string, outcome: string) =>
    ({
      '@timestamp': '2026-03-11T01:00:00.000Z',
      event: { id, outcome, dataset: 'azure.signinlogs' },
      oauth: { action: 'app_sign_in', app: { id } },
      organization,
    }) as EcsDocument
  const { text, report } = printed(
    [alert('high', 1, on('sprayed')), alert('high', 2, on('used'))],
    [],
    [attempt('sprayed', 'failure'), attempt('used', 'success')],
  )
  expect(report.apps.shown.map(({ id }) => id)).toEqual(['used', 'sprayed'])
  expect(steps(text).join(' ')).toContain('App used')
  expect(steps(text).join(' ')).not.toContain('App sprayed')
})

it('alerts without an application come before applications with less severe alerts, and the first page contains their time, rule and reason', () => {
  const alerts = [
    alert('critical', 1, on('worst')),
    alert('low', 2, on('mild')),
    ...[3, 4, 5, 6, 7, 8, 9, 10].map((hour) => alert('high', hour)),
    alert('medium', 11),
  ]
  const { report, text } = printed(alerts)
  const overview = /<ol class="overview">(.*?)<\/ol>/s.exec(renderHtml(report))?.[1] ?? ''
  expect(overview).toMatch(
    /App worst[\s\S]*Alerts not linked[\s\S]*2026-03-11T03:00:00Z<\/time> Rule high 3: .*reason high 3[\s\S]*and 2 more high or critical alerts[\s\S]*Rule medium 11[\s\S]*App mild/,
  )
  expect(text).toMatch(/App worst[\s\S]*Alerts not linked[\s\S]*App mild/)
  expect(renderMarkdown(report)).toMatch(/## 1\. App worst[\s\S]*## Alerts not linked[\s\S]*## 2\. App mild/)
})
