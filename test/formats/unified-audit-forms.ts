// The forms in which a unified audit record is delivered.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { csv, eachLine, type Form, form, inPage, isKind, json, type Native, portalCsv, recordLines } from './form.ts'
import { officeActivityForm } from './office-activity-form.ts'

const unified = isKind('U')

const textOf = (value: Json | undefined): string => (value === undefined ? '' : String(value))

/** Formats the time in the culture of a machine in the United States; other machines format it differently. */
function localTime(record: JsonObject): string {
  const [, year, month, day, hour, rest] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+:\d+)/.exec(textOf(record.CreationTime)) ?? []
  const hours = Number(hour)
  return `${Number(month)}/${Number(day)}/${year} ${hours % 12 === 0 ? 12 : hours % 12}:${rest} ${hours < 12 ? 'AM' : 'PM'}`
}

const typeNames: Readonly<Record<string, string>> = {
  2: 'ExchangeItem',
  8: 'AzureActiveDirectory',
  15: 'AzureActiveDirectoryStsLogon',
}
const typeName = (record: JsonObject): string => typeNames[textOf(record.RecordType)] ?? textOf(record.RecordType)

const cmdletColumns = [
  ...['RecordType', 'CreationDate', 'UserIds', 'Operations', 'AuditData'],
  ...['ResultIndex', 'ResultCount', 'Identity', 'IsValid', 'ObjectState'],
]

function cmdletObject({ record }: Native, index: number, all: readonly unknown[]): JsonObject {
  return {
    RecordType: typeName(record),
    CreationDate: localTime(record),
    UserIds: record.UserId ?? '',
    Operations: record.Operation ?? '',
    AuditData: json(record),
    ResultIndex: index + 1,
    ResultCount: all.length,
    Identity: record.Id ?? '',
    IsValid: true,
    ObjectState: 'Unchanged',
  }
}

const cells = (columns: readonly string[], object: JsonObject) => columns.map((column) => object[column])

const cmdletCsv = (natives: readonly Native[], end?: string): string =>
  csv(
    cmdletColumns,
    natives.map((...native) => cells(cmdletColumns, cmdletObject(...native))),
    end,
  )

function remoteCsv(natives: readonly Native[]): string {
  const header = ['PSComputerName', 'RunspaceId', 'PSShowComputerName', ...cmdletColumns]
  const rows = natives.map((...native) => [
    'outlook.office365.com',
    '2f1e0d3c-4b5a-4697-8877-665544332211',
    'False',
    ...cells(cmdletColumns, cmdletObject(...native)),
  ])
  return `#TYPE Deserialized.Microsoft.Exchange.Data.Storage.Management.AuditRecord\r\n${csv(header, rows, '\r\n')}`
}

/** Formats a date in one of the three ways of `ConvertTo-Json`, which depend on its version. */
function jsonDate(record: JsonObject, index: number): Json {
  const time = `${textOf(record.CreationTime).slice(0, 19)}Z`
  const dates: readonly Json[] = [time, `/Date(${Date.parse(time)})/`, { value: time, DateTime: localTime(record) }]
  return dates[index % dates.length] as Json
}

const purviewColumns = [
  ...['RecordId', 'CreationDate', 'RecordType', 'Operation', 'UserId', 'AuditData'],
  ...['AssociatedAdminUnits', 'AssociatedAdminUnitsNames'],
]

/** The columns that the portal writes for a user with German as language. */
const germanColumns = [
  ...['Datensatz-ID', 'Erstellungsdatum', 'Datensatztyp', 'Vorgang', 'Benutzer-ID', 'Überwachungsdaten'],
  ...['Zugeordnete Verwaltungseinheiten', 'Namen der zugeordneten Verwaltungseinheiten'],
]

function purviewCsv(natives: readonly Native[], header: readonly string[] = purviewColumns): string {
  const rows = natives.map(({ record }) => {
    const created = `${textOf(record.CreationTime).slice(0, 19)}.0000000Z `
    return [record.Id, created, record.RecordType, record.Operation, record.UserId, json(record), '', '']
  })
  return portalCsv(header, rows)
}

const splunkColumns = ['_time', 'host', 'source', 'sourcetype', ...cmdletColumns.map((name) => name.toLowerCase())]

/** Adds the OData type to each member of a value that is not a text. */
function withTypeNotes(value: Json): Json {
  if (Array.isArray(value)) return value.map(withTypeNotes)
  if (!isObject(value)) return value
  const out: JsonObject = {}
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'number') out[`${name}@odata.type`] = '#Int64'
    if (Array.isArray(member)) out[`${name}@odata.type`] = '#Collection(microsoft.graph.security.defaultAuditData)'
    if (member !== undefined) out[name] = withTypeNotes(member)
  }
  return out
}

