import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../pipeline/source/format.ts'

describe('formatOf', () => {
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
    ['Operation,RecordType,CreationTime\n', { kind: 'csv', headerAt: 0, delimiter: ',' }],
    ['', { kind: 'empty' }],
    [' \0\n', { kind: 'empty' }],
    ['Dear reader, this is prose\n', { kind: 'unknown', detail: 'neither JSON nor a CSV with a header line' }],
    ['\x28\xb5', { kind: 'unknown', detail: 'neither JSON nor a CSV with a header line' }],
  ])('tells %j by content', (text, format) => {
    expect(formatOf(Buffer.from(text))).toEqual(format)
  })

  it('names packed files', () => {
    expect(formatOf(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0]))).toMatchObject({
      detail: expect.stringContaining('zstd'),
    })
  })
})
