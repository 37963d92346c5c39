import { writeFileSync } from 'node:fs'
import { beforeEach, expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { severalMatch } from '../../../pipeline/cli/unread.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { commandBench } from '../../support/command-bench.ts'
import { disablingOthers, product } from '../../support/product.ts'

const bench = commandBench()
const lines = (file: string) => bench.lines(file)
const evidence = () => bench.read('evidence.csv').trim().split('\n').slice(1)

const demo = (...args: string[]) => bench.run('demo', '--out', bench.folder, ...args)

/** The results of the demo without filters, and its output. */
let everything: Record<'alerts' | 'documents' | 'records', ReturnType<typeof lines>> & {
  readonly evidence: string[]
  readonly out: string
}
beforeEach(async () => {
  if (everything !== undefined) return
  expect(await demo()).toBe(0)
  const [alerts, documents] = [lines('alerts.ndjson'), lines('documents.ndjson')]
  everything = { alerts, documents, records: lines('records.ndjson'), evidence: evidence(), out: bench.out }
})

it('each document of the demo has its application as service, also with an ID and a name of another record', async () => {
  const named = (everything.documents as EcsDocument[]).filter(({ oauth }) => oauth?.app !== undefined)
  expect(named.length).toBeGreaterThan(100)
  for (const { service, oauth } of named) {
    const { id, object_id: object, registration_id: registration, name } = oauth?.app ?? {}
    expect(service).toEqual({ id: id ?? object ?? registration, ...(name !== undefined && { name }) })
  }
})

it('filters of consentry hunt limit alerts, documents, report and figures to an application, and are reported', async () => {
  const id = everything.alerts.find(({ oauth }) => oauth?.app?.id !== undefined).oauth.app.id as string
  expect(await demo('--app', id.slice(0, 13))).toBe(0)
  const documents = lines('documents.ndjson')
  expect(documents.length).toBeGreaterThan(0)
  expect(documents.every(({ oauth }) => oauth.app.id === id)).toBe(true)
  const alerts = lines('alerts.ndjson').length
  expect(alerts).toBeGreaterThan(0)
  expect(alerts).toBeLessThan(everything.alerts.length)
  const said = `it leaves out ${everything.alerts.length - alerts} alerts and ${everything.documents.length - documents.length} documents`
  expect(bench.out).toContain(said)
  expect(bench.read('report.html')).toContain(said)
})

it('consentry hunt with filters states that the severity of an application is that of its shown alerts', async () => {
  const said = 'Each application has the severity of its most severe alert in this view.'
  expect(everything.out).not.toContain(said)
  await demo('--rule', everything.alerts[0].rule.id)
  expect(bench.out).toContain(said)
  expect(bench.read('report.html')).toContain(said)
})

it('consentry hunt with filters also evaluates hidden records, so that the shown alerts are unchanged', async () => {
  // Alerts name the path of their records, which differs in each test.
  await demo('--quiet')
  const all = new Set(lines('alerts.ndjson').map((alert) => JSON.stringify(alert)))
  const since = '2026-03-11'
  await demo('--since', since)
  const shown = lines('alerts.ndjson')
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.every((alert) => all.has(JSON.stringify(alert)))).toBe(true)
  expect(lines('documents.ndjson').every((document) => document['@timestamp'] >= since)).toBe(true)
})

it.each(['--find', '--app'])(
  'consentry hunt with filters keeps the data of an application with alerts when %s hides these alerts',
  async (option) => {
    const alerted = new Set(everything.alerts.flatMap(({ events }) => events.map(({ id }: { id: string }) => id)))
    const [row = ''] = everything.evidence.filter((line) => ![...alerted].some((id) => line.includes(id)))
    const [app, , , time = ''] = row.split(',')
    const event = row.split(',').at(-3) ?? ''
    const until = new Date(Date.parse(time) + 1).toISOString()
    await demo(
      ...(option === '--find' ? ['--find', event] : ['--app', app as string, '--since', time, '--until', until]),
    )
    expect(lines('alerts.ndjson')).toEqual([])
    expect(evidence()).toContain(row)
    expect(bench.out).toContain('no alert matches the filters\n    data taken: ')
    expect(bench.read('report.html')).toContain('1 application with alerts outside the filters')
  },
)

it('consentry hunt with filters counts a relative time from the last event, not from today', async () => {
  await demo('--since', '2d')
  expect(bench.out).toContain('This is a filtered view (from 2026-03-12T14:00:00.000Z)')
  expect(lines('documents.ndjson').length).toBeGreaterThan(0)
  await demo('--since', '7d', '--until', '2026-03-12')
  expect(bench.out).toContain(
    'This is a filtered view (from 2026-03-07T14:00:00.000Z, before 2026-03-13T00:00:00.000Z)',
  )
  expect(
    await bench.run(
      'hunt',
      bench.path('records.ndjson'),
      '--out',
      bench.path('o'),
      '--since',
      '2d',
      '--until',
      '2026-03-11',
    ),
  ).toBe(2)
  expect(bench.err).toContain(
    '--since 2d is not before --until 2026-03-11; an age counts back from 2026-03-14T14:00:00',
  )
})

