import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { type ReadOptions, readInputs } from '../../../pipeline/framing/files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { type ZipEntry, zipOf } from '../../support/zip.ts'

const folder = temporaryFolder()

interface Outcome {
  readonly values: readonly string[]
  readonly failures: readonly string[]
}

async function read(content: Buffer, options: ReadOptions = {}): Promise<Outcome> {
  const path = join(folder, 'export.zip')
  writeFileSync(path, content)
  const values: string[] = []
  const failures: string[] = []
  const relative = (text: string) => text.replaceAll(`${folder}/`, '')
  for await (const batch of readInputs([path], {
    ...options,
    onFailure: (_, { message }) => failures.push(relative(message)),
  }))
    for (const value of batch)
      values.push(
        `${relative(value.delivery.source)}#${value.delivery.offset} ${'refused' in value ? value.refused.detail : (value.text ?? JSON.stringify(value.value))}`,
      )
  return { values, failures }
}

const entry = (name: string, content: string | Buffer = '{"a":1}\n', more: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  content,
  ...more,
})

it('a ZIP archive is read like a folder, with each member read by its content', async () => {
  const { values, failures } = await read(
    zipOf([
      entry('logs/'),
      entry('logs/b.json', '[{"b":1},{"b":2}]'),
      entry('a.csv', 'AuditData,x\n"{""a"":1}",1\n', { method: 0 }),
      entry('c.ndjson.gz', gzipSync('{"c":1}\n')),
      entry('.DS_Store', 'x'),
      entry('__MACOSX/._a.csv', 'x'),
      ...['Thumbs.db', 'logs/desktop.ini', 'logs/ehthumbs.db', 'ehthumbs_vista.db', '~$a.xlsx', '.~lock.a.ods#'].map(
        (name) => entry(name, 'x'),
      ),
    ]),
  )
  expect(failures).toEqual([])
  expect(values).toEqual([
    'export.zip/a.csv#0 {"AuditData":"{\\"a\\":1}","x":"1"}',
    'export.zip/c.ndjson.gz#0 {"c":1}',
    'export.zip/logs/b.json#0 {"b":1}',
    'export.zip/logs/b.json#1 {"b":2}',
  ])
})

it('a ZIP archive passes all its bytes to the progress observer, regardless of its members', async () => {
  const content = zipOf([entry('a.json')])
  let bytes = 0
  await read(content, {
    onInput: () => (chunk) => {
      bytes += chunk.length
    },
  })
  expect(bytes).toBe(content.length)
})

