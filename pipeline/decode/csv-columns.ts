// The columns by which CSV rows are recognized, documented for people with a different export.

interface CsvFormat {
  readonly name: string
  readonly columns: readonly string[]
}

export const csvFormats: readonly CsvFormat[] = [
  { name: 'Purview, Search-UnifiedAuditLog', columns: ['AuditData'] },
  { name: 'advanced hunting', columns: ['Timestamp', 'ActionType', 'RawEventData'] },
  { name: 'audit log of the Entra admin center', columns: ['Date (UTC)', 'Activity', 'ActorType'] },
  { name: 'sign-in log of the Entra admin center', columns: ['Date (UTC)', 'Request ID', 'Sign-in error code'] },
  { name: 'AuditLogs of Log Analytics', columns: ['OperationName', 'InitiatedBy', 'TargetResources'] },
  { name: 'sign-ins of Log Analytics', columns: ['CreatedDateTime', 'AppId', 'ResultType'] },
  { name: 'MicrosoftGraphActivityLogs of Log Analytics', columns: ['RequestUri', 'ResponseStatusCode'] },
  { name: 'table activity of Google in BigQuery', columns: ['time_usec', 'record_type', 'event_name'] },
]

/** The columns that a CSV may have, in words. */
export const expectedColumns: string = csvFormats
  .map(({ name, columns }) => `${columns.join(', ')} (${name})`)
  .join('; ')
