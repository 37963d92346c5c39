// Inputs without a readable record: the result is nothing, or one dead letter with the reason.
import { gzipSync } from 'node:zlib'
import type { DeadLetterCode } from '../../pipeline/outcome.ts'
import { json } from './form.ts'

interface WithoutRecord {
  readonly title: string
  readonly way: 'file' | 'kafka'
  readonly content: string | Buffer
  /** Absent where there is nothing to report. */
  readonly code?: DeadLetterCode
}

/** Bytes that are not text: the low bytes of multiples of 7919. */
const noise = Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) >>> 3))

export const withoutRecord: readonly WithoutRecord[] = [
  { title: 'An empty Kafka value (a tombstone)', way: 'kafka', content: '' },
  { title: 'An empty file', way: 'file', content: '' },
  { title: 'Spaces and NUL bytes', way: 'file', content: ' \r\n\0' },
  { title: 'A page without elements', way: 'kafka', content: json({ kind: 'admin#reports#activities', etag: '"x"' }) },
  { title: 'Kafka Connect with a null payload', way: 'kafka', content: json({ schema: null, payload: null }) },
  {
    title: 'A webhook notification of the Management API',
    way: 'kafka',
    content: json({ contentUri: 'https://manage.example/1', contentId: '1', contentType: 'Audit.General' }),
    code: 'not_ours',
  },
  {
    title: 'Defender XDR streaming, another table',
    way: 'kafka',
    content: json({ category: 'AdvancedHunting-DeviceEvents', properties: {} }),
    code: 'not_ours',
  },
  {
    title: 'An export row without AuditData',
    way: 'file',
    content: 'AuditData,Identity\n,x\n',
    code: 'audit_data_empty',
  },
  {
    title: 'A row of CloudAppEvents about an operation in these tables, without RawEventData',
    way: 'file',
    content: json({ ActionType: 'Add delegated permission grant.', Timestamp: '2026-03-11T09:57:49Z' }),
    code: 'audit_data_empty',
  },
  {
    title: 'JSON in an unknown format',
    way: 'kafka',
    content: json({ level: 'info', msg: 'started' }),
    code: 'format_unknown',
  },
  {
    title: 'An API error response',
    way: 'file',
    content: json({ error: { code: 'InvalidAuthenticationToken', message: 'Access token has expired.' } }),
    code: 'api_error',
  },
  {
    title:
      'A response of the Log Analytics query API with some of the rows and an error (Consentry reads the rows; the error has its own dead letter)',
    way: 'file',
    content: json({
      tables: [],
      error: { code: 'PartialError', message: 'There were some errors when processing your query.' },
    }),
    code: 'api_error',
  },
  { title: 'An HTML page', way: 'file', content: '<!DOCTYPE html>\n<script>\n{}\n</script>\n', code: 'not_json' },
  { title: 'A PDF document', way: 'file', content: '%PDF-1.4\n[0 0 612 792]\n%%EOF', code: 'not_json' },
  { title: 'Binary data in a Kafka value', way: 'kafka', content: noise, code: 'not_json' },
  { title: 'Binary data in a file', way: 'file', content: noise, code: 'not_json' },
  {
    title: 'A ZIP archive on standard input, or inside another archive (unpack it)',
    way: 'file',
    content: Buffer.from('PK\x03\x04'),
    code: 'not_json',
  },
  {
    title: 'An Excel workbook, `.xlsx` (save it as CSV UTF-8)',
    way: 'file',
    content: Buffer.from('PK\x03\x04........[Content_Types].xml'),
    code: 'not_json',
  },
  {
    title: 'A CSV export of the Google Admin console other than OAuth log events, or whose times have no time zone',
    way: 'file',
    content: 'Date,Event,Description,Actor,IP address\n2026-03-11 09:14,Authorize,x,a@northpier.example,198.51.100.7\n',
    code: 'format_unknown',
  },
  {
    title: 'A truncated gzip file (Consentry reads its complete records; a cut record has its own dead letter)',
    way: 'file',
    content: gzipSync('\n').subarray(0, -4),
    code: 'not_json',
  },
]
