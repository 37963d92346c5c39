import { execFileSync } from 'node:child_process'
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it, vi } from 'vitest'
import { decode, decodeBuffer } from '../../../pipeline/decode/decode.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { type Progress, type ReadOptions, readInputs } from '../../../pipeline/framing/files.ts'
import { resolveInputs } from '../../../pipeline/framing/paths.ts'
import type { RefusedValue } from '../../../pipeline/framing/piece.ts'
import type { RawValue } from '../../../pipeline/outcome.ts'
import { dice } from '../../support/dice.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

const written = (path: string): string => statSync(path).mtime.toISOString()

type Read = RawValue | RefusedValue

async function batches(paths: string[], options: ReadOptions = {}): Promise<Read[][]> {
  const out: Read[][] = []
  for await (const batch of readInputs(paths, options)) out.push(batch)
  return out
}

const read = async (paths: string[], options: ReadOptions = {}) => (await batches(paths, options)).flat()
const contents = (values: Read[]) => values.map((v) => v.value ?? ('refused' in v ? v.refused.code : v.text))

async function* chunks(...texts: (string | Buffer)[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text)
}

const lines = '{"a":1}\n{"a":2}\n'
const records = ['{"a":1}', '{"a":2}']
const csv = 'RecordType,auditdata\r\n8,"{""a"":1}"\r\n8,"{""b"":\r\n2}"\r\n'
const rows = [
  { RecordType: '8', AuditData: '{"a":1}' },
  { RecordType: '8', AuditData: '{"b":\r\n2}' },
]

/** A gzip with all that may precede its content: extra data, a name, a comment, and a checksum of these. */
const named = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 255]),
  Buffer.from('\x02\0xxname\0comment\0cc', 'latin1'),
  gzipSync(lines).subarray(10),
])

function flipped(bytes: Buffer, at: number): Buffer {
  bytes.writeUInt8((bytes.at(at) as number) ^ 1, bytes.length + at)
  return bytes
}

/** Returns a deflate block that is not the last block. */
function stored(text: string): Buffer {
  const sizes = Buffer.alloc(4)
  sizes.writeUInt16LE(text.length)
  sizes.writeUInt16LE(0xffff - text.length, 2)
  return Buffer.concat([Buffer.from([0]), sizes, Buffer.from(text)])
}

const audit = '{"CreationTime":"2026-03-11T09:14:27","Operation":"x","RecordType":8}'
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