function auditSearchRecord({ record }: Native): JsonObject {
  const data = withTypeNotes(record) as JsonObject
  const zoned = textOf(record.CreationTime).replace(/Z?$/, 'Z')
  return {
    id: record.Id ?? null,
    createdDateTime: zoned,
    auditLogRecordType: typeName(record),
    operation: record.Operation ?? null,
    organizationId: record.OrganizationId ?? null,
    userType: 'Regular',
    userId: record.UserKey ?? null,
    service: record.Workload ?? null,
    objectId: record.ObjectId ?? null,
    userPrincipalName: record.UserId ?? null,
    clientIp: null,
    administrativeUnits: [''],
    auditData: { '@odata.type': '#microsoft.graph.security.defaultAuditData', ...data, CreationTime: zoned },
  }
}

const auditSearchPage = (natives: readonly Native[]): string =>
  json({
    '@odata.context': "https://graph.microsoft.com/v1.0/$metadata#security/auditLog/queries('1')/records",
    '@odata.count': natives.length,
    value: natives.map(auditSearchRecord),
  })

/** Renders records that contain lists as Export-Csv does. */
function flattenedCsv(natives: readonly Native[]): string {
  const header = [...new Set(natives.flatMap(({ record }) => Object.keys(record)))]
  const cell = (value: Json | undefined) =>
    Array.isArray(value) ? 'System.Object[]' : isObject(value) ? '@{Value=System.Object}' : value
  return csv(
    header,
    natives.map(({ record }) => header.map((name) => cell(record[name]))),
    '\r\n',
  )
}

const audit = (name: string, title: string, more: Parameters<typeof form>[3]): Form => form(name, title, unified, more)

/** Defines a table, which is read only from files. */
const table = (name: string, title: string, wrap: Form['wrap']): Form =>
  audit(name, title, { extension: 'csv', only: 'file', wrap })

export const unifiedAuditForms: readonly Form[] = [
  audit('management-api-lines', 'Office 365 Management Activity API, one record per message or line; SOF-ELK output', {
    wrap: recordLines,
  }),
  audit(
    'management-api-blob',
    'Office 365 Management Activity API, a content blob; Extractor-Suite `-AuditDataOnly` JSON',
    { extension: 'json', wrap: inPage((records) => records) },
  ),
  table('search-unified-audit-log-csv', 'Search-UnifiedAuditLog, `Export-Csv`; Extractor-Suite CSV', (natives) =>
    cmdletCsv(natives),
  ),
  table(
    'search-unified-audit-log-remote-csv',
    'Search-UnifiedAuditLog over remote PowerShell, with a `#TYPE` line',
    remoteCsv,
  ),
  audit('search-unified-audit-log-utf16-csv', 'Search-UnifiedAuditLog, `Export-Csv -Encoding Unicode` (UTF-16)', {
    extension: 'bin',
    only: 'file',
    wrap: (natives) => Buffer.from(`\uFEFF${cmdletCsv(natives, '\r\n')}`, 'utf16le'),
  }),
  audit('search-unified-audit-log-json', 'Search-UnifiedAuditLog, `ConvertTo-Json`', {
    extension: 'json',
    wrap: (natives) =>
      JSON.stringify(
        natives.map((native, index, all) => ({
          ...cmdletObject(native, index, all),
          RecordType: native.record.RecordType,
          CreationDate: jsonDate(native.record, index),
        })),
        null,
        4,
      ),
  }),
  table('splunk-export-csv', 'Search-UnifiedAuditLog, then exported from Splunk', (natives) =>
    csv(
      splunkColumns,
      natives.map((native, index, all) => {
        const row = cells(cmdletColumns, cmdletObject(native, index, all))
        return [native.record.CreationTime, 'collector', 'ual.csv', 'csv', ...row]
      }),
    ),
  ),
  table('purview-portal-csv', 'Purview portal export', (natives) => purviewCsv(natives)),
  table(
    'purview-portal-german-csv',
    'Purview portal export in another language: columns are found by their content',
    (natives) => purviewCsv(natives, germanColumns),
  ),
  table('purview-portal-old-csv', 'Purview portal export, older columns', (natives) =>
    csv(
      ['CreationDate', 'UserIds', 'Operations', 'AuditData'],
      natives.map(({ record }) => [localTime(record), record.UserId, record.Operation, json(record)]),
      '\r\n',
    ),
  ),
  audit('extractor-suite-json', 'Microsoft-Extractor-Suite JSON: consecutive arrays, AuditData is an object', {
    extension: 'json',
    wrap: (natives) =>
      natives
        .map((native, index, all) => json([{ ...cmdletObject(native, index, all), AuditData: native.record }]))
        .join('\r\n\r\n'),
  }),
  audit('extractor-suite-jsonl', 'Microsoft-Extractor-Suite JSONL: AuditData is text', {
    wrap: eachLine(cmdletObject),
  }),
  audit('audit-data-only-csv', 'Microsoft-Extractor-Suite `-AuditDataOnly` CSV', {
    extension: 'csv',
    only: 'file',
    carries: (native) => unified(native) && Object.values(native.record).some(Array.isArray),
    refused: 'audit_data_lossy',
    wrap: flattenedCsv,
  }),
  audit('graph-audit-search', 'Microsoft Graph audit search, a page of records; Extractor-Suite `Get-UALGraph`', {
    extension: 'json',
    wrap: auditSearchPage,
  }),
  officeActivityForm,
]