it('consentry hunt with filters counts a relative time from the last event before now, and warns of later events', async () => {
  const { records } = everything
  const future = { ...records.find(({ CreationTime }) => CreationTime), CreationTime: '2199-01-01T00:00:00', Id: 'f' }
  const file = bench.path('future.ndjson')
  writeFileSync(file, [...records, future].map((record) => `${JSON.stringify(record)}\n`).join(''))
  expect(await bench.run('hunt', file, '--out', bench.path('future'), '--since', '2d')).toBe(0)
  expect(bench.out).toContain('This is a filtered view (from 2026-03-12T14:00:00.000Z)')
  expect(bench.out).toContain('to 2026-03-14T14:00:00Z (all records, also those left out)')
  expect(bench.out).toContain('the last event (2199-01-01T00:00:00.000Z) is in the future')
})

it('a record in the future changes neither the history of a log nor its period, findings and reports', async () => {
  const facts = async (...records: object[]) => {
    const file = bench.path('records.json')
    writeFileSync(file, JSON.stringify(records))
    expect(
      await bench.run('hunt', file, '--out', bench.path('out'), '--report', bench.path('out/r.md'), '--json'),
    ).toBe(0)
    const { shortHistory, firstEvent, lastEvent, alerts, notKnown } = JSON.parse(bench.out)
    await bench.run('apps', 'list', '--format', 'csv', file)
    return { shortHistory, firstEvent, lastEvent, alerts, notKnown, apps: bench.out }
  }
  const others = everything.records.filter(({ CreationTime }) => CreationTime)
  const known = await facts(...others)
  expect(known.shortHistory).toEqual(['o365.audit'])
  const { OrganizationId, UserId } = others[0]
  const start = { Operation: 'TeamsSessionStarted', RecordType: 25, Workload: 'MicrosoftTeams', OrganizationId, UserId }
  expect(await facts(...others, { ...start, CreationTime: '2199-01-01T00:00:00', Id: 'f' })).toEqual(known)
})

it('consentry hunt names the element of a page in the events of an alert', async () => {
  const items = everything.records.filter(({ kind }) => kind === 'admin#reports#activity')
  const page = bench.path('page.json')
  writeFileSync(page, JSON.stringify({ kind: 'admin#reports#activities', items }))
  await bench.run('hunt', page, '--out', bench.path('page'))
  const events = lines('page/alerts.ndjson').flatMap((alert) => alert.events)
  expect(events.length).toBeGreaterThan(0)
  for (const { id, offset, element } of events) {
    const [, index] = /^items\[(\d+)\]$/.exec(element) ?? []
    expect([offset, items[Number(index)].id.uniqueQualifier]).toEqual(['0', id])
  }
})

it('the message about an ambiguous account asks for an address, or for an ID where the records have no address', () => {
  const asked = (...candidates: string[]) => severalMatch('--account b', 'accounts', candidates).message
  expect(asked('bea@b.example', 'bo@b.example')).toContain('--account b: 2 accounts match; use one of these addresses:')
  expect(asked('bea@b.example', 'b1f0')).toContain('use the ID of one:')
})

it('the message about an ambiguous account lists up to eleven candidates, or the first ten of a longer list', () => {
  const lines = (many: number) =>
    severalMatch(
      '--account b',
      'accounts',
      Array.from({ length: many }, (_, i) => `b${i}@b.example`),
    ).message.split('\n')
  expect(lines(11).at(-1)).toBe('    b10@b.example')
  expect(lines(12).at(-1)).toBe('    and 2 more')
})

it('consentry hunt with filters lists the candidates for an ambiguous partial name', async () => {
  expect(await demo('--app', 'e')).toBe(2)
  expect(bench.err).toMatch(/--app e: \d+ applications match; use the ID of one:\n {4}\S/)
})

it.each([
  ['--since', '2030-01-01'],
  ['--until', '2020-01-01'],
])(
  'a hunt of a period without records prints only this fact, the period of the records, and the option to change: %s %s',
  async (option, time) => {
    expect(await demo(option, time)).toBe(0)
    expect(bench.out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^This is a filtered view/),
      expect.stringMatching(/^The input has no records for this period: its records are from 2026-\S+ to 2026-\S+\.$/),
      '',
      'next steps',
      expect.stringMatching(
        new RegExp(
          `^  1\\. no alert matches the filters: ${option} hides \\d+ alerts and \\d+ documents; change or omit it$`,
        ),
      ),
      expect.stringMatching(/^ {2}2\. review the applications: /),
    ])
    expect(bench.err).toContain(`consentry: no alert matches the filters: ${option} hides `)
    expect(bench.read('report.html')).toContain('The input has no records for this period')
  },
)

