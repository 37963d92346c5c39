import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { decisionTable, rowOf } from '../../../pipeline/decode/decision-table.ts'
import { decode } from '../../../pipeline/decode/decode.ts'
import * as sample from '../../support/native-samples.ts'

const { activity, alert, audit, directoryAudit, envelope, graphActivity, logEntry, signIn } = sample
const text = JSON.stringify

/** One invented value per row: its input, and its outcomes (`kind` or code, and the element). */
const samples: Readonly<Record<string, readonly [value: JsonObject, ...outcomes: string[]]>> = {
  '2': [{ records: [envelope('AuditLogs', directoryAudit), audit] }, 'A records[0].properties', 'U records[1]'],
  '3': [{ kind: 'admin#reports#activities', items: [activity, activity] }, 'G items[0]', 'G items[1]'],
  '3a': [{ items: [activity], nextPageToken: 'x' }, 'G items[0]'],
  '4': [
    { '@odata.context': 'x', '@odata.nextLink': 'y', value: [directoryAudit, signIn, sample.auditSearchRecord(audit)] },
    'A value[0]',
    'S value[1]',
    'U value[2].auditData',
  ],
  '4a': [{ kind: 'admin#directory#users', users: [sample.directoryUser] }, 'D users[0]'],
  '5': [{ alerts: [alert], nextPageToken: 'x' }, 'C alerts[0]'],
  '6': [envelope('ServicePrincipalSignInLogs', signIn), 'S properties'],
  '7': [{ category: 'AdvancedHunting-DeviceEvents' }, 'not_ours '],
  '8': [sample.auditSearchRecord(audit), 'U auditData'],
  '9': [{ RecordType: 'AzureActiveDirectory', AuditData: text(audit), Identity: 'x' }, 'U AuditData'],
  '10a': [sample.officeRow, 'U '],
  '10b': [{ creationTime: '2026-03-11T09:14:27', operation: 'x', recordType: 8, workload: 'x' }, 'U '],
  '10': [audit, 'U '],
  '11': [directoryAudit, 'A '],
  '11a': [signIn, 'S '],
  '11b': [graphActivity, 'M '],
  '11c': [
    { id: 'a', riskState: 'atRisk', riskLevel: 'high', riskEventType: 'x', detectedDateTime: '2026-03-11T09:18:59Z' },
    'R ',
  ],
  '11d': [sample.aadGraphActivity, 'N '],
  '12': [sample.auditLogsRow, 'A '],
  '12a': [
    {
      Type: 'SigninLogs',
      AppId: 'a',
      ResultType: '0',
      CreatedDateTime: '2026-03-11T09:18:59Z',
      Status: '{"errorCode":0}',
    },
    'S ',
  ],
  '12b': [{ RequestUri: 'https://graph.microsoft.com/v1.0/me', ResponseStatusCode: 200 }, 'M '],
  '12c': [
    { Timestamp: '2026-03-11T09:57:49Z', ActionType: 'activity', RawEventData: text(activity) },
    'G RawEventData',
  ],
  '12d': [{ Id: 'a', RiskState: 'atRisk', RiskLevel: 'high', RiskLastUpdatedDateTime: '2026-03-11T09:18:59Z' }, 'R '],
  '12e': [
    {
      RequestUri: 'https://graph.windows.net/northpier.example/users',
      ResponseStatusCode: 200,
      Type: 'AADGraphActivityLogs',
    },
    'N ',
  ],
  '13': [activity, 'G '],
  '14': [logEntry, 'G '],
  '14a': [
    {
      time_usec: '1773220467789000',
      record_type: 'token',
      event_name: 'authorize',
      email: null,
      admin: null,
      token: { client_id: 'x', scope: [] },
    },
    'G ',
  ],
  '14b': [sample.gmailRow, 'B '],
  '14c': [
    {
      schema: { fields: [{ name: 'event_info', type: 'RECORD', fields: [{ name: 'timestamp_usec' }] }] },
      rows: [{ f: [{ v: { f: [{ v: '1773220467789000' }] } }] }],
    },
    'B rows[0]',
  ],
  '14d': [
    {
      tables: [
        {
          name: 'PrimaryResult',
          columns: ['OperationName', 'InitiatedBy', 'TargetResources', 'TimeGenerated'].map((name) => ({ name })),
          rows: [['Consent to application', '{}', '[]', '2026-03-11T09:14:27Z'], []],
        },
      ],
      error: { code: 'PartialError', message: 'a shard did not answer' },
    },
    'A tables[0].rows[0]',
    'format_unknown tables[0].rows[1]',
    'api_error error',
  ],
  '14e': [{ 'Date (UTC)': '2026-03-11T09:14:27Z', Activity: 'Consent to application', ActorType: 'User' }, 'A '],
  '14f': [{ 'Date (UTC)': '2026-03-11T09:14:27Z', 'Request ID': 'x', 'Sign-in error code': '0' }, 'S '],
  '15': [alert, 'C '],
  '15a': [sample.servicePrincipal, 'I '],
  '15b': [sample.directoryToken, 'D '],
  '15c': [{ primaryEmail: 'lena.ostrow@northpier.example', JSON: text(sample.directoryUser) }, 'D JSON'],
  '16': [
    { '@timestamp': '2026-03-11T09:14:27Z', event: { original: text(audit) }, o365: { audit: {} } },
    'U event.original',
  ],
  '17': [{ message: text(audit), '@version': '1' }, 'U message'],
  '17a': [{ subscription: 's', message: { data: base64(logEntry), messageId: '1' } }, 'G message.data'],
  '17b': [{ data: base64(activity), messageId: '1' }, 'G data'],
  '17c': [{ message: base64(activity), attribute: 'x' }, 'G message'],
  '18': [{ integration: 'office365', office365: audit }, 'U office365'],
  '19': [{ event: audit, routing: { event_type: 'x' } }, 'U event'],
  '19a': [{ event: text(audit), sourcetype: 'o365:management:activity' }, 'U event'],
  '20': [{ _raw: text(audit), _time: 1773220467, sourcetype: 'ms:o365:management' }, 'U _raw'],
  '20a': [{ _raw: audit, _time: 1773220467 }, 'U _raw'],
  '20b': [{ preview: false, result: { _raw: text(audit) } }, 'U result._raw'],
  '21': [{ schema: null, payload: audit }, 'U payload'],
  '22': [{ json: activity, input: { type: 'httpjson' } }, 'G json'],
  '23': [{ contentUri: 'https://manage.example/x', contentId: 'x', contentType: 'Audit.General' }, 'not_ours '],
  '24': [{ Vorgang: 'x', Operation: 'x', RecordType: '8', Überwachungsdaten: text(audit) }, 'U Überwachungsdaten'],
  '24a': [{ Date: 'x', Event: 'Authorize', Description: 'x', Actor: 'x' }, 'format_unknown '],
  '25': [{ error: { code: 'InvalidAuthenticationToken', message: 'expired' } }, 'api_error '],
}

