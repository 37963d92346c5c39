import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it, vi } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { exitCodeOf } from '../../../pipeline/cli/exit.ts'
import { writeOutFile } from '../../../pipeline/cli/output.ts'
import { commandBench } from '../../support/command-bench.ts'
import { parseLines } from '../../support/ndjson.ts'
import { zipOf } from '../../support/zip.ts'

const bench = commandBench('m365/tenant-wide-consent')

const consent = join(packageRoot, 'mappings/vendors/m365/samples/audit/consent-tenant-wide.raw.json')
const graphCall = join(packageRoot, 'mappings/vendors/entra/samples/graphactivitylogs/graph-app-grants-role.raw.json')

const lines = (name: string) => bench.lines(name)

it('consentry hunt writes documents, alerts and dead letters, and ends with 3 if a record is unusable', async () => {
  const input = bench.path('input.ndjson')
  const record = JSON.stringify(JSON.parse(readFileSync(consent, 'utf8')))
  writeFileSync(input, `${record}\n{broken\n${record}\n`)
  expect(await bench.run('hunt', input, '--out', bench.folder)).toBe(3)
  expect(bench.out).toMatch(/^Not all of the input was read: 1 of 3 records could not be used, in 1 of 1 input\.\n/)
  expect(lines('documents.ndjson')).toHaveLength(1)
  expect(lines('dead-letters.ndjson')).toMatchObject([{ code: 'not_json', source: input, offset: '1', raw: '{broken' }])
  const events = [{ dataset: 'o365.audit', id: JSON.parse(record).Id, source: input, offset: '0' }]
  expect(lines('alerts.ndjson')).toMatchObject([{ severity: 'medium', settled: true, events }])
  expect(bench.out).toMatch(/^alerts +1: medium 1$/m)
  expect(bench.out).toContain('duplicates    1')
})

it('the build makes the command executable, because npx sets the permission only once', () => {
  expect(statSync(join(packageRoot, 'dist/pipeline/main.js')).mode & 0o111).toBe(0o111)
})

it('consentry hunt prints one summary object with --json', async () => {
  await bench.run('hunt', consent, '--out', bench.folder, '--json')
  expect(JSON.parse(bench.out)).toMatchObject({
    records: 1,
    documents: { 'o365.audit': 1 },
    deadLetters: {},
    alerts: { total: 1, unsettled: 0, bySeverity: { medium: 1 } },
    applications: [{ severity: 'medium', alerts: 1, activeGrants: 1, keys: { shown: [], more: 0 } }],
    omitted: { applications: 0, notKnown: 0 },
    dataTaken: [],
  })
})

it('consentry hunt ends with 1 if an alert reaches --fail-on, else with 0', async () => {
  for (const [severity, code] of Object.entries({ medium: 1, high: 0 })) {
    expect(await bench.run('hunt', consent, '--out', bench.folder, '--quiet', '--fail-on', severity)).toBe(code)
    expect(bench.out).toBe('')
  }
})

it('a hunt writes and prints the applications only with --apps', async () => {
  await bench.run('hunt', consent, '--out', bench.folder)
  expect(existsSync(bench.path('apps.json'))).toBe(false)
  expect(await bench.run('hunt', consent, '--out', bench.folder, '--apps')).toBe(0)
  const { apps } = JSON.parse(bench.read('apps.json'))
  expect(apps).toMatchObject([{ vendor: 'microsoft', tier: expect.any(String) }])
  expect(bench.out).toContain(apps[0].id)
})

it('a hunt writes its report next to the other results, with the input file and its hash', async () => {
  await bench.run('hunt', consent, '--out', bench.folder)
  const hash = createHash('sha256').update(readFileSync(consent)).digest('hex')
  expect(bench.read('report.html')).toContain(hash)
  expect(bench.read('report.html')).toContain('consent-tenant-wide.raw.json')
  expect(bench.out).toContain(`report        ${bench.path('report.html')}`)
})

