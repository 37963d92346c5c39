// event.outcome from the result of a record. ResultStatus is not the result for logons and data loss prevention.
import { objectsOf, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft, AuditRecord } from './audit-record.ts'
import { operationOf, recordType } from './record.ts'

type Outcome = 'success' | 'failure'

const failures = new Set(['failed', 'failure', 'fail', 'false'])

function isBlocked(record: AuditRecord): boolean {
  return objectsOf(record.PolicyDetails).some((policy) =>
    objectsOf(policy.Rules).some(({ Actions: actions }) =>
      (Array.isArray(actions) ? actions : [actions]).some((action) => textOf(action)?.toLowerCase() === 'blockaccess'),
    ),
  )
}

function hasException(record: AuditRecord): boolean {
  const info = record.ExceptionInfo
  if (typeof info === 'object' && info !== null) return Object.keys(info).length > 0
  return textOf(info) !== undefined
}

function dlpOutcome(record: AuditRecord): Outcome {
  if (!isBlocked(record)) return 'success'
  switch (operationOf(record)) {
    case 'dlpruleundo':
      return 'success'
    case 'dlpinfo':
      return 'failure'
    default:
      return hasException(record) ? 'success' : 'failure'
  }
}

function isFailedLogon(record: AuditRecord): boolean {
  if (operationOf(record) === 'userloginfailed') return true
  const error = textOf(record.LogonError)
  return error !== undefined && error.toLowerCase() !== 'none'
}

function outcomeOf(record: AuditRecord): Outcome {
  const type = recordType(record)
  if ((type === 11 || type === 13) && objectsOf(record.PolicyDetails).length > 0) return dlpOutcome(record)
  // For logons Succeeded means only that the HTTP exchange worked.
  if (type === 15 && isFailedLogon(record)) return 'failure'
  const status = textOf(record.ResultStatus)
  return status !== undefined && failures.has(status.toLowerCase()) ? 'failure' : 'success'
}

export function readOutcome({ record, document }: AuditDraft): void {
  document.event.outcome = outcomeOf(record)
}