function base64(value: unknown): string {
  return Buffer.from(text(value)).toString('base64')
}

function outcomes(value: unknown): string[] {
  const decoded = decode({ delivery: { source: 't', offset: '0' }, text: text(value) })
  return decoded.map((o) => `${o.ok ? o.kind : o.code} ${o.element}`)
}

it('the decision table has a sample for each row', () => {
  expect(Object.keys(samples).sort()).toEqual(decisionTable.map((row) => row.row).sort())
})

for (const { row, name } of decisionTable) {
  const [value, ...expected] = samples[row] ?? [{}]

  it(`the decision table reads a ${name} with row ${row}`, () => {
    expect(rowOf(value)?.row).toBe(row)
    expect(outcomes(value)).toEqual(expected)
  })

  it(`the decision table reads each element of a ${name} in a batch separately`, () => {
    const inBatch = [...expected, ...expected].map((outcome, index) => {
      const [kind, element] = outcome.split(' ')
      const step = `[${index < expected.length ? 0 : 2}]`
      return `${kind} ${step}${element === '' ? '' : '.'}${element}`
    })
    inBatch.splice(expected.length, 0, 'format_unknown [1]')
    expect(outcomes([value, 7, value])).toEqual(inBatch)
  })
}

it.each([
  ['U records[0]', { records: [audit] }],
  ['G items[0]', { kind: 'admin#reports#activities', items: [activity] }],
  ['G items[0]', { items: [activity] }],
  ['A value[0]', { '@odata.context': 'x', value: [directoryAudit] }],
  ['D users[0]', { users: [sample.directoryUser] }],
  ['C alerts[0]', { alerts: [alert] }],
])('a page is read with its other lists, and its error is a failure of its own: %s', (record, page) => {
  const more = { Records: [audit], tags: ['x'], error: { code: 503, message: 'backend error' } }
  expect(outcomes({ ...page, ...more })).toEqual([record, 'U Records[0]', 'api_error error'])
})

it('the first matching row of the decision table takes precedence over native shapes', () => {
  expect(rowOf({ ...audit, AuditData: '{}' })?.row).toBe('9')
  expect(rowOf({ ...audit, Type: 'OfficeActivity' })?.row).toBe('10a')
  expect(rowOf({ ...activity, category: 'x', properties: {} })?.row).toBe('6')
  expect(rowOf({ ...activity, category: 'AdvancedHunting-CloudAppEvents' })?.row).toBe('7')
  expect(rowOf({ ...audit, event: { original: text(audit) } })?.row).toBe('10')
  expect(rowOf({ message: text(audit), o365: { audit } })?.row).toBe('17')
})

it('the decision table never merges the siblings of a wrapper into the record', () => {
  const [decoded] = decode({
    delivery: { source: 't', offset: '0' },
    text: text({ message: text(audit), ClientIP: '203.0.113.9', host: 'collector' }),
  })
  expect(decoded).toMatchObject({ ok: true, record: audit })
  expect(decoded?.ok && Object.keys(decoded.record)).toEqual(Object.keys(audit))
})

it('the decision table names some members of an unknown shape', () => {
  const [failure] = decode({ delivery: { source: 't', offset: '0' }, text: '{"level":"info","msg":"started"}' })
  expect(failure).toMatchObject({ code: 'format_unknown', detail: 'no known format has the members level, msg' })
  const [alert] = decode({ delivery: { source: 't', offset: '0' }, text: '{"settled":true,"risk_score":73}' })
  expect(alert).toMatchObject({ code: 'format_unknown', detail: expect.stringContaining('result of an earlier hunt') })
  const [empty] = decode({ delivery: { source: 't', offset: '0' }, text: '{}' })
  expect(empty).toMatchObject({ code: 'format_unknown', detail: 'an object without members' })
})