it('a hunt writes its report to the path of --report, as HTML or Markdown by file extension', async () => {
  const [page, text] = [bench.path('case.html'), bench.path('case.md')]
  await bench.run('hunt', consent, '--out', bench.folder, '--report', page, '--report', text)
  expect(bench.read('case.html')).toMatch(/^<!doctype html>/)
  expect(bench.read('case.md')).toMatch(/^# Hunt for OAuth application abuse\n/)
  expect(existsSync(bench.path('report.html'))).toBe(false)
  expect(await bench.run('hunt', consent, '--out', bench.folder, '--report', 'case.docx')).toBe(2)
  expect(bench.err).toContain('use .html or .md')
  expect(await bench.run('hunt', consent, '--out', bench.folder, '--report', page, '--report', page)).toBe(2)
  expect(bench.err).toContain('case.html is repeated')
})

it('a hunt refuses two paths to one file before it changes the results of the last run', async () => {
  const out = bench.path('o')
  await bench.run('hunt', consent, '--out', out)
  const before = bench.read('o/.consentry-hunt.json')
  const hunt = (...more: string[]) => bench.run('hunt', consent, '--out', out, ...more)
  symlinkSync(out, bench.path('link'))
  expect(await hunt('--report', `${out}/r.html`, '--report', `${bench.folder}/./o/r.html`)).toBe(2)
  expect(bench.err).toContain('r.html is repeated')
  expect(await hunt('--report', `${out}/r.html`, '--report', bench.path('link/r.html'))).toBe(2)
  expect(bench.err).toContain('are the same file; give each result its own file')
  expect(await hunt('--redact', '--redact-key', bench.path('link/evidence.csv'))).toBe(2)
  expect(bench.err).toContain('evidence.csv is both the key file and a result of this run')
  expect(bench.read('o/.consentry-hunt.json')).toBe(before)
  expect(readdirSync(out).filter((name) => name.endsWith('.partial') || name === 'r.html')).toEqual([])
})

it('a hunt refuses a number of ZIP members that is not whole', async () => {
  expect(await bench.run('hunt', consent, '--out', bench.folder, '--max-members', '1.5')).toBe(2)
})

it.each(['hunt', 'normalize', 'coverage', 'explain', 'apps list', 'apps show x', 'apps contain x', 'apps delegations'])(
  'consentry %s has a limit for the members of a ZIP archive, and states that an archive over the limit was not read',
  async (command) => {
    const record = readFileSync(consent)
    const archive = bench.path('two.zip')
    const names = ['a.json', 'b.json']
    writeFileSync(archive, zipOf(names.map((name) => ({ name, content: record }))))
    const limited = [...command.split(' '), archive, '--max-members', '1']
    expect(await bench.run(...limited, ...(command === 'hunt' ? ['--out', bench.path('limited')] : []))).toBe(3)
    expect(`${bench.out}${bench.err}`).toContain('has 2 members, more than 1; unpack it, or raise --max-members\n')
    expect(`${bench.out}${bench.err}`).not.toContain('contains no records')
  },
)

it('a hunt keeps the results of the last run if its only input is missing', async () => {
  await bench.run('hunt', consent, '--out', bench.folder)
  expect(await bench.run('hunt', bench.path('missing\u001b[2J.csv'), '--out', bench.folder)).toBe(3)
  expect(bench.err).toContain('missing⟨U+001B⟩[2J.csv: the file does not exist')
  expect(lines('alerts.ndjson')).toHaveLength(1)
})

it('a hunt ends with 2 before it reads an input that it would overwrite', async () => {
  await bench.run('hunt', consent, '--out', bench.folder)
  expect(await bench.run('hunt', bench.path('alerts.ndjson'), '--out', bench.folder)).toBe(2)
  expect(bench.err).toContain('alerts.ndjson is both an input and a result of this run')
  expect(lines('alerts.ndjson')).toHaveLength(1)
})

it.each([
  ['an input', () => undefined, 'input.md'],
  ['a symbolic link to an input', symlinkSync, 'timeline.csv'],
  ['a hard link to an input', linkSync, 'report.html'],
])('a hunt ends with 2 and does not overwrite an input if one of its results is %s', async (_name, link, name) => {
  const input = bench.path('input.md')
  writeFileSync(input, readFileSync(consent))
  link(input, bench.path(name))
  const report = bench.path(name === 'input.md' ? name : 'report.html')
  expect(await bench.run('hunt', input, '--out', bench.folder, '--report', report)).toBe(2)
  expect(bench.err).toContain('input.md is both an input and a result of this run')
  expect(readFileSync(input, 'utf8')).toBe(readFileSync(consent, 'utf8'))
})

it('a misspelled command in a group with a default command exits with code 2 and a hint', async () => {
  expect(await bench.run('apps', 'shw', consent)).toBe(2)
  expect(bench.err).toContain('apps shw: no such command or file; did you mean "show"?')
})

it('a hunt replaces only files that an earlier hunt wrote', async () => {
  const own = bench.path('own.md')
  const hunt = (input: string, ...args: string[]) => bench.run('hunt', input, '--out', bench.folder, ...args)
  for (const [name, command] of [
    ['timeline.csv', () => hunt(consent)],
    ['redacted/evidence.csv', () => hunt(consent, '--redact')],
    ['records.ndjson', () => bench.run('demo', '--out', bench.folder)],
  ] as const) {
    mkdirSync(bench.path('redacted'), { recursive: true })
    writeFileSync(bench.path(name), 'mine')
    expect(await command(), name).toBe(2)
    expect(bench.err, name).toMatch(/ exists, and no earlier (hunt|demo) .*wrote it; choose another folder with --out/)
    expect(bench.read(name)).toBe('mine')
    rmSync(bench.path(name))
  }
  writeFileSync(own, 'mine')
  expect(await hunt(consent, '--report', own)).toBe(2)
  expect(bench.err).toMatch(
    /own\.md exists, and no earlier hunt in .* wrote it; choose another file with --report, or move/,
  )
  rmSync(own)
  writeFileSync(bench.path('apps.json'), 'mine')
  expect(await hunt(consent, '--report', own)).toBe(0)
  expect(await hunt(consent, '--report', own, '--ip', '192.0.2.1')).toBe(0)
  expect(bench.err).toMatch(/contained the results of an earlier hunt, which this hunt replaced: consentry hunt .*\n?$/)
  expect(bench.read('apps.json')).toBe('mine')
  expect(await hunt(consent, '--report', own, '--account', 'nobody')).toBe(2)
  expect(bench.err).not.toContain('replaced')
  expect(bench.err).toContain('; use a part of the address')
})

it('an environment variable with a misspelled name has no effect, and the command names the intended variable', async () => {
  vi.stubEnv('KAFKA_BROKER', 'broker:9092')
  vi.stubEnv('KAFKA_OPTS', '-Xmx1g')
  vi.stubEnv('ES_APIKEY', 'secret')
  expect(await bench.run('setup', '--config', bench.path('absent.yaml'))).toBe(2)
  expect(bench.err).toContain('KAFKA_BROKER: has no effect: no setting has this name\n    did you mean KAFKA_BROKERS?')
  expect(bench.err).toContain('did you mean ES_API_KEY?')
  expect(bench.err).not.toMatch(/KAFKA_OPTS|secret/)
  vi.stubEnv('KIBANA_APIKEY', 'secret')
  expect(await bench.run('rules', 'diff')).toBe(2)
  expect(bench.err).toContain('did you mean KIBANA_API_KEY?')
})

it.skipIf(process.platform !== 'linux')('a full disk ends with 4', async () => {
  const error = await writeOutFile('/dev/full', 'x').catch((thrown) => thrown)
  expect(error.message).toMatch(/^cannot write \/dev\/full \(.*no space.*\); free space or choose another place$/)
  expect(exitCodeOf(error)).toBe(4)
})

it('a command that writes a file replaces a link, and does not change the target of the link', async () => {
  const other = bench.path('other')
  writeFileSync(other, 'mine')
  for (const [link, name, ...command] of [
    [symlinkSync, 'rules.ndjson', 'rules', 'build', '--out', bench.folder],
    [linkSync, 'dashboards.ndjson', 'dashboards', 'build', '--out', bench.folder],
    [symlinkSync, 'layer.json', 'rules', 'coverage', '--navigator', bench.path('layer.json')],
  ] as const) {
    link(other, bench.path(name))
    expect(await bench.run(...command), name).toBeLessThan(2)
    expect(bench.read(name), name).not.toBe('mine')
    expect(bench.read('other'), name).toBe('mine')
  }
})

it('a command with an --out path that it cannot write ends with 2 and a message', async () => {
  const file = bench.path('file')
  writeFileSync(file, '')
  const out = join(file, 'below')
  for (const command of [['hunt', consent], ['demo'], ['rules', 'build'], ['dashboards', 'build']]) {
    expect(await bench.run(...command, '--out', out)).toBe(2)
    expect(bench.err).toMatch(/^consentry: cannot write .*file.* \(.*\); choose another place\n$/)
  }
})

it('consentry normalize --per-record prints one array per record, and an empty array for a dead letter', async () => {
  const input = bench.path('input.ndjson')
  writeFileSync(input, `{"neither": "vendor"}\n${JSON.stringify(JSON.parse(readFileSync(consent, 'utf8')))}\n`)
  expect(await bench.run('normalize', '--per-record', input)).toBe(3)
  const [first, second] = parseLines(bench.out)
  expect(first).toEqual([])
  expect(second).toMatchObject([{ oauth: { action: 'consent' } }])
  expect(bench.err).toContain('format_unknown 1')
})

it('normalize reports its dead letters even if a later input fails', async () => {
  const bad = bench.path('bad.json')
  writeFileSync(bad, '{broken\n')
  const damaged = bench.path('damaged.gz')
  writeFileSync(damaged, Buffer.concat([gzipSync('{}').subarray(0, 10), Buffer.alloc(20, 0xff)]))
  expect(await bench.run('normalize', bad, damaged)).toBe(3)
  expect(bench.err).toContain('dead letters: not_json 1')
})

it('the command line ends with 2 for an unknown command or option', async () => {
  expect(await bench.run('hnt')).toBe(2)
  expect(await bench.run('hunt')).toBe(2)
  expect(await bench.run('hunt', consent, '--fail-on', 'grave')).toBe(2)
})

it('the message about too many arguments states the number that the command accepts', async () => {
  expect(await bench.run('new', 'rule', 'a', 'b')).toBe(2)
  expect(bench.err).toContain("too many arguments for 'new': it takes 2, not 3; omit the others")
})

it('a repeated single-value option exits with 2, and a repeatable option accepts several values', async () => {
  expect(await bench.run('hunt', consent, '--out', bench.folder, '--find', 'a', '--find', 'b')).toBe(2)
  expect(bench.err).toContain('--find is not repeatable; specify it once')
  const addresses = ['--ip', '203.0.113.8', '--ip', '198.51.100.1']
  expect(await bench.run('hunt', consent, '--out', bench.folder, ...addresses)).toBe(0)
  expect(bench.out).toContain('address 203.0.113.8 or 198.51.100.1')
  const reports = ['a.html', 'b.md'].flatMap((name) => ['--report', bench.path(name)])
  expect(await bench.run('hunt', consent, '--out', bench.folder, ...reports)).toBe(0)
})

it('the command line ends with 2 for an environment file with an error, and names its position', async () => {
  const file = bench.environment('version: 1\ntenant: []\n')
  expect(await bench.run('hunt', consent, '--out', bench.folder, '--environment', file)).toBe(2)
  expect(bench.err).toContain(`${file}:2`)
})

it('the command line refuses an unknown rule ID in the environment', async () => {
  const file = bench.environment('version: 1\nrules:\n  disabled: [68af58a0-98fb-4169-849d-1e6c0dfdceb4]\n')
  expect(await bench.run('hunt', consent, '--out', bench.folder, '--quiet', '--environment', file)).toBe(2)
  expect(bench.err).toContain(
    `${file}:3:14: error E004: rules.disabled[0]: there is no rule 68af58a0-98fb-4169-849d-1e6c0dfdceb4`,
  )
  writeFileSync(file, 'version: 1\nrules:\n  disabled: [microsoft-client]\n')
  expect(await bench.run('rules', 'list', '--environment', file)).toBe(2)
  expect(bench.err).toContain('did you mean "microsoft-clients"?')
})

it('a hunt applies the numbers, severities and disabled rules of the environment', async () => {
  const id = '96a62c3c-8c1b-4f0b-8ddd-9966783f1ddd'
  const alerts = async (rules: string) => {
    const file = bench.environment(`version: 1\nrules:\n  ${rules}\n`)
    expect(await bench.run('hunt', consent, '--out', bench.folder, '--json', '--environment', file)).toBe(0)
    return JSON.parse(bench.out).alerts.byRule.filter((rule: { id: string }) => rule.id === id)
  }
  expect(await alerts('disabled: []')).toMatchObject([{ severity: 'medium' }])
  expect(await alerts(`severities: { ${id}: low }`)).toMatchObject([{ severity: 'low' }])
  expect(await alerts(`disabled: [${id}]`)).toEqual([])
})

it('a hunt lists the rules without records, with a hint, but not the rules with records in the input', async () => {
  vi.stubEnv('CONSENTRY_ENVIRONMENT', '')
  expect(await bench.run('hunt', consent, '--out', bench.folder)).toBe(0)
  expect(bench.out).toMatch(/^blind spots {3}\d+ rules have no records that they can match \(--verbose lists them\)$/m)
  expect(bench.out).not.toContain('MicrosoftGraphActivityLogs')
  expect(await bench.run('hunt', consent, '--out', bench.folder, '--verbose')).toBe(0)
  expect(bench.out).toContain('→ export MicrosoftGraphActivityLogs')
  expect(await bench.run('hunt', graphCall, '--out', bench.path('graph'), '--verbose')).toBe(0)
  expect(bench.out).not.toContain('MicrosoftGraphActivityLogs')
  const file = bench.environment('version: 1\navailable: ["log:azure.graphactivitylogs"]\n')
  expect(await bench.run('rules', 'build', '--out', bench.folder, '--environment', file)).toBe(0)
  expect(bench.err).toContain(' log:mailbox-send (')
  expect(bench.err).not.toContain(' log:azure.graphactivitylogs (')
})

const approve = (path?: string, expires = '2099-01-01', ...options: string[]) =>
  bench.run(
    ...['apps', 'approve', 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', '--tier', 'High', '--reason', 'r', '--owner', 'o'],
    ...['--expires', expires, ...(path === undefined ? [] : ['--environment', path]), ...options],
  )

it('apps approve renews an approval for the activities that it covered', async () => {
  const file = bench.path('renewed.yaml')
  expect(await approve(file, undefined, '--uses', 'entry')).toBe(0)
  expect(await approve(file)).toBe(0)
  expect(readFileSync(file, 'utf8')).toMatch(/uses:\s+(- entry\s|\[ entry \])/)
  expect(bench.printed).toContain('for entry, up to tier high')
})

it('apps approve accepts a unique name of an application in the records, and writes its ID', async () => {
  const file = bench.path('named.yaml')
  const given = ['--tier', 'high', '--reason', 'r', '--owner', 'o', '--expires', '2099-01-01', '--environment', file]
  expect(await bench.run('apps', 'approve', 'Harbour CRM', consent, ...given)).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('id: 91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89\n')
  expect(await bench.run('apps', 'approve', 'Nobody', consent, ...given)).toBe(2)
  expect(bench.err).toContain('no record names this application')
})

it('apps approve takes no ID by name from input that was not read completely', async () => {
  const given = ['--tier', 'High', '--reason', 'r', '--owner', 'o', '--expires', '2999-01-01']
  const file = bench.path('new.yaml')
  const damaged = bench.input('damaged.json', '{"a":')
  const paths = [consent, damaged, '--environment', file]
  expect(await bench.run('apps', 'approve', 'Harbour CRM', ...paths, ...given)).toBe(3)
  expect(bench.err).toContain(`${damaged}: `)
  expect(bench.err).toContain('Harbour CRM was not approved')
  expect(existsSync(file)).toBe(false)
  expect(await bench.run('apps', 'approve', 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', ...paths, ...given)).toBe(0)
})

it('rules list shows the rules of one log, and rejects an unknown log', async () => {
  expect(await bench.run('rules', 'list', '--dataset', 'azure.signinlogs', '--json')).toBe(0)
  const { rules: listed } = JSON.parse(bench.out) as { rules: { datasets: string[] }[] }
  expect(listed.length).toBeGreaterThan(3)
  expect(listed.every(({ datasets }) => datasets.includes('azure.signinlogs'))).toBe(true)
  expect(await bench.run('rules', 'list', '--dataset', 'azure.signinlog')).toBe(2)
  expect(bench.err).toContain('did you mean "azure.signinlogs"?')
})

it('coverage groups the rules without input by log, and lists no clauses of other rules', async () => {
  await bench.run('coverage', consent)
  expect(bench.out).toMatch(/RULES WITHOUT INPUT: no record of their logs\n {2}\S+[^\n]*\n {4}\S/)
  expect(bench.out).toMatch(/other rules had records, but none that matches one of their clauses/)
  expect(bench.out).not.toContain('consentry.findings')
})

it('apps approve writes no file if the setting contains an environment file instead of its path', async () => {
  vi.stubEnv('CONSENTRY_ENVIRONMENT', 'version: 1\ntenants: correct-horse')
  expect(await approve(undefined)).toBe(2)
  expect(bench.err).toContain('CONSENTRY_ENVIRONMENT: the value must be a path')
  expect(bench.err).not.toContain('correct-horse')
})

it('apps approve names a day that does not exist', async () => {
  expect(await approve(bench.path('day.yaml'), '2020-02-30')).toBe(2)
  expect(bench.err).toContain('--expires 2020-02-30 is not a date; use a date such as 2027-03-31')
})

it('doctor refuses an environment file that does not exist', async () => {
  expect(await bench.run('doctor', '--environment', bench.path('none.yaml'))).toBe(2)
})

it('apps approve does not change an invalid environment file, and reports the error', async () => {
  const file = bench.path('invalid.yaml')
  const text = 'version: 1\napprovedApps: {a: 1}\n'
  writeFileSync(file, text)
  expect(await approve(file)).toBe(2)
  expect(bench.err).toContain('approvedApps')
  expect(readFileSync(file, 'utf8')).toBe(text)
  expect(await approve(bench.folder)).toBe(2)
  expect(bench.err).toContain('is a folder, not a file')
})

it('a folder in place of the state file of a review is a usage error that names it', async () => {
  expect(await bench.run('apps', 'review', consent, '--state', bench.folder)).toBe(2)
  expect(bench.err).toContain(`cannot read the review state ${bench.folder} (EISDIR`)
})

it.each(['reprocess', 'dead-letters list'])('%s refuses a period that ends before it begins', async (command) => {
  expect(await bench.run(...command.split(' '), '--since', '1d', '--until', '2d')).toBe(2)
  expect(bench.err).toContain('--since 1d is not before --until 2d')
})
