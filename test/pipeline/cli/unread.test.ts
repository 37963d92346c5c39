import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sampleText } from '../../../pipeline/content-check/proof.ts'
import { csvFormats } from '../../../pipeline/decode/csv-formats.ts'
import { Readability } from '../../../pipeline/decode/readability.ts'
import { commandBench } from '../../support/command-bench.ts'
import { product } from '../../support/product.ts'

const bench = commandBench('m365/tenant-wide-consent')

const consent = JSON.stringify(JSON.parse(sampleText(product.evidence, 'm365/consent-tenant-wide')))
const eventId = JSON.parse(consent).Id as string

const state = () => bench.path('review.json')

type CommandLine = (path: string) => string[]
const commands: Readonly<Record<string, CommandLine>> = {
  normalize: (path) => ['normalize', path],
  coverage: (path) => ['coverage', path],
  'coverage --json': (path) => ['coverage', '--json', path],
  apps: (path) => ['apps', path],
  'apps --format csv': (path) => ['apps', '--format', 'csv', path],
  'apps review': (path) => ['apps', 'review', '--state', state(), path],
  'apps show': (path) => ['apps', 'show', 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', path],
  'apps delegations': (path) => ['apps', 'delegations', path],
  'apps contain': (path) => ['apps', 'contain', 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', path],
  'explain --id': (path) => ['explain', '--id', 'none', path],
}

const portal = (result: string | undefined) =>
  [
    ['Date (UTC)', 'Activity', 'ActorType', 'CorrelationId', 'Target1ObjectId', 'Result'],
    ['2026-03-11T09:14:27Z', 'Add application', 'User', 'c', 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13', result ?? ''],
  ]
    .map((cells) => cells.slice(0, result === undefined ? -1 : undefined).join(','))
    .join('\n')

it.each([
  [
    'opération réussie',
    '1 of 1 records of azure.auditlogs is not readable ("opération réussie")',
    'language of the portal',
  ],
  [undefined, '1 of 1 records of azure.auditlogs have no result', 'again with all columns'],
])('each command that reads logs exits with code 3 if no result is readable: %s', async (result, reason, todo) => {
  const path = bench.input('portal.csv', portal(result))
  for (const command of ['normalize', 'coverage', 'apps', 'hunt']) {
    const out = command === 'hunt' ? ['--out', bench.path('o')] : []
    expect([command, await bench.run(command, path, ...out)]).toEqual([command, 3])
    expect(bench.err + bench.out).toContain(reason)
    expect(bench.err + bench.out).toContain(todo)
  }
  expect(await bench.run('normalize', bench.input('portal.csv', portal('success')))).toBe(0)
})

it('a command that reads logs gives no general advice for a foreign format, whose message contains the advice', async () => {
  expect(await bench.run('coverage', bench.input('export.csv', 'BZh91AY&SY'))).toBe(3)
  expect(bench.err).toContain('compressed with bzip2: unpack it first')
  expect(bench.err).not.toContain('again')
  bench.input('damaged.json', '{"a":')
  expect(await bench.run('coverage', bench.path('in'))).toBe(3)
  expect(bench.err).toContain('Download truncated or damaged files again.')
})

const record = JSON.parse(consent) as Record<string, unknown>
const lines = [1, 2, 3].map((id) => JSON.stringify({ ...record, Id: `${id}` }))
const row = `1,2026-03-11T09:14:27Z,8,"${consent.replaceAll('"', '""')}"`
const oneCell = (text: string) => `"${text.replaceAll('"', '""')}"`
const utf32 = (text: string) =>
  Buffer.concat(
    [0xfeff, ...Array.from(text, (each) => each.codePointAt(0) ?? 0)].map((code) => {
      const unit = Buffer.alloc(4)
      unit.writeUInt32LE(code)
      return unit
    }),
  )

it.each([
  [
    'a table with the whole row in one cell',
    `\uFEFF${['RecordId,CreationDate,RecordType,AuditData', row].map(oneCell).join('\r\n')}`,
    'each line is one cell that contains the whole row',
  ],
  [
    'lines with a time before the JSON',
    lines.map((line) => `2026-03-11T09:14:27Z INFO ${line}\n`).join(''),
    'the lines have text before the JSON',
  ],
  [
    'lines with a file name of grep',
    lines.map((line, i) => `export.json:${i}:${line}\n`).join(''),
    'the lines have text before the JSON',
  ],
  [
    'objects with a comma after the last member',
    lines.map((line) => `${line.slice(0, -1)},}\n`).join(''),
    /a comma before } at position \d+: remove the comma/,
  ],
  ['UTF-32', utf32(`[\n${consent}\n]`), 'UTF-32 text: save the file as UTF-8'],
] as const)(
  'a command that reads logs states what is wrong with a complete file, and asks for no new download: %s',
  async (_name, content, message) => {
    expect(await bench.run('coverage', bench.input('export', content))).toBe(3)
    expect(bench.err).toMatch(message)
    expect(bench.err).not.toContain('Download')
    expect(bench.err).not.toContain('UTF-16')
  },
)

it('a command that reads logs reports that a record has another name for its time', async () => {
  const { CreationTime, ...others } = record
  expect(
    await bench.run('coverage', bench.input('export', JSON.stringify({ ...others, CreationDate: CreationTime }))),
  ).toBe(3)
  expect(bench.err).toContain('the record has CreationDate instead of CreationTime')
  expect(bench.err).not.toContain('AuditData')
})

describe.each(Object.entries(commands))('%s', (_name, command) => {
  it('a command that reads logs reports that it read nothing', async () => {
    expect(await bench.run(...command(bench.input('export', '{"foo":1}\n')))).toBe(3)
    expect(bench.err).toContain('Nothing was read: ')
  })

  it('a command that reads logs reports the unread part of its input', async () => {
    bench.input('a.ndjson', `${consent}\n{"foo":1}\n`)
    bench.input('b.json.gz', gzipSync(consent).subarray(0, 40))
    expect(await bench.run(...command(bench.path('in')))).toBe(3)
    expect(bench.err).toContain('Not all of the input was read: ')
    expect(bench.err).toContain('b.json.gz')
  })
})

it.each([
  ['Entra', 'Date (UTC),Service,Category,Activity,Result\n2026-03-01,a,b,c,d\n', 'Date (UTC), Service, Category'],
  ['Entra in German', 'Datum (UTC);Dienst;Kategorie;Aktivität\n1;a;b;c\n', 'Datum (UTC), Dienst, Kategorie, Aktivität'],
  ['Google', 'Dato,Begivenhed,Beskrivelse,Aktør\n1,a,b,c\n', 'Dato, Begivenhed, Beskrivelse, Aktør'],
  ['BigQuery', 'tid,type,navn\n1,token,authorize\n', 'tid, type, navn'],
])('a command that reads logs lists the found and expected columns: %s', async (name, content, columns) => {
  expect(await bench.run('normalize', bench.input('export.csv', content))).toBe(3)
  expect(bench.err).toContain(`no known format has the columns ${columns}`)
  if (name === 'Entra') expect(bench.err).toContain('has Date (UTC), Activity, lacks ActorType')
  for (const { columns: expected } of csvFormats) expect(bench.err).toContain(expected.join(', '))
})

it('a command that reads logs reports nothing if it read the whole input', async () => {
  const path = bench.input('a.ndjson', consent)
  for (const args of [
    ['normalize', path],
    ['coverage', path],
    ['apps', path],
    ['apps', 'review', '--state', state(), path],
    ['explain', path],
    ['explain', '--history', path],
    ['explain', '--id', eventId, path],
  ]) {
    expect(await bench.run(...args)).toBe(0)
    expect(bench.err).not.toContain('was read')
  }
})

it('explain reports a record without a document, and an input without records', async () => {
  const path = bench.input('a.ndjson', `{"foo":1}\n${consent}\n`)
  expect(await bench.run('explain', '--record', '0', path)).toBe(3)
  expect(bench.err).toContain('Nothing was read: none of 1 record could be used')
  expect(await bench.run('explain', '--record', '1', path)).toBe(0)
  expect(await bench.run('explain', bench.input('empty', ''))).toBe(3)
})

it('explain reports the missing parts of a history', async () => {
  const path = bench.input('a.ndjson', `{"foo":1}\n${consent}\n`)
  expect(await bench.run('explain', '--record', '1', '--history', path)).toBe(3)
  expect(bench.err).toContain('Not all of the input was read: 1 of 2 records')
})

it('explain finds a record next to an unreadable input', async () => {
  bench.input('a.gz', Buffer.concat([gzipSync('{}').subarray(0, 10), Buffer.alloc(20, 255)]))
  bench.input('b.ndjson', consent)
  expect(await bench.run('explain', '--id', eventId, bench.path('in'))).toBe(0)
})

it('apps review --done does not save a review without any read input', async () => {
  const review = (path: string) => bench.run('apps', 'review', '--state', state(), '--done', path)
  expect(await review(bench.input('a.ndjson', consent))).toBe(0)
  const before = bench.read('review.json')
  expect(await review(bench.input('empty', ''))).toBe(3)
  expect(bench.err).toContain('No application was reviewed. No review was recorded.')
  expect(bench.read('review.json')).toBe(before)
})

it('a command that reads logs counts the failed events of one record once, as for dead letters', () => {
  const readability = new Readability()
  const raw = { events: [] }
  const place = { element: '', delivery: { source: 's', offset: '0' } }
  const failure = { ok: false, code: 'mapping_failed', detail: 'd', ...place } as const
  readability.record(
    's',
    1,
    [raw, raw, 'x', 'x'].map((each) => ({ ...failure, raw: each })),
  )
  expect(readability.unread()?.inputs[0]?.reason).toContain('mapping_failed 3')
})
