// The CSV formats, by their columns: for users with a different export.

/** The columns that identify CSV rows. */
export const csvFormats: readonly { readonly name: string; readonly columns: readonly string[] }[] = [
  { name: 'Purview, Search-UnifiedAuditLog', columns: ['AuditData'] },
  { name: 'advanced hunting', columns: ['Timestamp', 'ActionType', 'RawEventData'] },
  { name: 'audit log of the Entra admin center', columns: ['Date (UTC)', 'Activity', 'ActorType'] },
  { name: 'sign-in log of the Entra admin center', columns: ['Date (UTC)', 'Request ID', 'Sign-in error code'] },
  { name: 'AuditLogs of Log Analytics', columns: ['OperationName', 'InitiatedBy', 'TargetResources'] },
  { name: 'sign-ins of Log Analytics', columns: ['CreatedDateTime', 'AppId', 'ResultType'] },
  { name: 'MicrosoftGraphActivityLogs of Log Analytics', columns: ['RequestUri', 'ResponseStatusCode'] },
  { name: 'OAuth log events of the Google Admin console', columns: ['Date', 'Event', 'User', 'Client ID'] },
  { name: 'activity table of Google in BigQuery', columns: ['time_usec', 'record_type', 'event_name'] },
]

/** The columns that a CSV may have, in words. */
export const expectedColumns: string = csvFormats
  .map(({ name, columns }) => `${columns.join(', ')} (${name})`)
  .join('; ')

/** The known columns of a row, and the missing ones, for each format that shares the most columns with it; empty for none. */
export function missingColumns(row: readonly string[]): string {
  const near = csvFormats.map(({ name, columns }) => ({
    name,
    known: columns.filter((column) => row.includes(column)),
    missing: columns.filter((column) => !row.includes(column)),
  }))
  const most = Math.max(...near.map(({ known }) => known.length))
  if (most === 0) return ''
  return near
    .filter(({ known }) => known.length === most)
    .map(({ name, known, missing }) => `${name}: has ${known.join(', ')}, lacks ${missing.join(', ')}`)
    .join('; ')
}