// The forms in test/formats cover plain lines in each encoding.
it.each<[string, string | Buffer, unknown[]]>([
  [
    'UTF-16LE without a mark, and without ASCII at its beginning',
    Buffer.from(`監査データ\r\n${cell(audit)}\r\n`, 'utf16le'),
    [{ 監査データ: audit }],
  ],
  [
    'UTF-16BE of the same',
    Buffer.from(`監査データ\r\n${cell(audit)}\r\n`, 'utf16le').swap16(),
    [{ 監査データ: audit }],
  ],
  [
    'Windows-1252 in some lines of UTF-8',
    Buffer.concat([Buffer.from('{"a":"jörg €"}\n'), Buffer.from('{"a":"j\xf6rg \x80"}\n', 'latin1')]),
    ['{"a":"jörg €"}', '{"a":"jörg €"}'],
  ],
  [
    'a table in Windows-1252',
    Buffer.from(`Pr\xfcfdaten;Wer\r\n${cell(audit)};J\xf6rg\r\n`, 'latin1'),
    [{ Prüfdaten: audit, Wer: 'Jörg' }],
  ],
  [
    'a table without a header line',
    `1,${cell(audit)}\n2,${cell(audit)}\n`,
    [
      { 'column 1': '1', 'column 2': audit },
      { 'column 1': '2', 'column 2': audit },
    ],
  ],
  ['gzip of UTF-16', gzipSync(Buffer.from(`\uFEFF${lines}`, 'utf16le')), records],
  ['gzips appended to each other', Buffer.concat([gzipSync('{"a":1}\n'), gzipSync('{"a":2}\n')]), records],
  [
    'a gzip that is cut off in a record',
    gzipSync(`${lines}{"a":"${'x'.repeat(50)}`).subarray(0, -12),
    [...records, expect.stringMatching(/^\{"a":"/), 'not_json'],
  ],
  ['a gzip that is cut off behind a record', gzipSync(lines).subarray(0, -8), [...records, 'not_json']],
  [
    'gzips with a name, a comment and extra data, padded',
    Buffer.concat([named, Buffer.alloc(9), named, Buffer.alloc(9)]),
    [...records, ...records],
  ],
  ['CSV', csv, rows],
  [
    'CSV in UTF-16LE, as Windows PowerShell writes it',
    Buffer.from(`\uFEFF#TYPE System.Object\r\n${csv}`, 'utf16le'),
    rows,
  ],
  ['CSV with semicolons', csv.replaceAll(',', ';'), rows],
  ['gzip of CSV', gzipSync(csv), rows],
])('readInputs detects %s by content', async (_, content, expected) => {
  expect(contents(await read([file('named-wrong.bin', content)]))).toEqual(expected)
})

it.each<[string, (Buffer | string | number[])[], string]>([
  ['text past its end', [gzipSync(lines.trimEnd()), 'garbage'], 'data that is not gzip follows'],
  ['a wrong checksum, before another', [flipped(gzipSync('{"a":1}\n'), -8), gzipSync('{"a":2}')], 'checksum'],
  ['a wrong length', [flipped(gzipSync(lines.trimEnd()), -4)], 'length'],
  [
    'damage 20,000 characters later',
    [gzipSync('').subarray(0, 10), stored(lines.padEnd(20_000)), [7]],
    'invalid block type',
  ],
])('readInputs reads a gzip with %s to its end', async (_, parts, message) => {
  const failures: string[] = []
  const path = file('damaged.gz', Buffer.concat(parts.map((part) => Buffer.from(part as Buffer))))
  const values = await read([path], { onFailure: (_, error) => failures.push(error.message) })
  expect(contents(values).slice(0, 2)).toEqual(records)
  expect(failures).toEqual([expect.stringMatching(`is damaged \\(.*${message}`)])
})

it('readInputs reads characters that are split between two chunks of the input', async () => {
  const bytes = Buffer.from('{"a":"é€𝒳"}\n{"a":"é"}\n')
  const pieces = [...bytes].map((byte) => Buffer.from([byte]))
  expect(contents(await read(['-'], { stdin: chunks(...pieces) }))).toEqual(['{"a":"é€𝒳"}', '{"a":"é"}'])
})

it('readInputs names the source as given and counts the records of each file from 0', async () => {
  const first = file('count/first', lines)
  const second = file('count/second', csv)
  const values = await read([second, first])
  expect(values.map((v) => v.delivery)).toEqual([
    { source: second, offset: '0', writtenAt: written(second) },
    { source: second, offset: '1', writtenAt: written(second) },
    { source: first, offset: '0', writtenAt: written(first) },
    { source: first, offset: '1', writtenAt: written(first) },
  ])
})

it('readInputs reads folders with their subfolders, sorted, without hidden files and files of the file manager', async () => {
  const at = join(folder, 'tree')
  file('tree/b/2.json', '{"f":"b2"}')
  file('tree/b/10.json', '{"f":"b10"}')
  file('tree/a.json', '{"f":"a"}')
  file('tree/c.json', '{"f":"c"}')
  for (const name of ['.DS_Store', 'Thumbs.db', 'b/desktop.ini', '~$a.xlsx']) file(`tree/${name}`, 'x')
  expect(contents(await read([at]))).toEqual(['{"f":"a"}', '{"f":"b10"}', '{"f":"b2"}', '{"f":"c"}'])
})

it('an interrupt stops the listing of a folder', async () => {
  for (let i = 0; i < 50; i++) file(`wide/${i}/a.json`, '{}')
  const interrupt = new AbortController()
  setImmediate(() => interrupt.abort())
  await expect(resolveInputs([join(folder, 'wide')], { signal: interrupt.signal })).rejects.toThrow('aborted')
})

it('an interrupt ends the walk over one folder with many files', async () => {
  for (let i = 0; i < 1000; i++) file(`flat/${i}.json`, '{}')
  const interrupt = new AbortController()
  vi.spyOn(interrupt.signal, 'throwIfAborted').mockImplementationOnce(() => {
    setImmediate(() => interrupt.abort())
  })
  await expect(resolveInputs([join(folder, 'flat')], { signal: interrupt.signal })).rejects.toThrow('aborted')
})

it('readInputs reads linked folders once, and names links that lead out of the folder', async () => {
  const at = join(folder, 'links')
  file('links/case/a.json', '{"f":"a"}')
  file('links/case/sub/b.json', '{"f":"b"}')
  file('links/elsewhere/deep/c.json', '{"f":"c"}')
  symlinkSync(join(at, 'elsewhere'), join(at, 'case/linked'))
  symlinkSync('/', join(at, 'case/root'))
  symlinkSync('../case-2', join(at, 'case/similar'))
  file('links/case-2/d.json', '{"f":"d"}')
  symlinkSync('case', join(at, 'named'))
  symlinkSync('sub', join(at, 'case/first'))
  symlinkSync('..', join(at, 'case/sub/loop'))
  symlinkSync('itself', join(at, 'case/itself'))
  for (const name of ['case', 'named']) {
    const failures: string[] = []
    const values = await read([join(at, name)], { onFailure: (_, error) => failures.push(error.message) })
    expect(contents(values)).toEqual(['{"f":"a"}', '{"f":"b"}'])
    expect(failures).toEqual([
      expect.stringMatching(`links/${name}/itself: .*ELOOP`),
      ...['linked', 'root', 'similar'].map((link) =>
        expect.stringMatching(`links/${name}/${link}: .* leads out of the folder; name its target in the command`),
      ),
    ])
  }
})

it('readInputs reads standard input for the path -', async () => {
  const values = await read(['-'], { stdin: chunks('{"a"', ':1}\n{"a":2}', '\n') })
  expect(contents(values)).toEqual(records)
  expect(values[1]?.delivery).toEqual({ source: '-', offset: '1', writtenAt: expect.any(String) })
  expect(Date.now() - Date.parse(values[1]?.delivery.writtenAt ?? '')).toBeLessThan(60_000)
})

it.skipIf(process.platform === 'win32')(
  'readInputs waits for the writer of a named pipe until it is stopped',
  async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    const stop = new AbortController()
    const stopped = read([pipe], { signal: stop.signal })
    stop.abort()
    await expect(stopped).rejects.toThrow('abort')
    const [values] = await Promise.all([read([pipe]), writeFile(pipe, '{"a":1}\n{"a":2}\n')])
    expect(contents(values)).toEqual(records)
  },
)

it.skipIf(process.platform === 'win32')('readInputs reports a pipe in a folder, and does not read it', async () => {
  file('pipes/a.json', '{"f":"a"}')
  execFileSync('mkfifo', [join(folder, 'pipes/p')])
  const failures: string[] = []
  const values = await read([join(folder, 'pipes')], { onFailure: (_, error) => failures.push(error.message) })
  expect(contents(values)).toEqual(['{"f":"a"}'])
  expect(failures).toEqual([expect.stringContaining('pipes/p: it is not a regular file')])
})

it.skipIf(process.platform !== 'linux')(
  'readInputs reports the reason for a file with a name that is not UTF-8',
  async () => {
    const at = join(folder, 'latin1')
    mkdirSync(at)
    writeFileSync(Buffer.from(`${at}/r\xe9sum\xe9.json`, 'latin1'), '{}')
    await expect(read([at])).rejects.toThrow('its name is not UTF-8; rename the file')
  },
)

it('readInputs returns batches of limited size, across files', async () => {
  const path = file('many.ndjson', '{"a":1}\n'.repeat(25))
  const sizes = async (options: ReadOptions) => (await batches([path, path], options)).map((batch) => batch.length)
  expect(await sizes({ batchRecords: 20 })).toEqual([20, 20, 10])
  expect(await sizes({ batchBytes: 70 })).toEqual([10, 10, 10, 10, 10])
})

it('readInputs reads one page on one line as one record, and a page over the threshold by its elements', async () => {
  const page = `{"kind":"admin#reports#activities","items":[${Array(50).fill('{"a":1}').join(',')}]}`
  const path = file('page.json', `${page}\n${page}\n`)
  expect(await read([path])).toHaveLength(2)
  const values = await read([path], { pageThreshold: 100 })
  expect(values).toHaveLength(100)
  expect(values[99]).toEqual({ text: '{"a":1}', delivery: { source: path, offset: '99', writtenAt: written(path) } })
})

it('readInputs refuses a record over the limit and continues', async () => {
  const path = file('large.json', `[{"a":1},{"b":"${'x'.repeat(500)}"},{"c":1}]`)
  const values = await read([path], { recordLimit: 100 })
  expect(contents(values)).toEqual(['{"a":1}', 'too_large', '{"c":1}'])
  expect(decode(values[1] as Read)).toMatchObject([
    {
      ok: false,
      code: 'too_large',
      delivery: { source: path, offset: '1' },
      raw: expect.stringMatching(/^\{"b":"x+$/),
    },
  ])
})

it('readInputs returns binary data as one failure, even if some of its lines begin like JSON', async () => {
  const roll = dice(7)
  const noise = Buffer.from(Array.from({ length: 200_000 }, () => roll(256)))
  const inputs = [
    noise,
    Buffer.concat([Buffer.from('{"a":1}\n{'), noise]),
    Buffer.concat([Buffer.from('\x7fELF'), noise]),
  ]
  for (const content of inputs) {
    const [value, ...others] = await read([file('noise', content)])
    expect(others).toEqual([])
    expect(decode(value as Read)).toMatchObject([{ code: 'not_json', detail: expect.stringContaining('binary data') }])
    expect([...decodeBuffer(content, { source: 't', offset: '0' })]).toMatchObject([{ code: 'not_json' }])
  }
})

it('readInputs reads UTF-8 lines before and after lines that PowerShell appended in UTF-16', async () => {
  const appended = ['{"a":"x","b":"y"}\r\n', '{"b":"zz","c":"ü"}\r\n'].map((line) => Buffer.from(line, 'utf16le'))
  const values = await read([
    file('mixed', Buffer.concat([Buffer.from('{"a":1}\n'), ...appended, Buffer.from('{"a":2}')])),
  ])
  const utf16 = [{ code: 'not_json', detail: expect.stringContaining('UTF-16 text within a UTF-8 file') }]
  expect(contents([values[0] as Read, values.at(-1) as Read])).toEqual(records)
  expect(values.slice(1, -1).map(decode)).toMatchObject([utf16, utf16])
})

it('readInputs reports the number of bytes on disk', async () => {
  const seen: Progress[] = []
  const packed = gzipSync(lines)
  const path = file('progress.gz', packed)
  await read([path, path], { onProgress: (progress) => seen.push(progress) })
  expect(seen).toEqual([
    { bytesRead: packed.length, bytesTotal: 2 * packed.length },
    { bytesRead: 2 * packed.length, bytesTotal: 2 * packed.length },
  ])
  seen.length = 0
  await read(['-'], { stdin: chunks('{}', '{}'), onProgress: (progress) => seen.push(progress) })
  expect(seen).toEqual([{ bytesRead: 2 }, { bytesRead: 4 }])
})

it('readInputs can be stopped early', async () => {
  const path = file('early.ndjson', lines.repeat(1000))
  for await (const batch of readInputs([path], { batchRecords: 1 })) {
    expect(batch).toHaveLength(1)
    break
  }
})

it('readInputs reports missing files before it reads any file', async () => {
  const missing = join(folder, 'missing.json')
  const reading = batches([file('there.json', lines), missing])
  await expect(reading).rejects.toThrow(DependencyError)
  await expect(reading).rejects.toMatchObject({
    code: 'input_missing',
    message: `cannot read ${missing}: the file does not exist; check the path`,
    retryable: false,
  })
})

it('readInputs reports blank files', async () => {
  for (const content of ['', ' \r\n\0\n'])
    await expect(batches([file('blank', content)])).rejects.toMatchObject({ code: 'input_empty' })
})

it('readInputs reports an empty folder', async () => {
  const path = join(folder, 'empty')
  mkdirSync(path)
  await expect(batches([path])).rejects.toMatchObject({ code: 'input_empty' })
})

it('readInputs returns the records that it read before an input failed', async () => {
  const packed = gzipSync(Buffer.from(Array.from({ length: 5000 }, (_, i) => `{"a":${(i * 7919) % 5003}}\n`).join('')))
  packed.fill(0xff, packed.length - 40, packed.length - 20)
  await expect(read([file('damaged.gz', packed)])).rejects.toMatchObject({
    code: 'input_damaged',
    message: expect.stringContaining('download the file again'),
  })
  const failing = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from('{"a":1}\n{"a":2}\n')
    throw Object.assign(new Error('gone'), { code: 'EIO' })
  }
  const before: Read[] = []
  const broken = (async () => {
    for await (const batch of readInputs(['-'], { stdin: failing() })) before.push(...batch)
  })()
  await expect(broken).rejects.toMatchObject({ code: 'input_unreadable', retryable: true })
  expect(contents(before)).toEqual(records)
})
