import { expect, it } from 'vitest'
import { canonicalColumn, formatOf } from '../../../pipeline/framing/format.ts'

it.each([
  ['{"a":1}', { kind: 'json' }],
  [' \r\n[\n', { kind: 'json' }],
  ['"{\\"a\\":1}"\n', { kind: 'json' }],
  ['"cut":1}\n{"a":1}\n', { kind: 'json' }],
  ['CreationDate,UserIds,Operations,AuditData\n', { kind: 'csv', headerAt: 0, delimiter: ',' }],
  ['"CreationDate";"AuditData"\r\n', { kind: 'csv', headerAt: 0, delimiter: ';' }],
  ['CreationDate\tAuditData\r\n', { kind: 'csv', headerAt: 0, delimiter: '\t' }],
  ['auditDATA\n"{}"\n', { kind: 'csv', headerAt: 0, delimiter: ',' }],
  ['#TYPE Deserialized.Ü\r\nRecordType,AuditData\r\n', { kind: 'csv', headerAt: 23, delimiter: ',' }],
  ['sep=;\r\nRecordType;AuditData\r\n', { kind: 'csv', headerAt: 7, delimiter: ';' }],
  ['"sep=,"\r\nRecordType,AuditData\r\n', { kind: 'csv', headerAt: 9, delimiter: ',' }],
  ['Operation,RecordType,CreationTime\n', { kind: 'csv', headerAt: 0, delimiter: ',' }],
  ["ID d'enregistrement,Opération,Unités (associées)\n", { kind: 'csv', headerAt: 0, delimiter: ',' }],
  ['レコード ID;操作;監査データ\n', { kind: 'csv', headerAt: 0, delimiter: ';' }],
  [',Operation,RecordType,CreationTime,\n', { kind: 'csv', headerAt: 0, delimiter: ',' }],
  ['\x1e{"a":1}\n', { kind: 'json' }],
  ['Event,User,Date (GMT\u221205:00)\n', { kind: 'csv', headerAt: 0, delimiter: ',' }],
  ['Event,User,Date (GMT+02:00)\n', { kind: 'csv', headerAt: 0, delimiter: ',' }],
  ['', { kind: 'empty' }],
  [' \0\n', { kind: 'empty' }],
  ['Dear reader, this is prose\n', { kind: 'unknown', detail: 'neither JSON nor a CSV with a header line' }],
  ['\x28\xb5', { kind: 'unknown', detail: 'neither JSON nor a CSV with a header line' }],
])('formatOf detects %j by content', (text, format) => {
  expect(formatOf(Buffer.from(text))).toEqual(format)
})

it.each([
  [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]), 'zstd'],
  [Buffer.from([0x1f, 0x8b, 8, 0]), 'gzip inside gzip'],
  [Buffer.from('MZ\x90\0[1]\n', 'latin1'), 'self-extracting'],
  [Buffer.from('MZP\0\x02a,b,c\n', 'latin1'), 'self-extracting'],
  [Buffer.from('#!/bin/sh\nexec unzip "$0"\n'), 'self-extracting'],
  [Buffer.from('PK\x07\x08PK\x03\x04', 'latin1'), 'split ZIP archive'],
  [Buffer.from(`audit.json${'\0'.repeat(247)}ustar\0`), 'a tar archive'],
  [Buffer.from('PK\x03\x04........[Content_Types].xml'), 'Excel workbook'],
  [Buffer.from('PK\x03\x04........AuditLog.csv'), 'ZIP archive'],
  [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'Office document'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), 'a picture'],
  [Buffer.from('%PDF-1.4\n[1 2]\n'), 'a PDF document'],
  [Buffer.from('\n<!DOCTYPE html>\n<script>\n{}\n</script>'), 'an HTML page'],
  [Buffer.from('<?xml version="1.0"?>\n<Error/>'), 'XML'],
  [Buffer.from('-----BEGIN PGP MESSAGE-----\n'), 'encrypted'],
  [Buffer.from('ElfFile\0'), 'a Windows event log'],
  [Buffer.from('\r\n\r\nRecordType   : 8\r\nAuditData    : {"a":1}\r\n'), 'ConvertTo-Json'],
])('formatOf identifies a file that is not a log, and does not search it for records: %#', (head, detail) => {
  expect(formatOf(head)).toEqual({ kind: 'unknown', detail: expect.stringContaining(detail) })
})

const record = JSON.stringify({ CreationTime: '2026-03-11T09:14:27', Operation: 'x, "y"; z', RecordType: 8 })
const quoted = `"${record.replaceAll('"', '""')}"`

it.each([',', ';', '\t'])(
  'a table with records of the unified audit log is detected by its rows, regardless of its column names, with the separator %j',
  (delimiter) => {
    const text = `${['1. Spalte', 'Prüfdaten'].join(delimiter)}\r\n${['1', quoted].join(delimiter)}\r\n`
    expect(formatOf(Buffer.from(text))).toEqual({ kind: 'csv', headerAt: 0, delimiter })
  },
)

it('a unified audit log table can have one column, records on several lines, and quoted names', () => {
  const indented = JSON.stringify(JSON.parse(record), null, 1).replace('8', '8,\n"Actor": [\n{}\n]')
  const text = `"Daten, geprüft",a\n"${indented.replaceAll('"', '""')}",1\n`
  expect(formatOf(Buffer.from(text))).toEqual({ kind: 'csv', headerAt: 0, delimiter: ',' })
  expect(formatOf(Buffer.from(`Prüfdaten\n${quoted}\n`))).toMatchObject({ kind: 'csv' })
})

it('a unified audit log table can lack a header line', () => {
  for (const [row, columns] of [
    [`1;${quoted}`, ['column 1', 'column 2']],
    [quoted, ['column 1']],
  ] as const)
    expect(formatOf(Buffer.from(`${row}\n${row}\n`))).toMatchObject({ kind: 'csv', columns })
})

it('lines of JSON records after a banner are not a table', () => {
  const first = '{"RecordType":8,"Operation":"x; y, z"}'
  for (const line of [record, first])
    for (const banner of [
      'export of the log',
      'one, two',
      'cut":"off"}',
      'off; y"}',
      '<13>Mar 1 host app: {"a": "b; c"}',
    ])
      expect(formatOf(Buffer.from(`${banner}\n${line}\n${line}\n`))).toEqual({ kind: 'json' })
})

it('a minus sign in the name of a column becomes a hyphen', () => {
  expect(canonicalColumn('Date (GMT\u221205:00)')).toBe('Date (GMT-05:00)')
})
