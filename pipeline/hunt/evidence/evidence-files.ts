// The evidence files for a responder: the data taken, a timeline, and indicators of the applications with alerts. They
// need the complete documents and alerts of the hunt: these applications are only known at the end.
import { type EcsDocument, eventTime } from '../../../mappings/fields/document.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { accessInWords, reason } from '../../../rules/lib/reason.ts'
import { readLineBytes, readLines } from '../../framing/lines.ts'
import type { NameOf } from '../../review/account-names.ts'
import type { Device } from '../../review/containment/microsoft.ts'
import { csvRow } from '../../safe-output/inert-csv.ts'
import type { Collector } from '../report/collect.ts'
import { Spool } from '../spool.ts'
import { appIds } from '../view/view.ts'
import { DataTotals } from './data-totals.ts'
import { appOf, type EvidenceApp, type EvidenceApps, firstUsesOf } from './evidence-apps.ts'
import { IndicatorValues, indicatorKinds } from './indicator-values.ts'
import type { Redactor } from './redactor.ts'
import { devicesIn } from './related-acts.ts'
import { accountOf, mailboxOf, takenItems } from './taken-items.ts'

/** The columns of the files. Timesketch requires `message`, `datetime` and `timestamp_desc`. */
const evidenceColumns = [
  ...['application', 'application_id', 'tenant', 'time', 'account', 'mailbox', 'kind', 'access', 'item_type', 'items'],
  ...['item', 'subject', 'bytes', 'address', 'network', 'network_new', 'after_end', 'event_id', 'dataset', 'severity'],
] as const
const timelineColumns = [
  ...['message', 'datetime', 'timestamp_desc', 'severity', 'rule', 'application', 'application_id', 'account'],
  ...['address', 'outcome', 'event_id', 'dataset'],
] as const
type TimelineColumn = (typeof timelineColumns)[number]
const indicatorColumns = ['kind', 'value', 'count', 'first', 'last', 'network_owner', 'note', 'applications'] as const

/** Takes lines of a file, each without its line feed. */
type Lines = (lines: readonly string[]) => Promise<void>

export type EvidenceOutput = Readonly<Record<'evidence' | 'timeline' | 'timelineJson' | 'indicators', Lines>>

export interface EvidenceOptions {
  /** The paths of the complete files of the hunt. */
  readonly documents: string
  readonly alerts: string
  readonly collector: Collector
  readonly apps: EvidenceApps
  readonly nameOf: NameOf
  /** The networks of the organization (CIDR). */
  readonly networks: readonly string[]
  readonly isPartial: boolean
  /** Whether the timeline contains all documents: filters limit them to an account, an address or a text. */
  readonly isWholeTimeline?: boolean
  readonly output: EvidenceOutput
  /** An additional copy with pseudonyms. */
  readonly redacted?: { readonly output: EvidenceOutput; readonly redactor: Redactor }
  readonly signal?: AbortSignal
}

/** Adds names, because some records contain only the ID of a person or an application. */
function fillNames({ oauth, user, organization }: EcsDocument, app: EvidenceApp, nameOf: NameOf): void {
  const { account } = oauth ?? {}
  if (oauth?.app !== undefined && app.name !== '') oauth.app.name ??= app.name
  if (account?.id === undefined || account.name !== undefined) return
  const name = nameOf(organization?.id ?? '', account.id)
  if (name === account.id) return
  account.name = name
  if (user?.id === account.id) user.email ??= name
}

type Row = readonly string[]

export interface Evidence {
  readonly apps: EvidenceApps
  readonly taken: DataTotals
  readonly indicators: IndicatorValues
  /** Devices that accounts with alerts registered from the addresses of these alerts. */
  readonly devices: readonly Device[]
}

