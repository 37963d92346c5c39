// Recognizes text of the unified audit log.
/** Member names that only Microsoft uses. Each record of the unified audit log has one of them. */
const auditMember = /"(?:RecordType|Workload)\\*"\s*:/

/** Returns true for the text of a unified audit log record, in any column. */
export function isAuditText(value: unknown): value is string {
  return typeof value === 'string' && /^\s*\{/.test(value) && auditMember.test(value)
}
