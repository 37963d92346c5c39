// Unreadable input must never look like input without findings. A run that does not end leaves the previous results
// unchanged.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { commandBench } from '../../support/command-bench.ts'
import { product } from '../../support/product.ts'
import { zipOf } from '../../support/zip.ts'

const bench = commandBench('m365/tenant-wide-consent')

const consent = JSON.stringify(JSON.parse(sampleText(product.evidence, 'm365/consent-tenant-wide')))
const { CreationTime: _, ...timeless } = JSON.parse(consent)

const out = () => bench.path('out')
const run = (...args: string[]) => bench.run('hunt', ...args, '--out', out())
const result = (name: string) => bench.read(`out/${name}`)
/** The options for a report and a ticket. */
const reports = () => ['--report', bench.path('out/report.html'), '--report', bench.path('out/ticket.md')]
const input = (name: string, content: string | Buffer) => bench.input(name, content)

const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])
const unreadable: readonly (readonly [string, string | Buffer, string])[] = [
  ['an empty file', '', 'the file is empty'],
  ['a CSV without the audit record', 'Datum;Benutzer;Vorgang\n1;a;b\n', 'the columns Datum, Benutzer, Vorgang'],
  ['a CSV of a header alone', 'CreationDate,UserIds,AuditData\n', 'the file contains no records'],
  ['an HTML page', '<!DOCTYPE html>\n<script>\n{}\n</script>', 'an HTML page'],
  ['an error answer', '{"error":{"code":"Expired","message":"token"}}', 'an API error response, not records: Expired'],
  ['a workbook', zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }]), 'an Excel workbook'],
  ['a gzip that ends at once', gzipSync(consent).subarray(0, 12), 'the gzip data is truncated'],
  ['a gzip that is damaged', Buffer.concat([gzipSync('{}').subarray(0, 10), Buffer.alloc(20, 255)]), 'is damaged'],
  ['dead letters', '{"code":"not_json","detail":"x","raw":"{"}\n'.repeat(3), '3 of 3 records could not be used'],
  ['another category', '{"category":"AzureFirewall","time":"2026-03-01T00:00:00Z","properties":{}}', 'not mapped'],
  ['records without times', JSON.stringify(timeless), 'no event time'],
  ['a page without elements', '{"@odata.context":"x","value":[]}', 'the file contains no records'],
]