export async function writeEvidence(options: EvidenceOptions): Promise<Evidence> {
  const { apps, collector, output, redacted, signal } = options
  const { accepted, related } = collector
  const totals = new DataTotals(options, firstUsesOf(apps, collector.firstUses))
  const indicators = new IndicatorValues(options.networks, collector.addresses)
  const devices = related.devices()
  // The buffer is small: the rows are short, and the buffers of the first sort may not be free yet.
  const spool = new Spool({ runBytes: 16 * 1024 * 1024 })
  const rows = new Spool({ runBytes: 16 * 1024 * 1024 })

  /** Writes lines in batches, as they are and with pseudonyms. */
  function table(name: 'evidence' | 'indicators') {
    const rows: Row[] = []
    async function flush(): Promise<void> {
      const batch = rows.splice(0)
      if (batch.length === 0) return
      await output[name](batch.map(csvRow))
      if (redacted === undefined) return
      await redacted.output[name](batch.map((row) => csvRow(redactedRow(row, name, redacted.redactor))))
    }
    return { add: async (row: Row) => (rows.push(row) < 500 ? undefined : flush()), flush }
  }

  async function toSpool(id: string, at: string, row: Row): Promise<void> {
    // No line of a table contains a tab.
    await spool.add(`${at} ${id}`, '', `${toJson(row)}\t`, csvRow(row))
  }

  /** The rows of the most severe application come first, each application in order of time. */
  async function toEvidence({ place }: EvidenceApp, i: number, row: Row): Promise<void> {
    const [group, position] = [place, i].map((each) => String(each).padStart(12, '0'))
    await rows.add(`${group} ${position}`, '', JSON.stringify(row), '')
  }

  try {
    // Reads all documents first: a name keeps one pseudonym from the first line, even if a later record explains it.
    if (redacted !== undefined)
      for await (const document of documentsIn<EcsDocument>(options.documents)) redacted.redactor.learn(document)
    for (const device of devices) indicators.seeDevice(device)
    let number = 0
    let taken = 0
    for await (const document of documentsAbout(options)) {
      signal?.throwIfAborted()
      const app = appOf(document, apps)
      if (app === undefined) {
        const note = accepted.noteOf(document)
        const isShown = options.isWholeTimeline === true && isEvent(document)
        if (note === undefined && !isShown && !related.has(document)) continue
        if (note !== undefined) indicators.seeAddress(document, 'correct password')
        await toSpool(`b${number++}`, eventTime(document), eventRow(document, note))
        continue
      }
      fillNames(document, app, options.nameOf)
      const at = eventTime(document)
      indicators.see(document, app.name === '' ? app.id : app.name)
      if (!isEvent(document)) continue
      const items = takenItems(document)
      const isLate = app.hasEnded(accountOf(document.oauth), at)
      const from = items.length === 0 ? undefined : totals.add(app.key, document, items, isLate)
      for (const { type, item, subject, bytes, number = 1 } of items)
        await toEvidence(app, taken++, [
          ...[app.name, app.id, document.organization?.id ?? '', at, accountOf(document.oauth), mailboxOf(document)],
          ...[document.oauth?.activity?.kind ?? '', accessInWords(document), type, String(number)],
          ...[item, subject, bytes === undefined ? '' : String(bytes), document.source?.ip ?? ''],
          ...[
            from?.network ?? '',
            String(from?.isNew ?? false),
            String(isLate),
            document.event.id ?? '',
            document.event.dataset ?? '',
            app.severity ?? '',
          ],
        ])
      await toSpool(`b${number++}`, at, eventRow(document, accepted.noteOf(document), app))
    }
    const evidence = table('evidence')
    await evidence.add(evidenceColumns)
    for await (const batch of rows.sorted())
      for (const { line } of batch) await evidence.add(JSON.parse(line.toString('utf8', 0, line.length - 1)) as Row)
    await evidence.flush()
    for await (const alert of documentsIn<Alert>(options.alerts)) {
      if (appIds(alert).length === 0) indicators.seeAddress(alert)
      await toSpool(`a${number++}`, alert['@timestamp'], alertRow(alert, appOf(alert, apps)))
    }
    await output.timeline([csvRow(timelineColumns)])
    await redacted?.output.timeline([csvRow(redactedRow(timelineColumns, 'timeline', redacted.redactor))])
    for await (const batch of spool.sorted()) {
      const lines = batch.map(({ line }) => line.toString('utf8', 0, line.length - 1).split('\t') as [string, string])
      await output.timelineJson(lines.map(([json]) => json))
      await output.timeline(lines.map(([, csv]) => csv))
      if (redacted === undefined) continue
      const rows = lines.map(([json]) => redactedRow(fromJson(json), 'timeline', redacted.redactor))
      await redacted.output.timelineJson(rows.map(toJson))
      await redacted.output.timeline(rows.map(csvRow))
    }
  } finally {
    await spool.close()
    await rows.close()
  }
  const list = table('indicators')
  await list.add(indicatorColumns)
  for (const kind of indicatorKinds) {
    const { shown, more } = indicators.of(kind)
    for (const { value, count, first, last, network, note, apps: named } of shown)
      await list.add([kind, value, String(count), first, last, network, note, named.join('; ')])
    if (more > 0) await list.add([kind, '', String(more), '', '', '', 'sightings of other values', ''])
  }
  await list.flush()
  return { apps, taken: totals, indicators, devices }
}

