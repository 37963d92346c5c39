import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { renderDemo } from '../../../pipeline/cli/demo-records.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { commandBench } from '../../support/command-bench.ts'
import { product } from '../../support/product.ts'

const bench = commandBench()
const text = (file: string) => bench.read(file)
const demoRecords = async () =>
  bench.input('records.ndjson', (await renderDemo()).map(({ raw }) => `${raw}\n`).join(''))
const rows = (file: string): Record<string, string>[] => parse(text(file), { columns: true })

it('consentry hunt writes the data taken, a timeline and indicators for the applications with alerts, with or without pseudonyms', async () => {
  const records = await demoRecords()
  const hunt = (...args: string[]) => bench.run('hunt', records, '--out', bench.folder, ...args)
  expect(await hunt('--redact')).toBe(0)
  expect(bench.out).toMatch(/^redacted +.*redacted \(copies to share; all other files still contain the names/m)

  const taken = rows('evidence.csv').filter(({ application }) => application === 'Invoice Sync Helper')
  expect(taken.filter(({ item_type: type }) => type === 'message').map(({ item }) => item)).toContain(
    '<a1@northpier.example>',
  )
  expect(text('report.html')).toContain('Data taken')

  // https://timesketch.org/guides/user/import-from-json-csv/
  const timeline = rows('timeline.csv')
  expect(Object.keys(timeline[0] ?? {}).slice(0, 3)).toEqual(['message', 'datetime', 'timestamp_desc'])
  expect(timeline.every(({ datetime }) => /^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/.test(datetime ?? ''))).toBe(true)
  const times = timeline.map(({ datetime }) => datetime)
  expect(times).toEqual([...times].sort())
  const alerts = text('alerts.ndjson').trim().split('\n').length
  expect(timeline.filter(({ timestamp_desc: kind }) => kind?.startsWith('Alert'))).toHaveLength(alerts)
  const lines = text('timeline.jsonl').trim().split('\n')
  expect(lines).toHaveLength(timeline.length)
  expect(
    lines.every((line) => ['message', 'datetime', 'timestamp_desc'].every((name) => name in JSON.parse(line))),
  ).toBe(true)

  expect(rows('indicators.csv')).toContainEqual(
    expect.objectContaining({
      kind: 'redirect URI',
      value: 'https://sync.invoice-helper.example/callback',
      applications: 'Invoice Sync Helper',
    }),
  )

  for (const name of ['evidence.csv', 'timeline.csv', 'timeline.jsonl', 'indicators.csv']) {
    const redacted = text(join('redacted', name))
    expect(redacted.split('\n')).toHaveLength(text(name).split('\n').length)
    expect(redacted).not.toMatch(/northpier|mara/i)
  }

  const own = { kind: 'address', note: expect.stringMatching(/also in \d+ other records/) }
  expect(rows('indicators.csv')).toContainEqual(expect.objectContaining(own))
  // The key stays secret, and a second hunt with it gives the same pseudonyms.
  const [key, first] = ['.redaction-key', join('redacted', 'timeline.csv')].map(text)
  expect(statSync(bench.path('.redaction-key')).mode & 0o077).toBe(0)
  expect(readdirSync(bench.path('redacted'))).not.toContain('.redaction-key')
  expect(await hunt('--redact')).toBe(0)
  expect(['.redaction-key', join('redacted', 'timeline.csv')].map(text)).toEqual([key, first])
  writeFileSync(bench.path('short'), 'abc')
  expect(await hunt('--redact', '--redact-key', bench.path('short'))).toBe(2)
  expect(bench.err).toMatch(/short: a key is one line of 16 to 1,000 characters without spaces; choose another file/)
  expect(await hunt('--redact', '--redact-key', records)).toBe(2)
  expect(bench.err).toContain('a key is one line')
  expect(await hunt('--redact-key', bench.path('key'))).toBe(2)
  expect(bench.err).toContain('--redact-key has no effect without --redact')

  // Pseudonyms from another case could be mistaken for pseudonyms of this case.
  expect(await hunt()).toBe(0)
  expect(readdirSync(bench.folder)).not.toContain('redacted')
})

it('the first page, the terminal, the account and the commands show a device that an account with an alert registered', async () => {
  const records = await demoRecords()
  const [address, account, at] = ['203.0.113.77', 'mara.voss@northpier.example', '2026-03-11T10:40:00.0000000Z']
  const record = {
    time: at,
    category: 'AuditLogs',
    operationName: 'Register device',
    callerIpAddress: address,
    tenantId: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901',
    properties: {
      id: 'd',
      activityDisplayName: 'Register device',
      activityDateTime: at,
      category: 'Device',
      result: 'success',
      initiatedBy: { user: { id: '7b0e', userPrincipalName: account, ipAddress: address } },
      targetResources: [{ id: 'e77989ed-2175-8e78-331b-20e477fc5582', displayName: 'DESKTOP-9', type: 'Device' }],
    },
  }
  const [device, ticket] = [bench.path('device.json'), bench.path('ticket.md')]
  writeFileSync(device, JSON.stringify(record))
  await bench.run('hunt', records, device, '--out', bench.folder, '--report', ticket)
  const sentence = `${account} registered the device "DESKTOP-9" at 2026-03-11T10:40:00Z from an address in an alert`
  expect(bench.out).toContain(sentence)
  const [head, accounts] = text('ticket.md').replaceAll('`', '').split('## Accounts involved')
  expect(head?.slice(0, 3_000)).toContain(sentence)
  expect(head).toContain("Remove-MgDevice -DeviceId 'e77989ed-2175-8e78-331b-20e477fc5582'")
  expect(accounts).toMatch(new RegExp(`^\\| ${account} .* \\| DESKTOP-9 \\|`, 'm'))
  await bench.run('hunt', records, device, '--out', bench.folder, '--since', '2026-03-13')
  expect(bench.out).toMatch(/The filters do not limit the next (?:finding|\d+ findings)\.\s+.*DESKTOP-9/)
})

it('consentry hunt has the accepted password of a blocked sign-in in the terminal, the ticket, the timeline and the indicators', async () => {
  const raw = JSON.parse(sampleText(product.evidence, 'entra/signin-blocked-by-policy'))
  const [record] = raw.records ?? [raw]
  record.properties.authenticationProtocol = 'deviceCode'
  const path = bench.input('blocked.json', JSON.stringify(record))
  const { userPrincipalName: account, ipAddress: address } = record.properties
  const report = bench.path('ticket.md')
  expect(await bench.run('hunt', path, '--out', bench.folder, '--report', report)).toBe(0)
  expect(bench.out).toContain(`The password (or the code) of ${account} was accepted from ${address} `)
  expect(bench.out).toContain('reset the accepted password and end the sessions')
  expect(text('ticket.md')).toContain(`Revoke-MgUserSignInSession -UserId '${account}'`)
  expect(rows('timeline.csv')).toMatchObject([
    { message: expect.stringMatching(/; the password \(or the code\) was accepted, but Conditional Access blocked/) },
  ])
  expect(rows('indicators.csv')).toMatchObject([{ kind: 'address', value: address }])
})

it.each([
  ['--account', 'tomas.lindqvist@northpier.example'],
  ['--ip', '203.0.113.0/24'],
  ['--find', 'tomas.lindqvist'],
])('the timeline of a hunt with %s contains each shown event, with or without alerts', async (...filter) => {
  await bench.run('hunt', await demoRecords(), '--out', bench.folder, '--redact', ...filter)
  const shown = bench
    .lines('documents.ndjson')
    .filter(({ event, oauth }) => event.kind !== 'asset' && oauth?.act?.duplicate !== true)
    .map(({ event }) => event.id)
  expect(shown.length).toBeGreaterThan(1)
  const listed = new Set(rows('timeline.csv').map(({ event_id: id }) => id))
  expect(shown.filter((id) => id !== undefined && !listed.has(id))).toEqual([])
})

it('a hunt for a vendor client without alerts begins its result with the name of the client', async () => {
  const id = '5d661950-3475-41cd-a2c3-d671a3162bc1'
  const read = sampleText(product.evidence, 'm365/mail-items-accessed-bind').replace(
    /"(ClientAppId|AppId)": "[^"]+"/g,
    `"$1": "${id}"`,
  )
  await bench.run(
    'hunt',
    bench.input('read.json', read),
    '--out',
    bench.folder,
    '--app',
    id,
    '--min-severity',
    'critical',
  )
  expect(bench.out).toContain(`Microsoft Outlook (${id}): no alert matches the filters`)
})
