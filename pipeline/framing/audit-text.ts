// How text of the unified audit log is recognized.

/** Names that no vendor but Microsoft gives to members: each record of the unified audit log has one of them. */
const auditMember = /"(?:RecordType|Workload)\\*"\s*:/

/** True for the text of a record of the unified audit log, in whatever column it is. */
export function isAuditText(value: unknown): value is string {
  return typeof value === 'string' && /^\s*\{/.test(value) && auditMember.test(value)
}
