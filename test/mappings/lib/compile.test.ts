import { expect, it } from 'vitest'
import { compileVendorMapping } from '../../../mappings/vendors/compile.ts'
import { mapping, type VendorMapping } from '../../../mappings/vendors/mapping.ts'

const table: VendorMapping = mapping({
  dataset: 'o365.audit',
  title: 'Microsoft 365 Audit Logs',
  module: 'o365',
  takes: { kind: 'U' },
  ecsVersion: '8.11.0',
  rows: {
    '@timestamp': { from: 'CreationTime' },
    'event.id': { from: 'Id', move: true },
    'event.code': { from: 'RecordType', lookup: { '8': 'AzureActiveDirectory' }, otherwise: 'absent' },
    'event.outcome': {
      from: 'ResultStatus',
      lookup: { success: 'success', failed: 'failure' },
      otherwise: 'unknown',
      fold: true,
    },
    'event.category': { value: ['web'] },
    'source.ip': { from: ['ClientIP', 'Nested.Address'] },
    'file.size': { from: 'Size' },
  },
  variants: [
    { when: { RecordType: ['25'] }, rows: { 'group.name': { from: 'TeamName', move: true } }, moves: ['Secret'] },
  ],
  vendor: { root: 'o365.audit', content: 'members', fields: {}, open: [] },
  derive: [],
})

const map = (record: Record<string, never> | object) =>
  compileVendorMapping(table).map(record as never, record as never, 0, undefined) as never as Record<string, never>

it('a compiled mapping fills fields through the converter of their type', () => {
  const document = map({
    CreationTime: '2026-03-11T09:14:27',
    Id: 'a',
    RecordType: 8,
    ResultStatus: 'Success',
    Size: '12',
  })
  expect(document).toMatchObject({
    '@timestamp': '2026-03-11T09:14:27.000Z',
    event: {
      id: 'a',
      code: 'AzureActiveDirectory',
      outcome: 'success',
      category: ['web'],
      dataset: 'o365.audit',
      module: 'o365',
    },
    file: { size: 12 },
  })
})

it('a compiled mapping uses the first source with a value', () => {
  expect(map({ ClientIP: '', Nested: { Address: '198.51.100.7' } })).toMatchObject({ source: { ip: '198.51.100.7' } })
  expect(map({ ClientIP: '203.0.113.9', Nested: { Address: '198.51.100.7' } })).toMatchObject({
    source: { ip: '203.0.113.9' },
  })
})

it('a compiled mapping moves mapped members out of the vendor block, and keeps the other members that are not empty', () => {
  const document = map({ Id: 'a', Other: { b: 1, c: null }, Empty: [], Text: '' })
  expect(document).toMatchObject({ o365: { audit: { Other: { b: 1 } } } })
  const vendor = (document as never as { o365: { audit: object } }).o365.audit
  // Compares the JSON text, because removed members are undefined.
  expect(Object.keys(JSON.parse(JSON.stringify(vendor)))).toEqual(['Other'])
})

it('a compiled mapping applies a variant only to its records', () => {
  expect(map({ RecordType: 25, TeamName: 'Blue', Secret: 1 })).toMatchObject({
    group: { name: 'Blue' },
    o365: { audit: { RecordType: 25 } },
  })
  expect(map({ RecordType: 8, TeamName: 'Blue', Secret: 1 })).toMatchObject({
    o365: { audit: { TeamName: 'Blue', Secret: 1 } },
  })
})

it('a compiled mapping counts values that are not in a lookup table', () => {
  const compiled = compileVendorMapping(table)
  const record = { RecordType: 9999, ResultStatus: 'Odd' } as never
  const document = compiled.map(record, record, 0, undefined)
  expect(document.event.outcome).toBe('unknown')
  expect(document.event.code).toBeUndefined()
  expect(compiled.otherwise.get('event.outcome')?.get('odd')).toBe(1)
  expect(compiled.otherwise.get('event.code')?.get('9999')).toBe(1)
})

it('a compiled mapping reports a value that does not fit the type of its field, and keeps it in the vendor block', () => {
  const document = map({ Id: { a: 1 }, Size: 'large', ClientIP: 'unknown', ResultStatus: ['x'] })
  expect(document).toMatchObject({
    event: { kind: 'pipeline_error' },
    error: {
      message: [
        'event.id: {"a":1} is no keyword',
        'event.outcome: ["x"] is no keyword',
        'source.ip: "unknown" is no ip',
        'file.size: "large" is no long',
      ],
    },
    o365: { audit: { Id: { a: 1 }, Size: 'large', ClientIP: 'unknown', ResultStatus: ['x'] } },
  })
  expect(document).not.toHaveProperty('file')
  expect(document).not.toHaveProperty('source')
})

it('a compiled mapping keeps the kind of an inventory even if a value does not fit its field', () => {
  const { rows, ...others } = table
  const inventory = compileVendorMapping({ ...others, rows: { ...rows, 'event.kind': { value: 'asset' } } })
  const record = { Size: 'large' } as never
  expect(inventory.map(record, record, 0, undefined)).toMatchObject({ event: { kind: 'asset' }, error: {} })
})

it('a compiled mapping keeps the original record only if a part of the record could not be read', () => {
  const record = { Id: 'a', Size: 'large', Empty: null }
  expect(map(record)).toMatchObject({
    event: { original: JSON.stringify(record) },
    tags: ['preserve_original_event'],
  })
  expect(map({ Id: 'a', Size: 5 })).not.toHaveProperty('event.original')
})

it('a compiled mapping ignores empty values', () => {
  expect(map({ Id: {}, Size: [null], ClientIP: '', ResultStatus: [] })).not.toHaveProperty('error')
})

it('a compiled mapping accepts members with the names of built-in object members', () => {
  const record = JSON.parse('{"__proto__": {"Size": 5}, "constructor": "x", "Id": "a"}')
  const document = map(record)
  expect(document).not.toHaveProperty('file')
  expect(({} as Record<string, unknown>).Size).toBeUndefined()
})