it('the ZIP reader refuses an Excel workbook, with a hint', async () => {
  const { values } = await read(zipOf([entry('[Content_Types].xml', '<x/>'), entry('xl/workbook.xml', '<x/>')]))
  expect(values).toEqual([expect.stringMatching(/^export\.zip#0 an Excel workbook.*save it as CSV UTF-8$/)])
})

it('the ZIP reader does not open an archive inside an archive, and gives a hint', async () => {
  const { values } = await read(zipOf([entry('inner.zip', zipOf([entry('a.json')]))]))
  expect(values).toEqual([expect.stringMatching(/^export\.zip\/inner\.zip#0 a ZIP archive .*unpack it first$/)])
})

it('the ZIP reader stops at the limit of the extracted size, keeps earlier records, and names the members that it did not read', async () => {
  const { values, failures } = await read(
    zipOf([entry('a.json'), entry('b.json', `${' '.repeat(10_000_000)}{}`), entry('c.json')]),
    { zip: { extractedBytes: 1_000_000 } },
  )
  expect(values).toEqual(['export.zip/a.json#0 {"a":1}'])
  expect(failures).toEqual([
    'cannot read all of export.zip: its members extract to more than 1000000 bytes, reached in export.zip/b.json; unpack it, or raise --max-extracted',
    'cannot read export.zip/c.json: the archive reached the limit of --max-extracted',
  ])
})

it('the ZIP reader refuses an archive with too many members before it reads any', async () => {
  const { values, failures } = await read(zipOf([entry('a.json'), entry('b.json')]), { zip: { members: 1 } })
  expect(values).toEqual([])
  expect(failures).toEqual([
    'cannot read export.zip: the ZIP archive has 2 members, more than 1; unpack it, or raise --max-members',
  ])
})

it.each([
  ['encrypted', { flags: 1 }, /^cannot read export\.zip\/b\.json: it is encrypted; unpack/],
  ['of an unknown compression', { method: 12 }, /^cannot read export\.zip\/b\.json: it is compressed with method 12/],
  [
    'with a wrong checksum',
    { checksum: 1 },
    /^cannot read export\.zip\/b\.json: .*the checksum differs.*download it again/,
  ],
] as const)('reports a member that is %s, and reads the others', async (_, more, message) => {
  const { values, failures } = await read(
    zipOf([entry('a.json'), entry('b.json', '{"b":1}', more), entry('c.json', '{"c":1}')]),
  )
  expect(values.filter((value) => !value.startsWith('export.zip/b.json'))).toEqual([
    'export.zip/a.json#0 {"a":1}',
    'export.zip/c.json#0 {"c":1}',
  ])
  expect(failures).toEqual([expect.stringMatching(message)])
})

it.each(['../../b.json', 'D:/b.json', '/b.json', '..\\b.json'])(
  'the ZIP reader names the member %s with a path outside the archive, and reads the others',
  async (name) => {
    const { values, failures } = await read(zipOf([entry(name), entry('a.json')]))
    expect(values).toEqual(['export.zip/a.json#0 {"a":1}'])
    expect(failures).toEqual([expect.stringMatching(/b\.json: its name leads out of the archive/)])
  },
)

it('the ZIP reader reads an archive with bytes after its end, and reports these bytes', async () => {
  const archive = zipOf([entry('a.json'), entry('b.json', '{"b":1}\n'.repeat(20_000))])
  for (const [more, bytes] of [
    [Buffer.from('\n'), '1 byte'],
    [Buffer.alloc(70_000, 'PK\x05\x06'), '70000 bytes'],
    [Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(40)]), '44 bytes'],
    [archive, `${archive.length} bytes`],
  ] as const) {
    const { values, failures } = await read(Buffer.concat([archive, more]))
    expect(values).toHaveLength(20_001)
    expect(failures).toEqual([
      `export.zip continues after the end of the ZIP archive (${bytes}, not read); download the archive again`,
    ])
  }
})

it('the ZIP reader reads all members of an archive whose comment resembles the end of an archive', async () => {
  const archive = zipOf([entry('a.json')])
  const comment = Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(30)])
  archive.writeUInt16LE(comment.length, archive.length - 2)
  expect(await read(Buffer.concat([archive, comment]))).toEqual({
    values: ['export.zip/a.json#0 {"a":1}'],
    failures: [],
  })
})

it.each([
  ['size of the list', 12, 4],
  ['number', 10, 2],
])('the ZIP reader reads a ZIP64 archive whose end record leaves out the %s of members', async (_, at, width) => {
  const archive = zipOf([entry('a.json')])
  const [rest, end] = [archive.subarray(0, -22), archive.subarray(-22)]
  const record = Buffer.alloc(56)
  record.write('PK\x06\x06', 'latin1')
  record.writeUInt32LE(44, 4)
  for (const count of [24, 32]) record.writeUInt32LE(1, count)
  for (const [from, to] of [
    [12, 40],
    [16, 48],
  ] as const)
    record.writeUInt32LE(end.readUInt32LE(from), to)
  const locator = Buffer.alloc(20)
  locator.write('PK\x06\x07', 'latin1')
  locator.writeUInt32LE(rest.length, 8)
  locator.writeUInt32LE(1, 16)
  end.fill(0xff, at, at + width)
  expect(await read(Buffer.concat([rest, record, locator, end]))).toEqual({
    values: ['export.zip/a.json#0 {"a":1}'],
    failures: [],
  })
})

it('the ZIP reader reports a truncated archive as damaged', async () => {
  const { values, failures } = await read(zipOf([entry('a.json')]).subarray(0, -30))
  expect(values).toEqual([])
  expect(failures).toEqual([
    expect.stringMatching(/^cannot read export\.zip: the ZIP archive is damaged \(.+\); download it again$/),
  ])
})

it('the ZIP reader reports an archive without files', async () => {
  const { failures } = await read(zipOf([entry('logs/', '')]))
  expect(failures).toEqual(['export.zip contains no files: name the archive that contains the export'])
})