it.each(unreadable)(
  'input of which nothing is usable is the headline of a hunt, which ends with 3: %s',
  async (_name, content, reason) => {
    expect(await run(input('export', content), ...reports())).toBe(3)
    expect(bench.out).toMatch(/^Nothing was read: /)
    expect(bench.out).toContain(reason)
    expect(bench.out).toContain('none, because no record was evaluated')
    expect(bench.out).not.toContain('review the applications')
    expect(result('report.html')).toContain('<h1>Nothing was read: ')
    expect(result('report.html')).not.toContain('class="tiles"')
    expect(result('ticket.md')).toMatch(/^# Nothing was read: /)
    for (const text of [bench.out, result('report.html'), result('ticket.md')])
      expect(text).not.toMatch(/\b0 alerts|alerts +0/)
  },
)

it('a folder without files or with pictures only is unusable input', async () => {
  mkdirSync(bench.path('in'))
  expect(await run(bench.path('in'))).toBe(3)
  expect(bench.out).toMatch(/^Nothing was read: .*\n {4}[^:]*: contains no files/)
  input('.a.json', '{}')
  expect(await run(bench.path('in'))).toBe(3)
  expect(bench.out).toMatch(/contains no files to read \(skipped: 1 with a hidden name/)
  expect(await run('/dev/zero')).toBe(3)
  expect(bench.out).toMatch(/a device may never end/)
  input('a.png', picture)
  input('b.png', picture)
  expect(await run(bench.path('in'))).toBe(3)
  expect(bench.out).toMatch(/^Nothing was read: [\s\S]*a\.png: a picture[\s\S]*b\.png: a picture/)
})

it('an empty member of an archive is a gap, like an empty file', async () => {
  const members = [
    { name: 'a.json', content: consent },
    { name: 'b.csv', content: '' },
  ]
  expect(await run(input('export.zip', zipOf(members)))).toBe(3)
  expect(bench.out).toMatch(/export\.zip\/b\.csv: the file is empty/)
})

it.each<[string, string | Buffer, string]>([
  ['blanks', ' \n\n', 'the file is empty'],
  ['a gzip of nothing', gzipSync(''), 'the file is empty'],
  ['NUL bytes', Buffer.alloc(5000), 'the file is damaged: it contains only NUL bytes'],
  ['a gzip of NUL bytes', gzipSync(Buffer.alloc(5000)), 'the file is damaged: it contains only NUL bytes'],
  ['a record before NUL bytes', `${consent}\n${'\0'.repeat(600)}`, 'ends with 600 NUL bytes'],
])('a file of %s is a gap', async (_name, content, reason) => {
  expect(await run(input('a.json', consent), input('b.json', content))).toBe(3)
  expect(bench.out).toMatch(new RegExp(`gaps in 1 of 2 inputs\\.\n.*b\\.json: ${reason}`))
})

it('a file with padding up to the block size is complete', async () => {
  expect(await run(input('a.json', `${consent}\n${'\0'.repeat(511)}`))).toBe(0)
})

it('the report of gaps names the member of an archive, and does not count the archive itself', async () => {
  const members = [
    { name: 'a.json', content: consent },
    { name: 'b.json', content: '{}', flags: 1 },
  ]
  expect(await run(input('export.zip', zipOf(members)))).toBe(3)
  expect(bench.out).toMatch(/gaps in 1 of 2 inputs\.\n.*export\.zip\/b\.json: it is encrypted/)
})

it('an archive with bytes after its end counts as one input with a gap', async () => {
  const members = ['a.json', 'b.json'].map((name) => ({ name, content: consent }))
  expect(await run(input('export.zip', Buffer.concat([zipOf(members), Buffer.from('\n')])))).toBe(3)
  expect(bench.out).toMatch(/gaps in 1 of 1 input\.\n.*export\.zip: continues after the end .*\(1 byte, not read\)/)
})

it('a complete collection without records is not an error, and the report and the ticket state it', async () => {
  const state = { ended: true, failed: [], done: { 'm365-exchange': { records: 0, lost: [] } } }
  input('.consentry-collect.json', JSON.stringify(state))
  expect(await run(bench.path('in'), ...reports())).toBe(0)
  for (const text of [bench.out, result('report.html'), result('ticket.md')])
    expect(text).toContain('The collection is complete and has no records.')
})

it('unusable input is reported on standard error if standard output is machine-readable or suppressed', async () => {
  const path = input('export', '')
  expect(await run(path, '--json')).toBe(3)
  expect(JSON.parse(bench.out).unread).toMatchObject({ nothing: true, inputs: [{ path }] })
  expect(bench.err).toContain('Nothing was read')
  expect(await run(path, '--quiet')).toBe(3)
  expect(bench.err).toContain('Nothing was read')
})

it('unusable parts of the input are counted at the top of a hunt, which evaluates the rest and exits with 3', async () => {
  input('a.ndjson', `${consent}\n{"foo":1}\n{"foo":1}\n`)
  input('b.ndjson', consent)
  input('c.csv', '')
  input('e.ndjson', `${consent}\n${consent.slice(0, 500)}`)
  input('README.txt', 'The export, of the tenant\n')
  symlinkSync(bench.path('gone'), bench.path('in/d.ndjson'))
  expect(await run(bench.path('in'), ...reports())).toBe(3)
  expect(bench.out).toMatch(
    /^Not all of the input was read: 3 of 6 records could not be used, in 4 of 5 inputs; 1 is truncated\.\n/,
  )
  expect(bench.out).toMatch(
    /a\.ndjson: 2 of 3 records[\s\S]*c\.csv: the file is empty[\s\S]*d\.ndjson: [\s\S]*the file does not exist/,
  )
  expect(bench.out).toMatch(
    /e\.ndjson: it ends within a record: .* \(the time of the last complete record is 2026-\S+Z\); 1 of 2/,
  )
  expect(result('alerts.ndjson').trim().split('\n')).toHaveLength(1)
  expect(result('report.html')).toMatch(/<section id="unread" class="warning">\n<p><strong>Not all of the input/)
  expect(result('ticket.md')).toMatch(/^# Hunt[^\n]*\n\n\*\*Not all of the input was read: 3 of 6 records/)
})

it('a last record with an error before its end counts as damaged, not as truncated input', async () => {
  const path = input('e.ndjson', `${consent}\n{"\u001b[31mjunk":1}\n`)
  expect(await run(path)).toBe(3)
  expect(bench.out).toContain('Bad control character in string literal')
  expect(bench.out).not.toMatch(/ends within a record|truncated\./)
})

it('a hunt suggests a command with a file name quoted for the shell', async () => {
  const path = input("e\u001b[31m'\u202e.ndjson", consent)
  await run(path)
  expect(bench.out).toContain("e\\x1b[31m\\'\\xe2\\x80\\xae.ndjson'")
})

it('a hunt reads day-first times with dots, as saved by a spreadsheet program', async () => {
  const sample = readFileSync(join(packageRoot, 'test/formats/samples/entra-portal-audit-csv.csv'), 'utf8')
  const saved = sample.replaceAll(/(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)[^,]*/g, '$3.$2.$1 $4')
  const times = async (text: string) => {
    await run(input('audit.csv', text))
    return result('documents.ndjson').match(/"@timestamp":"[^."]*/g)
  }
  expect(await times(saved)).toEqual(await times(sample))
  expect(saved).toMatch(/\n\d\d\.\d\d\.2026 /)
})

it('each row of a query response counts as a record', async () => {
  const [table] = JSON.parse(
    readFileSync(join(packageRoot, 'test/formats/samples/log-analytics-query-result.json'), 'utf8'),
  ).tables
  const rows = [...table.rows, table.rows[0].map(() => null)]
  expect(await run(input('response.json', JSON.stringify({ tables: [{ ...table, rows }] })))).toBe(3)
  expect(bench.out).toContain(`1 of ${rows.length} records could not be used`)
  expect(bench.out).toContain(`records       ${rows.length} `)
})

it('records of ignored categories and empty pages are usable input', async () => {
  input('a.ndjson', `${consent}\n{"category":"AzureFirewall","time":"2026-03-01T00:00:00Z","properties":{}}\n`)
  input('b.json', '[]')
  expect(await run(bench.path('in'))).toBe(0)
  expect(bench.out).not.toContain('Not all of the input was read')
})

it('the reasons for unusable records omit records of unsupported categories, which do not count', async () => {
  const other = '{"category":"AzureFirewall","time":"2026-03-01T00:00:00Z","properties":{}}'
  expect(await run(input('a.ndjson', [consent, other, JSON.stringify(timeless)].join('\n')))).toBe(3)
  expect(bench.out).toMatch(/a\.ndjson: 1 of 3 records could not be used: time_missing 1 \([^)]*\)\n/)
})

it('a hunt refuses a folder to which another hunt is writing its results', async () => {
  const path = input('a.ndjson', consent)
  mkdirSync(out())
  const temporary = bench.path(`out/.documents.ndjson.${process.ppid}.partial`)
  writeFileSync(temporary, 'of the other hunt')
  expect(await run(path)).toBe(2)
  const busy = `process ${process.ppid} is writing ${bench.path('out/documents.ndjson')}: choose another folder`
  expect(bench.err).toContain(busy)
  expect(readdirSync(out())).toEqual([basename(temporary)])
  rmSync(temporary)
  expect(await run(path)).toBe(0)
})

it('a hunt does not read reports of earlier hunts, in a folder without their list or in an archive', async () => {
  input('a.json', consent)
  const logs = bench.path('in')
  const written = ['rep.html', 'rep.md'].flatMap((name) => ['--report', join(logs, name)])
  expect(await bench.run('hunt', logs, '--out', bench.path('others'), ...written)).toBe(0)
  expect(await run(logs)).toBe(0)
  expect(bench.out).toMatch(/left out {6}files of Consentry: .*\/rep\.html and 1 more/)
  const members = readdirSync(logs).map((name) => ({ name, content: readFileSync(join(logs, name)) }))
  const zip = input('../logs.zip', zipOf(members))
  expect(await run(zip)).toBe(0)
  expect(bench.out).toMatch(/left out {6}files of Consentry: .*logs\.zip\/rep\.html and 1 more/)
})

it('a hunt does not read a report that another program saved again, or that read nothing', async () => {
  const logs = bench.path('logs')
  mkdirSync(logs)
  const empty = ['rep.html', 'rep.md'].map((name) => join(logs, name))
  const picture = input('a.png', '\x89PNG')
  expect(await run(picture, ...empty.flatMap((path) => ['--report', path]))).toBe(3)
  const full = bench.path('full.md')
  expect(await run(input('a.json', consent), '--report', full)).toBe(0)
  for (const [i, path] of [...empty, full].entries()) {
    const text = readFileSync(path, 'utf8').replaceAll('\n', '\r\n')
    writeFileSync(join(logs, `windows${i}`), text)
    writeFileSync(join(logs, `utf16-${i}`), Buffer.from(`\uFEFF${text}`, 'utf16le'))
  }
  writeFileSync(join(logs, 'a.json'), consent)
  expect(await run(logs)).toBe(0)
  expect(bench.out).toMatch(/left out {6}files of Consentry: .* and 7 more/)
})

it('a hunt does not read the results of earlier hunts in its inputs, and names them', async () => {
  const folder = bench.path('in')
  input('a.ndjson', consent)
  const hunt = async (...args: string[]) => {
    expect(await bench.run('hunt', folder, ...args)).toBe(0)
    return readFileSync(join(args[1] as string, 'documents.ndjson'), 'utf8')
  }
  const first = await hunt('--out', join(folder, 'out'), '--report', join(folder, 'out', 'case.html'))
  for (const name of ['out', 'other']) {
    const leftover = join(folder, 'out', '.apps.json.999999999.partial')
    writeFileSync(leftover, '')
    expect(await hunt('--out', join(folder, name))).toBe(first)
    expect(bench.out).toMatch(/left out {6}files of Consentry: .*\/alerts\.ndjson and [78] more/)
    expect(existsSync(leftover)).toBe(name === 'other')
  }
  for (const command of [['coverage'], ['normalize'], ['apps', 'list'], ['explain']]) {
    expect(await bench.run(...command, folder), command[0]).toBe(0)
    expect(bench.err, command[0]).toMatch(/left out {6}files of Consentry: /)
  }
  rmSync(join(folder, 'a.ndjson'))
  expect(await run(folder)).toBe(3)
  expect(bench.out).toContain('contains only the results of earlier hunts')
})

it('a hunt does not report the environment file and the review state next to an export as unread input', async () => {
  const folder = bench.path('in')
  input('a.ndjson', consent)
  writeFileSync(join(folder, 'environment.yaml'), 'version: 1\nnames:\n  - Northpier\n')
  const state = join(folder, 'review.json')
  const review = (...more: string[]) =>
    bench.run('apps', 'review', '--state', state, '--environment', join(folder, 'environment.yaml'), folder, ...more)
  expect(await review('--done')).toBe(0)
  expect(await review()).toBe(0)
  expect(await run(folder)).toBe(0)
  expect(bench.out).toMatch(/left out {6}files of Consentry: .*\/environment\.yaml and 1 more/)
  expect(bench.out).not.toContain('Not all of the input was read')
})

it.each([
  [[100, 37], true],
  [[50, 50], false],
])(
  'a member of an archive with the maximum number of records of an export may be truncated: %j',
  async (sizes, isRound) => {
    const members = sizes.map((size, i) => ({ name: `${i}.ndjson`, content: `${consent}\n`.repeat(size) }))
    expect(await run(input('logs.zip', zipOf(members)))).toBe(0)
    const report = result('report.html')
    expect(report.includes('Files with the maximum number of records of an export')).toBe(isRound)
    expect(report.includes('logs.zip/0.ndjson: 100 records')).toBe(isRound)
  },
)

it('a list of results hides no files that a hunt does not write', async () => {
  const path = input('a.ndjson', consent)
  const files = ['a.ndjson', '../in/a.ndjson', path]
  input('lists/.consentry-hunt.json', JSON.stringify({ command: '', inputs: [], files: ['../a.ndjson', ...files] }))
  input('.consentry-hunt.json', JSON.stringify({ command: '', inputs: [], files }))
  expect(await run(bench.path('in'))).toBe(0)
  expect(bench.out).not.toContain('left out')
})

it('an interrupted hunt keeps the results of an earlier hunt, and leaves no other file', async () => {
  const path = input('a.ndjson', consent)
  const report = bench.path('case.html')
  expect(await run(path, '--report', report)).toBe(0)
  const names = readdirSync(out()).sort()
  const before = names.map(result)
  const page = readFileSync(report, 'utf8')
  input(
    'a.ndjson',
    `${consent}\n`.repeat(5_000).replaceAll('tomas', () => `t${Math.random()}`),
  )
  const listeners = process.listenerCount('SIGINT')
  const ended = run(path, '--report', report)
  while (process.listenerCount('SIGINT') === listeners) await new Promise(setImmediate)
  process.emit('SIGINT')
  expect(await ended).toBe(130)
  expect(bench.err).toContain(`interrupted: the earlier results in ${out()} are unchanged`)
  expect(names.map(result)).toEqual(before)
  expect(readFileSync(report, 'utf8')).toBe(page)
  expect(readdirSync(out()).sort()).toEqual(names)
  expect(process.listenerCount('SIGINT')).toBe(listeners)
})

it('a hunt keeps the results of an earlier hunt if one of its new results cannot be written', async () => {
  const path = input('a.ndjson', consent)
  expect(await run(path)).toBe(0)
  const before = result('alerts.ndjson')
  mkdirSync(bench.path('case.md'))
  expect(await run(path, '--report', bench.path('case.md'))).toBe(2)
  expect(bench.err).toContain('it is a folder')
  expect(result('alerts.ndjson')).toBe(before)
  expect(readdirSync(out()).filter((name) => name.endsWith('.partial'))).toEqual([])
})

it('a hunt without alerts states the disabled rules and the missing logs, on the terminal and on the first page', async () => {
  const environment = bench.environment('version: 1\nrules: { disabled: [microsoft-clients] }\n')
  const input = bench.input('audit.ndjson', consent.replace('Consent to application', 'Update application'))
  await bench.run('hunt', input, '--environment', environment, '--out', bench.path('o'))
  expect(bench.out).toContain('alerts        0')
  for (const text of [bench.out, bench.read('o/report.html')]) {
    expect(text).toMatch(/The acts that \d+ rules would report: .*environment\.yaml disables them/)
    expect(text).toContain('How access was obtained: there are no sign-in records.')
    expect(text).toContain('there is no Microsoft Graph activity log.')
  }
})

it.each([
  [['own'], 'the hunt assigned it to 5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901, the only Microsoft tenant'],
  [['own', 'other'], 'the hunt evaluated it apart from all of these tenants'],
  [[], undefined],
])('a hunt states the fate of records without a tenant next to records with one: %s', async (samples, fate) => {
  const of = (tenant?: string) => JSON.stringify({ ...JSON.parse(consent), Id: tenant, OrganizationId: tenant })
  const own = JSON.parse(consent).OrganizationId as string
  const paths = samples.map((name) => bench.input(`${name}.json`, of(name === 'own' ? own : own.replace(/^./, '0'))))
  const without = bench.input('graph.json', of())
  await bench.run('hunt', ...paths, without, '--out', bench.path('o'))
  const line = /Which tenant 1 record in .*graph\.json belongs to: it names no tenant; .*/
  if (fate === undefined) expect(bench.out).not.toMatch(line)
  else expect(line.exec(bench.out)?.[0]).toContain(fate)
})
