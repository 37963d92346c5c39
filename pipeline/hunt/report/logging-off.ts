// Periods in which a log was switched off: the absence of records then proves nothing.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import { time } from '../../entity-store/age.ts'
import { tenantOf } from './tallies.ts'

/** A log that was switched on or off, and the missing records. `{target}` is the account, the mailbox or the sink of the record. */
interface Switch {
  readonly key: string
  readonly isOff: boolean
  readonly log: string
  readonly missing: string
}

/** Parameters of Exchange commands: the value that switches the log off, and the log. */
const parameters: readonly (readonly [name: string, off: RegExp, log: string, missing: string])[] = [
  ['UnifiedAuditLogIngestionEnabled', /^false$/i, 'the unified audit log of the tenant', 'records of all accounts'],
  ['AuditDisabled', /^true$/i, 'mailbox auditing of the whole organization', 'records of all mailboxes'],
  ['AuditEnabled', /^false$/i, 'auditing of the mailbox {target}', 'records of this mailbox'],
  [
    'AuditBypassEnabled',
    /^true$/i,
    'auditing of the acts of {target} in mailboxes',
    'records of mail that this account or application read, sent or deleted',
  ],
  [
    'AuditLogAgeLimit',
    /^[0:.]+$/,
    'the audit log of the mailbox {target} (its records are deleted at once)',
    'records of this mailbox',
  ],
]

/** A change of a sink, an exclusion or a bucket of Cloud Logging may stop an export. No later record shows the opposite. */
const cloudLogging = /ConfigServiceV2\.((?:Delete|Update)(?:Sink|Exclusion|Bucket)|CreateExclusion)$/

function switchOf(document: EcsDocument): Switch | undefined {
  const { event } = document
  if (event.outcome !== 'success') return undefined
  const given = fieldValues(document, ['o365', 'audit', 'Parameters'])
  const parameter = (name: string) => fieldValues(given, [name]).find((value) => typeof value === 'string')
  for (const [name, off, log, missing] of parameters) {
    const value = parameter(name)
    if (typeof value !== 'string' || value === '') continue
    const target = log.includes('{target}') ? String(parameter('Identity') ?? 'an unknown account') : ''
    return {
      key: `${name}|${target.toLowerCase()}`,
      isOff: off.test(value),
      log: log.replace('{target}', () => target),
      missing,
    }
  }
  if (!cloudLogging.test(event.action ?? '')) return undefined
  const [resource = 'an unknown resource'] = fieldValues(document, ['gcp', 'audit', 'resource_name'])
  return {
    key: `${event.id}`,
    isOff: true,
    log: `an export or a part of Cloud Logging (${resource})`,
    missing: 'records of Google Cloud',
  }
}

interface Period extends Omit<Switch, 'key' | 'isOff'> {
  readonly tenant: string
  readonly from: string
  readonly by: string
  readonly operation: string
  until?: string
}

export class LoggingOff {
  readonly #most: number
  readonly #periods: Period[] = []
  readonly #open = new Map<string, Period>()

  constructor(most: number) {
    this.#most = most
  }

  /** Receives the documents in order of time. */
  see(document: EcsDocument): void {
    const found = switchOf(document)
    if (found === undefined) return
    const { key, isOff, log, missing } = found
    const [tenant, at] = [tenantOf(document), document['@timestamp'] ?? '']
    const place = `${tenant}|${key}`
    const open = this.#open.get(place)
    if (!isOff) {
      if (open !== undefined) open.until = at
      this.#open.delete(place)
      return
    }
    if (open !== undefined || this.#periods.length >= this.#most) return
    const { user, event } = document
    const period = {
      tenant,
      from: at,
      by: user?.email ?? user?.id ?? 'An unknown account',
      operation: event.action ?? '',
      log,
      missing,
    }
    this.#open.set(place, period)
    this.#periods.push(period)
  }

  questions(nameOf: (tenant: string) => string): string[] {
    return this.#periods.map(
      ({ tenant, from, until, by, operation, log, missing }) =>
        `Acts ${until === undefined ? `since ${time(from)}` : `from ${time(from)} to ${time(until)}`} in ${nameOf(tenant)}: ${by} switched off ${log} (${operation})${until === undefined ? ', and no record shows that somebody switched it on again' : ''}. In this period, ${missing} may be missing.`,
    )
  }
}
