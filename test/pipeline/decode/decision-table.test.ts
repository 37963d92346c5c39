import { expect, it } from 'vitest'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { decisionTable, rowOf } from '../../../pipeline/decode/decision-table.ts'
import { decode } from '../../../pipeline/decode/decode.ts'
import * as sample from '../../support/native-samples.ts'

const { activity, alert, audit, directoryAudit, envelope, graphActivity, logEntry, signIn } = sample
const text = JSON.stringify

/** One invented value per row: its input, and its outcomes (`kind` or code, and the element). */
const samples: Readonly<Record<string, readonly [value: JsonObject, ...outcomes: string[]]>> = {
  'Azure Monitor batch': [
    { records: [envelope('AuditLogs', directoryAudit), audit] },
    'A records[0].properties',
    'U records[1]',
  ],
  'Reports API page': [{ kind: 'admin#reports#activities', items: [activity, activity] }, 'G items[0]', 'G items[1]'],
  'page without kind': [{ items: [activity], nextPageToken: 'x' }, 'G items[0]'],
  'Graph page': [
    { '@odata.context': 'x', '@odata.nextLink': 'y', value: [directoryAudit, signIn, sample.auditSearchRecord(audit)] },
    'A value[0]',
    'S value[1]',
    'U value[2].auditData',
  ],
  'Directory API page of users': [{ kind: 'admin#directory#users', users: [sample.directoryUser] }, 'D users[0]'],
  'Alert Center page': [{ alerts: [alert], nextPageToken: 'x' }, 'C alerts[0]'],
  'diagnostic record': [envelope('ServicePrincipalSignInLogs', signIn), 'S properties'],
  'Defender XDR streaming without properties': [{ category: 'AdvancedHunting-DeviceEvents' }, 'not_ours '],
  'Graph audit search record': [sample.auditSearchRecord(audit), 'U auditData'],
  'audit export row': [{ RecordType: 'AzureActiveDirectory', AuditData: text(audit), Identity: 'x' }, 'U AuditData'],
  'OfficeActivity row': [sample.officeRow, 'U '],
  'unified audit record in small letters': [
    { creationTime: '2026-03-11T09:14:27', operation: 'x', recordType: 8, workload: 'x' },
    'U ',
  ],
  'unified audit record': [audit, 'U '],
  'directory audit': [directoryAudit, 'A '],
  'sign-in': [signIn, 'S '],
  'Graph activity': [graphActivity, 'M '],
  'verdict of Entra ID Protection': [
    { id: 'a', riskState: 'atRisk', riskLevel: 'high', riskEventType: 'x', detectedDateTime: '2026-03-11T09:18:59Z' },
    'R ',
  ],
  'Azure AD Graph activity': [sample.aadGraphActivity, 'N '],
  'Log Analytics AuditLogs row': [sample.auditLogsRow, 'A '],
  'Log Analytics sign-in row': [
    {
      Type: 'SigninLogs',
      AppId: 'a',
      ResultType: '0',
      CreatedDateTime: '2026-03-11T09:18:59Z',
      Status: '{"errorCode":0}',
    },
    'S ',
  ],
  'Log Analytics Graph activity row': [
    { RequestUri: 'https://graph.microsoft.com/v1.0/me', ResponseStatusCode: 200 },
    'M ',
  ],
  'Defender hunting row': [
    { Timestamp: '2026-03-11T09:57:49Z', ActionType: 'activity', RawEventData: text(activity) },
    'G RawEventData',
  ],
  'Log Analytics row of Entra ID Protection': [
    { Id: 'a', RiskState: 'atRisk', RiskLevel: 'high', RiskLastUpdatedDateTime: '2026-03-11T09:18:59Z' },
    'R ',
  ],
  'Log Analytics Azure AD Graph activity row': [
    {
      RequestUri: 'https://graph.windows.net/northpier.example/users',
      ResponseStatusCode: 200,
      Type: 'AADGraphActivityLogs',
    },
    'N ',
  ],
  'Google Reports activity': [activity, 'G '],
  'Cloud log entry': [logEntry, 'G '],
  'BigQuery activity row': [
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
  'BigQuery row of Gmail logs': [sample.gmailRow, 'B '],
  'BigQuery result with its schema': [
    {
      schema: { fields: [{ name: 'event_info', type: 'RECORD', fields: [{ name: 'timestamp_usec' }] }] },
      rows: [{ f: [{ v: { f: [{ v: '1773220467789000' }] } }] }],
    },
    'B rows[0]',
  ],
  'Log Analytics query result': [
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
  'Entra admin center audit row': [
    { 'Date (UTC)': '2026-03-11T09:14:27Z', Activity: 'Consent to application', ActorType: 'User' },
    'A ',
  ],
  'Entra admin center sign-in row': [
    { 'Date (UTC)': '2026-03-11T09:14:27Z', 'Request ID': 'x', 'Sign-in error code': '0' },
    'S ',
  ],
  'Google alert': [alert, 'C '],
  'Microsoft Graph directory object': [sample.servicePrincipal, 'I '],
  'Google directory object': [sample.directoryToken, 'D '],
  'GAM row with an object': [
    { primaryEmail: 'lena.ostrow@northpier.example', JSON: text(sample.directoryUser) },
    'D JSON',
  ],
  'Elastic document with its original': [
    { '@timestamp': '2026-03-11T09:14:27Z', event: { original: text(audit) }, o365: { audit: {} } },
    'U event.original',
  ],
  'message wrapper': [{ message: text(audit), '@version': '1' }, 'U message'],
  'Pub/Sub push body': [{ subscription: 's', message: { data: base64(logEntry), messageId: '1' } }, 'G message.data'],
  'Pub/Sub message': [{ data: base64(activity), messageId: '1' }, 'G data'],
  'Pub/Sub message from Kafka Connect': [{ message: base64(activity), attribute: 'x' }, 'G message'],
  'document parsed by a shipper': [{ integration: 'office365', office365: audit }, 'U office365'],
  'LimaCharlie or Splunk event': [{ event: audit, routing: { event_type: 'x' } }, 'U event'],
  'Splunk event as text': [{ event: text(audit), sourcetype: 'o365:management:activity' }, 'U event'],
  'Splunk or Cribl _raw': [{ _raw: text(audit), _time: 1773220467, sourcetype: 'ms:o365:management' }, 'U _raw'],
  '_raw already parsed': [{ _raw: audit, _time: 1773220467 }, 'U _raw'],
  'Splunk result': [{ preview: false, result: { _raw: text(audit) } }, 'U result._raw'],
  'Kafka Connect JSON converter': [{ schema: null, payload: audit }, 'U payload'],
  'json member of a shipper': [{ json: activity, input: { type: 'httpjson' } }, 'G json'],
  'Management API notification': [
    { contentUri: 'https://manage.example/x', contentId: 'x', contentType: 'Audit.General' },
    'not_ours ',
  ],
  'audit export row with other columns': [
    { Vorgang: 'x', Operation: 'x', RecordType: '8', Überwachungsdaten: text(audit) },
    'U Überwachungsdaten',
  ],
  'Google Admin console row': [{ Date: 'x', Event: 'Authorize', Description: 'x', Actor: 'x' }, 'format_unknown '],
  'error answer of an API': [{ error: { code: 'InvalidAuthenticationToken', message: 'expired' } }, 'api_error '],
}

function base64(value: unknown): string {
  return Buffer.from(text(value)).toString('base64')
}

function outcomes(value: unknown): string[] {
  const decoded = decode({ delivery: { source: 't', offset: '0' }, text: text(value) })
  return decoded.map((o) => `${o.ok ? o.kind : o.code} ${o.element}`)
}

it('the decision table has a sample for each row', () => {
  expect(Object.keys(samples).sort()).toEqual(decisionTable.map(({ name }) => name).sort())
})

for (const { name } of decisionTable) {
  const [value, ...expected] = samples[name] ?? [{}]

  it(`the decision table recognizes and reads a ${name}`, () => {
    expect(rowOf(value)?.name).toBe(name)
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
  const error = { code: 503, message: 'backend error' }
  const faults = { error, errors: [error], warnings: [error] }
  const reported = ['api_error error', 'api_error errors', 'api_error warnings']
  expect(outcomes({ ...page, Records: [audit], tags: ['x'], ...faults })).toEqual([record, 'U Records[0]', ...reported])
})

it('a page of a value and a list of errors is a partial answer', () => {
  expect(outcomes({ value: [directoryAudit], errors: [{ code: 503 }] })).toEqual(['A value[0]', 'api_error errors'])
})

it('the first matching row of the decision table takes precedence over native shapes', () => {
  expect(rowOf({ ...audit, AuditData: '{}' })?.name).toBe('audit export row')
  expect(rowOf({ ...audit, Type: 'OfficeActivity' })?.name).toBe('OfficeActivity row')
  expect(rowOf({ ...activity, category: 'x', properties: {} })?.name).toBe('diagnostic record')
  expect(rowOf({ ...activity, category: 'AdvancedHunting-CloudAppEvents' })?.name).toBe(
    'Defender XDR streaming without properties',
  )
  expect(rowOf({ ...audit, event: { original: text(audit) } })?.name).toBe('unified audit record')
  expect(rowOf({ message: text(audit), o365: { audit } })?.name).toBe('message wrapper')
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
