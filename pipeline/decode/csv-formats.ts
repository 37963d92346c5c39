// The CSV formats, by their columns: for users with a different export.
import { dateColumn } from './admin-console-csv.ts'

interface CsvFormat {
  readonly name: string
  /** The columns that identify a row, some with alternatives: `Event or Event name`. */
  readonly columns: readonly string[]
  /** Columns without which rules cannot match. Some files have further columns of the same kind, with higher numbers. */
  readonly needs?: readonly string[]
}

export const csvFormats: readonly CsvFormat[] = [
  { name: 'Purview, Search-UnifiedAuditLog', columns: ['AuditData'] },
  { name: 'advanced hunting', columns: ['Timestamp', 'ActionType', 'RawEventData'] },
  {
    name: 'audit log of the Entra admin center',
    columns: ['Date (UTC)', 'Activity', 'ActorType'],
    needs: [
      ...['Result', 'CorrelationId', 'ActorObjectId', 'ActorUserPrincipalName', 'ActorServicePrincipalId', 'IPAddress'],
      ...['Target1ObjectId', 'Target1DisplayName', 'Target1Type', 'Target1ModifiedProperty1Name'],
      ...['Target1ModifiedProperty1OldValue', 'Target1ModifiedProperty1NewValue'],
      ...['AdditionalDetail1Key', 'AdditionalDetail1Value'],
    ],
  },
  {
    name: 'sign-in log of the Entra admin center',
    columns: ['Date (UTC)', 'Request ID', 'Sign-in error code'],
    needs: ['User ID', 'Username', 'Application ID', 'Resource ID', 'IP address', 'User agent', 'Correlation ID'],
  },
  {
    name: 'AuditLogs of Log Analytics',
    columns: ['OperationName', 'InitiatedBy', 'TargetResources'],
    needs: ['TimeGenerated', 'Result', 'Id', 'CorrelationId', 'AdditionalDetails'],
  },
  {
    name: 'sign-ins of Log Analytics',
    columns: ['CreatedDateTime', 'AppId', 'ResultType'],
    needs: ['Id', 'UserId', 'UserPrincipalName', 'ResourceIdentity', 'IPAddress', 'UserAgent', 'CorrelationId'],
  },
  { name: 'MicrosoftGraphActivityLogs of Log Analytics', columns: ['RequestUri', 'ResponseStatusCode'] },
  {
    name: 'OAuth log events of the Google Admin console',
    columns: ['Date or Date (GMT+01:00)', 'Event or Event name', 'Actor or User', 'Application ID or Client ID'],
    needs: ['Application name', 'Scope', 'IP address', 'API name', 'API method or Method'],
  },
  { name: 'activity table of Google in BigQuery', columns: ['time_usec', 'record_type', 'event_name'] },
]

/** The columns that a CSV may have, in words. */
export const expectedColumns: string = csvFormats
  .map(({ name, columns }) => `${columns.join(', ')} (${name})`)
  .join('; ')

/** The name of a column in the list: a date column may contain any time zone. */
const listed = (name: string) => (dateColumn.test(name) ? name.replace(/^Date \(GMT.*\)$/i, 'Date (GMT+01:00)') : name)

const hasColumn = (row: object) => (column: string) => column.split(' or ').some((name) => Object.hasOwn(row, name))

/** Returns the columns that a row lacks. */
export const missingIn = (row: object, columns: readonly string[]): string[] =>
  columns.filter((column) => !hasColumn(row)(column))

/** The format of a row, if rules need more than its identifying columns. The name of a date column may contain a time zone. */
export function csvFormatOf(row: object): Required<CsvFormat> | undefined {
  for (const { name, columns, needs } of csvFormats)
    if (needs !== undefined && columns.every((column) => column.startsWith('Date or') || hasColumn(row)(column)))
      return { name, columns, needs }
  return undefined
}

/** The known columns of a row, and the missing ones, for each format that shares the most columns with it; empty for none. */
export function missingColumns(row: readonly string[]): string {
  const names = Object.fromEntries(row.map((name) => [listed(name), '']))
  const near = csvFormats.map(({ name, columns }) => ({
    name,
    known: columns.filter(hasColumn(names)),
    missing: missingIn(names, columns),
  }))
  const most = Math.max(...near.map(({ known }) => known.length))
  if (most === 0) return ''
  const local = row.filter((name) => / \[Local Time\]$|^Date \(.*\)$/i.test(name) && !dateColumn.test(name))
  return [
    ...near
      .filter(({ known }) => known.length === most)
      .map(({ name, known, missing }) =>
        [`${name}: has ${known.join(', ')}`, ...(missing.length === 0 ? [] : [`lacks ${missing.join(', ')}`])].join(
          ', ',
        ),
      ),
    ...(local.length === 0 ? [] : [`the time zone of ${local.join(', ')} is unknown: export the table in UTC`]),
  ].join('; ')
}