it('the commands of a hunt name the tenant of an application that another tenant also has, even without alerts there', async () => {
  const id = 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13'
  const consent = everything.records.find(
    ({ Operation, ...rest }) => Operation === 'Consent to application.' && JSON.stringify(rest).includes(id),
  )
  const tenant = '11111111-2222-4333-8444-555555555555'
  const other = bench.input('other.ndjson', JSON.stringify({ ...consent, OrganizationId: tenant, Id: 'other' }))
  const demoFile = bench.input(
    'demo.ndjson',
    everything.records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  )
  await bench.run('hunt', demoFile, other, '--out', bench.path('o'))
  const words = `${id} --tenant ${consent?.OrganizationId}`
  const [, printed = ''] = new RegExp(`consentry (apps contain ${words} .*)`).exec(bench.out) ?? []
  expect(bench.read('o/report.html')).toContain(`consentry apps contain ${words} PATH…`)
  expect(await bench.run(...printed.split(' '))).toBe(0)
  expect(bench.out).toContain('# Containment of "Invoice Sync Helper"')
})

it('the next steps name the tenant of each further application that several tenants have', async () => {
  const sample = sampleText(product.evidence, 'm365/consent-user-mail')
  const tenant = '11111111-2222-4333-8444-555555555555'
  const facts = { Id: 'other', OrganizationId: tenant, CreationTime: '2026-03-28T09:00:00' }
  const other = JSON.stringify({ ...JSON.parse(sample), ...facts })
  const paths = [bench.input('one.json', sample), bench.input('other.json', other)]
  await bench.run('hunt', ...paths, '--out', bench.path('o'))
  const [, name = '', where = ''] = /may still have access: (.*) \(\w+, with --tenant ([^)]*)\)/.exec(bench.out) ?? []
  expect(await bench.run('apps', 'contain', name, '--tenant', where, ...paths)).toBe(0)
})

it('the period of a hunt ends with the last event, even if an inventory is newer', async () => {
  const records = bench.input('some.ndjson', everything.records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  const token = JSON.parse(sampleText(product.evidence, 'google-workspace/inventory-token-mail'))
  const inventory = bench.input('tokens.json', JSON.stringify({ ...token, snapshotTime: '2026-04-20T05:00:00Z' }))
  const hunt = (...args: string[]) => bench.run('hunt', records, inventory, '--out', bench.path('out'), ...args)
  expect(await hunt()).toBe(0)
  const last = everything.documents.at(-1)['@timestamp'].slice(0, 19)
  expect(bench.out).toContain(` to ${last}Z`)
  expect(bench.out).toContain('inventory     of 2026-04-20T05:00:00Z')
  expect(await hunt('--since', '2026-04-01')).toBe(0)
  expect(bench.out).toContain('The input has no records for this period')
})

it('the commands in the next steps repeat the hunt options that change their results, even if the application of --app has no alerts', async () => {
  const file = bench.path('some.ndjson')
  writeFileSync(file, everything.records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  const environment = bench.path('environment.yaml')
  writeFileSync(environment, 'version: 1\n')
  const id = everything.alerts.find(({ oauth }) => oauth?.app?.id !== undefined).oauth.app.id as string
  const hunt = (...more: string[]) =>
    bench.run('hunt', file, '--out', bench.path('o'), '--environment', environment, '--max-members', '7', ...more)
  const commands = () => [...bench.out.matchAll(/consentry apps (\w+) (.*)/g)].map(([, name, words]) => [name, words])
  const rest = `--environment ${environment} --max-members 7 ${file}`
  await hunt('--app', id)
  expect(commands()).toEqual([
    ['show', `${id} ${rest}`],
    ['contain', `${id} ${rest}`],
  ])
  await hunt('--app', id, '--since', '2030-01-01')
  expect(bench.out).toMatch(/next steps\n {2}1\. show the history of/)
  expect(commands()).toEqual([
    ['show', `${id} ${rest}`],
    ['list', rest],
  ])
})

it('the commands in the next steps of the demo name its environment file', () => {
  const commands = everything.out.match(/consentry apps (show|contain) .*/g)
  expect(commands).toHaveLength(2)
  for (const command of commands ?? []) expect(command).toContain('environment.example.yaml')
})

it.each([
  [['--app', 'no such application'], 'no application in the records'],
  [['--find', ' '], '--find: the value is empty'],
  [['--out='], '--out: the value is empty'],
  [['--ip', '999.1.1.1'], 'not an IP address or network'],
  [['--ip', 'fe80::1%eth0'], 'not an IP address or network'],
  [['--rule', 'no such rule'], 'unknown rule'],
  [['--since', '2026-03-12', '--until', '2026-03-11'], 'is not before'],
])('consentry hunt with filters refuses %j', async (args, message) => {
  const file = bench.input('a.ndjson', JSON.stringify(everything.records[0]))
  const environment = bench.environment(`version: 1\nrules: { ${disablingOthers('m365/owner-added')} }\n`)
  expect(await bench.run('hunt', file, '--out', bench.path('o'), '--environment', environment, ...args)).toBe(2)
  expect(bench.err).toContain(message)
})

it('the next steps of a hunt state that their commands accept the name of each other application', async () => {
  expect(await demo('--account', 'tomas.lindqvist')).toBe(0)
  expect(bench.out).toMatch(
    /do the same for 1 other application .*: Harbour.* Both commands also accept the name of an application in quotation marks/,
  )
  expect(await bench.run('apps', 'contain', 'Harbour CRM Connector', bench.path('records.ndjson'))).toBe(0)
})
