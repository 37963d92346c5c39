// Periods in which a log was switched off: the absence of records then proves nothing.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import { time } from '../../entity-store/age.ts'
import { limits } from './limits.ts'
import { tenantOf } from './tallies.ts'
import { count } from './words.ts'

/** A log that was switched on or off, and the missing records. `{target}` is the account, the mailbox or the sink of the record. */
interface Switch {
  readonly key: string
  readonly isOff: boolean
  /** True for a log of the whole tenant. */
  readonly isWide: boolean
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

/** Other gaps must fit into the list, too. */
const mostShown = 10

/** A change of a sink, an exclusion or a bucket of Cloud Logging may stop an export. No later record shows the opposite. */
const cloudLogging = /ConfigServiceV2\.((?:Delete|Update)(?:Sink|Exclusion|Bucket)|CreateExclusion)$/

/** Returns the logs that a record switches on or off: one command can set several parameters. */
function switchesOf(document: EcsDocument): Switch[] {
  const { event } = document
  if (event.outcome !== 'success') return []
  const given = fieldValues(document, ['o365', 'audit', 'Parameters'])
  const parameter = (name: string) => fieldValues(given, [name]).find((value) => typeof value === 'string')
  const switches = parameters.flatMap(([name, off, log, missing]): Switch[] => {
    const value = parameter(name)
    if (typeof value !== 'string' || value === '') return []
    const isWide = !log.includes('{target}')
    const target = isWide ? '' : String(parameter('Identity') ?? 'an unknown account')
    return [
      {
        key: `${name}|${target.toLowerCase()}`,
        isOff: off.test(value),
        isWide,
        log: log.replace('{target}', () => target),
        missing,
      },
    ]
  })
  if (!cloudLogging.test(event.action ?? '')) return switches
  const [resource = 'an unknown resource'] = fieldValues(document, ['gcp', 'audit', 'resource_name'])
  return [
    {
      key: `${event.id}`,
      isOff: true,
      isWide: false,
      log: `an export or a part of Cloud Logging (${resource})`,
      missing: 'records of Google Cloud',
    },
  ]
}

interface Period extends Omit<Switch, 'key' | 'isOff'> {
  readonly tenant: string
  readonly from: string
  readonly by: string
  readonly operation: string
  until?: string
}

export class LoggingOff {
  readonly #periods = { wide: [] as Period[], narrow: [] as Period[] }
  readonly #open = new Map<string, Period>()
  /** The number of periods that are not kept. */
  #more = 0

  /** Receives the documents in order of time. */
  see(document: EcsDocument): void {
    for (const each of switchesOf(document)) this.#switch(document, each)
  }

  #switch(document: EcsDocument, { key, isOff, ...log }: Switch): void {
    const [tenant, at] = [tenantOf(document), document['@timestamp'] ?? '']
    const place = `${tenant}|${key}`
    const open = this.#open.get(place)
    if (!isOff) {
      if (open !== undefined) open.until = at
      this.#open.delete(place)
      return
    }
    if (open !== undefined) return
    const periods = this.#periods[log.isWide ? 'wide' : 'narrow']
    if (periods.length >= limits.noted) {
      this.#more++
      return
    }
    const { user, event } = document
    const by = user?.email ?? user?.id ?? 'An unknown account'
    const period: Period = { tenant, from: at, by, operation: event.action ?? '', ...log }
    this.#open.set(place, period)
    periods.push(period)
  }

  /** The logs of whole tenants come first, then logs that nobody switched on again. */
  questions(nameOf: (tenant: string) => string): string[] {
    const ranked = Object.values(this.#periods).flatMap((periods) =>
      [...periods].sort((a, b) => Number(a.until !== undefined) - Number(b.until !== undefined)),
    )
    const more = Math.max(0, ranked.length - mostShown) + this.#more
    return [
      ...ranked
        .slice(0, mostShown)
        .map(
          ({ tenant, from, until, by, operation, log, missing }) =>
            `Acts ${until === undefined ? `since ${time(from)}` : `from ${time(from)} to ${time(until)}`} in ${nameOf(tenant)}: ${by} switched off ${log} (${operation})${until === undefined ? ', and no record shows that somebody switched it on again' : ''}. In this period, ${missing} may be missing.`,
        ),
      ...(more === 0
        ? []
        : [
            `Acts in ${count(more, 'more period')} in which a log was switched off, such as the audit log of a mailbox: search for Audit and ConfigServiceV2 in documents.ndjson.`,
          ]),
    ]
  }
}
