import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readCsv } from '../../../pipeline/framing/csv.ts'
import { rounds } from '../../support/deep.ts'

async function* chunksOf(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

async function read(text: string, size = 1 << 20, recordLimit = 1 << 20): Promise<unknown[]> {
  const out: unknown[] = []
  for await (const rows of readCsv(chunksOf(text, size), {
    delimiter: ',',
    recordLimit,
    returnsEndRows: !text.includes('\n'),
  })) {
    out.push(...rows.map((row) => ('refused' in row ? [row.refused.code, row.text] : row.row)))
  }
  return out
}

const cell = (value: string) => `"${value.replaceAll('"', '""')}"`

it('readCsv recognizes column names in upper or lower case, and keeps unknown columns', async () => {
  expect(await read('RecordId, AUDITDATA ,New Column\r\n1,{},x\r\n')).toEqual([
    { RecordId: '1', AuditData: '{}', 'New Column': 'x' },
  ])
})

it.each([
  ['2/25/2025, 9:19:25.391 AM', '2025-02-25T09:19:25.391Z'],
  ['3/11/2026, 12:04:05.006 AM', '2026-03-11T00:04:05.006Z'],
  ['11/30/2026, 12:14:27.123\u202fPM', '2026-11-30T12:14:27.123Z'],
  ['3/1/2026, 11:14:27.123 PM', '2026-03-01T23:14:27.123Z'],
  ['2026-03-11T09:14:27Z', '2026-03-11T09:14:27Z'],
  // Day first, or unknown.
  ...['25/2/2025, 9:19:25.391 AM', '11/03/2026, 9:14:27.123 am', '11/03/2026, 09:14:27.123'].map((at) => [at, at]),
])('readCsv reads %s in a column of the Azure portal with the zone UTC', async (cell, time) => {
  expect(await read(`TimeGenerated [UTC],Id\r\n"${cell}",1\r\n`)).toEqual([{ TimeGenerated: time, Id: '1' }])
  expect(await read(`TimeGenerated [Local Time],Id\r\n"${cell}",1\r\n`)).toEqual([
    { 'TimeGenerated [Local Time]': cell, Id: '1' },
  ])
})

it('readCsv reads the columns of the cmdlet, the current portal and the former portal', async () => {
  const columns = [
    'PSComputerName,RunspaceId,PSShowComputerName,RecordType,CreationDate,UserIds,Operations,AuditData,ResultIndex,ResultCount,Identity,IsValid,ObjectState',
    'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames',
    'CreationDate,UserIds,Operations,AuditData',
  ]
  for (const header of columns) {
    const names = header.split(',')
    const line = names.map((name) => (name === 'AuditData' ? cell('{"a":"b"}') : 'x')).join(',')
    expect(await read(`${header}\r\n${line}\r\n`)).toEqual([
      Object.fromEntries(names.map((name) => [name, name === 'AuditData' ? '{"a":"b"}' : 'x'])),
    ])
  }
})

it('readCsv accepts rows that are too short or too long, and quotes inside a cell', async () => {
  expect(await read('a,AuditData\n1\n1,2,3\n\n1,x"y"\n')).toEqual([
    { a: '1' },
    { a: '1', AuditData: '2' },
    { a: '1', AuditData: 'x"y"' },
  ])
})

it.each([
  ['mixed line ends', 'A,B\n1,2\r\n3,4\n5,6\r\r\n'],
  ['repeated headers in joined exports', 'A,B\n1,2\n3,4\nA,B\n5,6\n'],
  ['a byte order mark and no line end before a repeated header', 'A,B\n1,2\n3,4\uFEFFA,B\n5,6\n'],
  [
    'a byte order mark and no line end before a repeated header in quotes',
    '"A","B"\n"1","2"\n"3","4"\uFEFF"A","B"\n"5","6"\n',
  ],
  ['a lone carriage return before the mark and a header in quotes', 'A,B\r1,2\r3,4\r\uFEFF"A","B"\r5,6\r'],
  ['a byte order mark before a row', 'A,B\n1,2\n3,4\n\uFEFF5,6\n'],
  ['two byte order marks before a repeated header', 'A,B\n1,2\n3,4\n\uFEFF\uFEFFA,B\n5,6\n'],
  ['a byte order mark before a repeated header in quotes', '"A","B"\n1,2\n3,4\n\uFEFF"A","B"\n5,6\n'],
])('readCsv reads all rows despite %s', async (_, text) => {
  for (const size of [1, 1000]) {
    expect(await read(text, size)).toEqual([
      { A: '1', B: '2' },
      { A: '3', B: '4' },
      { A: '5', B: '6' },
    ])
  }
})

it('readCsv recognizes a repeated header with a delimiter in a name after a byte order mark', async () => {
  const header = '"A, B","C"\n'
  expect(await read(`${header}1,2\n\uFEFF${header}3,4\n`)).toEqual([
    { 'A, B': '1', C: '2' },
    { 'A, B': '3', C: '4' },
  ])
})

it('readCsv keeps a carriage return inside a cell', async () => {
  expect(await read('A,B\r\n1\r1,2\r\n')).toEqual([{ A: '1\r1', B: '2' }])
})

it('readCsv refuses rows that a carriage return joins', async () => {
  expect(await read('A,B\n1,2\r3,4\r5,6\n7,8\n')).toEqual([['not_json', '1,2\r3,4\r5,6'], { A: '7', B: '8' }])
})

it('readCsv distinguishes columns with the same name', async () => {
  expect(await read('a,a,,\n1,2,3,4\n')).toEqual([{ a: '1', 'a (2)': '2', '': '3', ' (4)': '4' }])
})

it('readCsv sets no prototype from a column name', async () => {
  const [row] = await read('__proto__,AuditData\nx,y\n')
  expect(Object.getPrototypeOf(row)).toBe(Object.prototype)
  expect(row).toEqual({ _proto_: 'x', AuditData: 'y' })
})

it('readCsv accepts cells of a megabyte', async () => {
  const large = JSON.stringify({ a: '"'.repeat(500_000) })
  expect(await read(`AuditData\n${cell(large)}\n`, 65_536, 1 << 24)).toEqual([{ AuditData: large }])
})

it('readCsv returns the same cells for any division into chunks', async () => {
  const value = fc
    .array(fc.constantFrom('"', ',', '\n', '\r\n', 'é', 'a', '{', ' b'))
    .map((parts) => `{${parts.join('')}`)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(value, value), { minLength: 1 }),
      fc.integer({ min: 1, max: 50 }),
      async (cells, size) => {
        const text = `a,AuditData\r\n${cells.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
        expect(await read(text, size)).toEqual(cells.map(([a, AuditData]) => ({ a, AuditData })))
      },
    ),
    { numRuns: rounds(50) },
  )
})

it('readCsv reads any text to its end', async () => {
  const text = fc.array(fc.constantFrom('"', ',', '\n', '\r\n', 'a', ' ', '""', '"a"', '\0'), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
      await read(`a,AuditData\n${parts.join('')}`, size, 20)
    }),
    { numRuns: rounds(300) },
  )
})

it('readCsv returns the beginning of a truncated last row', async () => {
  expect(await read('a,AuditData\r\n1,"{}"\r\n2,"{""Operation"":""Cons')).toEqual([
    { a: '1', AuditData: '{}' },
    ['not_json', '2,"{""Operation"":""Cons'],
  ])
})

it('readCsv refuses a row over the limit and continues at the next line', async () => {
  const text = `a,AuditData\n1,"{}"\n2,"${'x'.repeat(5000)}"\n3,"{}"\n${'4,"{}"\n'.repeat(50)}`
  const rows = await read(text, 100, 1000)
  expect(rows[0]).toEqual({ a: '1', AuditData: '{}' })
  expect(rows[1]).toEqual(['too_large', expect.stringMatching(/^2,"x+$/)])
  expect(rows.slice(2)).toEqual([{ a: '3', AuditData: '{}' }, ...Array(50).fill({ a: '4', AuditData: '{}' })])
})

it('readCsv passes on an error of its input unchanged', async () => {
  const failing = async function* (): AsyncGenerator<Buffer> {
    yield Buffer.from('a,AuditData\n')
    throw new Error('disk gone')
  }
  const reading = async () => {
    for await (const _ of readCsv(failing(), { delimiter: ',', recordLimit: 100 }));
  }
  await expect(reading()).rejects.toThrow('disk gone')
})