const [subjectColumn, itemColumn, typeColumn] = (['subject', 'item', 'item_type'] as const).map((name) =>
  evidenceColumns.indexOf(name),
)

/** Removes subject lines and file names, which may contain personal data. */
function redactedRow(row: Row, name: string, redactor: Redactor): Row {
  return row.map((cell, i) => {
    if (name !== 'evidence' || cell === '' || row === evidenceColumns) return redactor.apply(cell)
    if (i === subjectColumn) return '(removed)'
    return i === itemColumn && row[typeColumn as number] === 'file' ? redactor.file(cell) : redactor.apply(cell)
  })
}

/** An inventory record lists the state of an application, and a duplicate repeats an act. */
const isEvent = ({ oauth, event }: EcsDocument): boolean => oauth?.act?.duplicate !== true && event.kind !== 'asset'

/** Timesketch reads ISO 8601 with an offset. */
const datetime = (at: string): string => at.replace(/Z$/, '+00:00')

/** Returns the account that an act is about, otherwise the account that acted. */
function accountOfRow({ oauth, user }: Pick<Alert, 'oauth' | 'user'> | EcsDocument): string {
  return accountOf(oauth) || (user?.email ?? user?.id ?? '')
}

function eventRow(document: EcsDocument, note: string | undefined, app?: EvidenceApp): Row {
  const devices = devicesIn(document, 'registered').map(({ name, id }) => `"${name}" (${id})`)
  const { event, source } = document
  const outcome = event.outcome ?? ''
  const passed = note === undefined ? '' : `; ${note}`
  return [
    ...[
      [reason(document), ...devices].join(', device ') + passed,
      datetime(eventTime(document)),
      outcome === 'failure' ? 'Attempted' : 'Event',
      '',
      '',
    ],
    ...[app?.name || (document.oauth?.app?.name ?? ''), app?.id ?? '', accountOfRow(document), source?.ip ?? ''],
    ...[outcome, event.id ?? '', event.dataset ?? ''],
  ]
}

function alertRow(alert: Alert, app: EvidenceApp | undefined): Row {
  const { '@timestamp': at, reason: what, severity, rule, oauth, source, events, settled } = alert
  const [first] = events
  return [
    ...[`${rule.name}: ${what}`, datetime(at), settled ? 'Alert' : 'Alert, provisional', severity, rule.name],
    ...[app?.name || (oauth?.app?.name ?? ''), app?.id ?? '', accountOfRow(alert), source?.ip ?? '', ''],
    ...[first?.id ?? first?._id ?? '', first?.dataset ?? ''],
  ]
}

function toJson(row: Row): string {
  const values: Partial<Record<TimelineColumn, string>> = {}
  for (const [i, name] of timelineColumns.entries()) if (row[i] !== '') values[name] = row[i] as string
  return JSON.stringify(values)
}

function fromJson(text: string): Row {
  const values = JSON.parse(text) as Partial<Record<TimelineColumn, string>>
  return timelineColumns.map((name) => values[name] ?? '')
}

/** Reads the objects of an NDJSON file of this hunt. */
async function* documentsIn<T>(path: string): AsyncGenerator<T> {
  for await (const line of readLines(path)) if (line !== '') yield JSON.parse(line) as T
}

/** The documents that may concern one of the given applications, or a related act; all for the whole timeline. */
async function* documentsAbout({
  apps,
  collector: { lines: index, related },
  documents,
  isWholeTimeline,
}: EvidenceOptions): AsyncGenerator<EcsDocument> {
  const ids = new Set([...apps.keys()].map((key) => key.slice(key.indexOf('|') + 1)))
  const isWanted = index.select(
    ({ ids: own, address }) => own.some((id) => ids.has(id)) || (address !== undefined && related.isFrom(address)),
  )
  let number = 0
  for await (const lines of readLineBytes(documents))
    for (const line of lines)
      if (isWanted(number++) || isWholeTimeline === true) yield JSON.parse(line.toString()) as EcsDocument
}
