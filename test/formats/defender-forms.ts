// Defender XDR: CloudAppEvents rows that carry the native record in RawEventData.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { eachLine, type Form, form, isKind, json, type Native, portalCsv, without } from './form.ts'

const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'
const carries = isKind('U', 'G')

/** Converts a unified audit record: here its time has seven decimals and a zone. */
function rawUnified(record: JsonObject): JsonObject {
  return { ...record, CreationTime: `${String(record.CreationTime).slice(0, 19)}.0000000Z` }
}

/** Converts a Google activity: its time is epoch milliseconds in an object; ids and whole numbers are JSON numbers. */
function rawActivity(record: JsonObject): string {
  const id = record.id as JsonObject
  const time = { dateOnly: false, timeZoneShift: 0, value: Date.parse(String(id.time)) }
  return json({ ...record, id: { ...id, time } })
    .replace(/"uniqueQualifier":"(-?\d+)"/g, '"uniqueQualifier":$1')
    .replace(/"intValue":"(-?\d+)"/g, '"intValue":$1')
}

const rawText = ({ kind, record }: Native): string => (kind === 'G' ? rawActivity(record) : json(rawUnified(record)))

function row({ kind, record }: Native): JsonObject {
  const isGoogle = kind === 'G'
  const created = isGoogle ? (record.id as JsonObject).time : rawUnified(record).CreationTime
  return {
    Timestamp: created ?? null,
    ActionType: isGoogle ? 'activity' : (record.Operation ?? ''),
    Application: isGoogle ? 'Google Workspace' : 'Microsoft 365',
    ApplicationId: isGoogle ? 11770 : 11161,
    AccountDisplayName: 'Mara Voss',
    AccountObjectId: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
    IsAdminOperation: false,
    IPAddress: '198.51.100.23',
    CountryCode: 'NL',
    ISP: 'Example Cloud',
    UserAgent: null,
    ActivityType: 'Basic',
    OAuthAppId: null,
    ReportId: '0a1b2c3d4e5f60718293a4b5c6d7e8f9_11770',
  }
}

/** Returns an envelope as text, with the native record unchanged: 19 digits do not survive a JSON.parse round trip. */
function envelope(native: Native, asText: boolean): string {
  const raw = asText ? json(rawText(native)) : rawText(native)
  const text = json({
    time: '2026-03-11T10:00:07.0526253Z',
    tenantId: tenant,
    operationName: 'Publish',
    category: 'AdvancedHunting-CloudAppEvents',
    _TimeReceivedBySvc: row(native).Timestamp,
    properties: { ...row(native), AuditSource: 'Defender for Cloud Apps app connector', RawEventData: '?' },
    Tenant: 'DefaultTenant',
  })
  return text.replace('"RawEventData":"?"', () => `"RawEventData":${raw}`)
}

const stream = (asText: boolean) => (natives: readonly Native[]) =>
  `{"records":[${natives.map((native) => envelope(native, asText)).join(',')}]}`

const columns = ['Timestamp', 'ActionType', 'Application', 'AccountObjectId', 'IPAddress', 'RawEventData']

function tableRow(native: Native): JsonObject {
  return {
    TenantId: '0f9e8d7c-6b5a-4c3d-8e2f-1a0b9c8d7e6f',
    TimeGenerated: row(native).Timestamp ?? null,
    ...without(row(native), 'Timestamp'),
    RawEventData: rawText(native),
    SourceSystem: '',
    Type: 'CloudAppEvents',
  }
}

export const defenderForms: readonly Form[] = [
  form('defender-cloud-app-events', 'Defender XDR streaming to Event Hubs or storage, `CloudAppEvents`', carries, {
    extension: 'json',
    wrap: stream(false),
  }),
  form('defender-cloud-app-events-text', '`CloudAppEvents` with `RawEventData` as text', carries, {
    extension: 'json',
    wrap: stream(true),
  }),
  form('log-analytics-cloud-app-events', 'Log Analytics table `CloudAppEvents`', carries, { wrap: eachLine(tableRow) }),
  form('advanced-hunting-csv', 'Advanced hunting in the Defender portal, exported as CSV', carries, {
    extension: 'csv',
    only: 'file',
    wrap: (natives) =>
      portalCsv(
        columns,
        natives.map((native) => columns.map((name) => (name === 'RawEventData' ? rawText(native) : row(native)[name]))),
      ),
  }),
]
