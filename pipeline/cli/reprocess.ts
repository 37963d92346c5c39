import { dayMs } from '../../mappings/kernel/durations.ts'
import { retryPolicies } from '../clients/retry-policies.ts'
import type { Config } from '../config/config.ts'
import { namespacePattern, settings } from '../config/settings.ts'
import { makeAnnotateOnly, withoutEntityStore } from '../entity-store/update-entities.ts'
import { UsageError } from '../errors/usage-error.ts'
import { Overwrite, ReprocessTally } from '../reprocess/overwrite.ts'
import { reprocess } from '../reprocess/reprocess.ts'
import { stopOnSignals } from '../service/signals.ts'
import { findRanges, type OffsetsAsked, recordsIn } from '../source/kafka-ranges.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import { openDatabases } from './chain.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { environmentFile, openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { makeStatusLine } from './progress.ts'
import { printResult } from './result.ts'
import { openServiceChain, openStores, transformOf } from './service-stages.ts'
import { printable, table } from './terminal.ts'
import { periodOf } from './time-option.ts'

/** The result of a reprocess, as text for a person and as JSON for a script. */
const number = (value: number | bigint): string => value.toLocaleString('en')

function formatRange(records: bigint, total: bigint, elapsedMs: number): string {
  const percent = total === 0n ? 100 : Number((records * 100n) / total)
  const perSecond = elapsedMs === 0 ? 0 : Math.round(Number(records) / (elapsedMs / 1000))
  const left = perSecond === 0 ? '' : `, ${number(Math.ceil(Number(total - records) / perSecond))} s left`
  return `${number(records)} of ${number(total)} records (${percent}%), ${number(perSecond)}/s${left}`
}

const fieldsShown = 30

const mostFirst = (counts: ReadonlyMap<string, number>) => [...counts].sort((a, b) => b[1] - a[1])

function reprocessJson(total: bigint, tally: ReprocessTally): object {
  return {
    records: Number(total),
    ...tally.total,
    datasets: Object.fromEntries(tally.datasets),
    fields: Object.fromEntries(mostFirst(tally.fields)),
    deadLetters: Object.fromEntries(mostFirst(tally.undocumented.codes)),
    refused: Object.fromEntries(mostFirst(tally.refused.codes)),
  }
}

function formatReprocess(total: bigint, tally: ReprocessTally, dryRun: boolean): string {
  const { unchanged, changed, created } = tally.total
  const verbs = dryRun ? ['would change', 'would be created'] : ['changed', 'created']
  const lines = [
    `${number(total)} records: ${number(changed)} documents ${verbs[0]}, ${number(created)} ${verbs[1]}, ${number(unchanged)} unchanged`,
  ]
  if (tally.datasets.size > 0) {
    const rows = [...tally.datasets].sort(([a], [b]) => (a < b ? -1 : 1))
    const count = (title: string, what: 'changed' | 'created' | 'unchanged') => ({
      title,
      width: 12,
      text: ([, counts]: (typeof rows)[number]) => number(counts[what]),
    })
    lines.push(
      '',
      table(rows, [
        { title: 'DATASET', width: 40, text: ([dataset]) => dataset },
        count('CHANGED', 'changed'),
        count('CREATED', 'created'),
        count('THE SAME', 'unchanged'),
      ]),
    )
  }
  const fields = mostFirst(tally.fields)
  if (fields.length > 0) {
    lines.push('', 'changed documents, by field:')
    for (const [field, count] of fields.slice(0, fieldsShown))
      lines.push(`  ${number(count).padStart(9)}  ${printable(field)}`)
    if (fields.length > fieldsShown) lines.push(`  and ${fields.length - fieldsShown} more fields; --json lists all`)
  }
  lines.push(
    ...failureLines('without a document', tally.undocumented),
    ...failureLines(
      'NOT WRITTEN, so the stored documents did not change; correct the cause, then run reprocess again',
      tally.refused,
    ),
  )
  return lines.join('\n')
}

function failureLines(title: string, { codes, listed }: ReprocessTally['refused']): string[] {
  if (codes.size === 0) return []
  const counts = mostFirst(codes).map(([code, count]) => `${number(count)} ${code}`)
  return [
    '',
    `${title}: ${counts.join(', ')}`,
    ...listed.map(({ code, place, detail }) => `  ${code.padEnd(18)}  ${printable(`${place}  ${detail}`)}`),
  ]
}

export interface ReprocessCommandOptions extends CommonOptions {
  readonly offsets?: readonly string[]
  readonly namespace?: string
  readonly group?: string
  readonly alert?: boolean
}

const offsetsForm = /^(?:(?<topic>[A-Za-z0-9._-]{1,249})\/)?(?<partition>\d{1,9}):(?<first>\d{0,19})-(?<last>\d{0,19})$/

/** Throws a UsageError. */
function offsetsOption(text: string): OffsetsAsked {
  const { topic, partition, first = '', last = '' } = offsetsForm.exec(text)?.groups ?? {}
  if (partition === undefined)
    throw new UsageError(`--offsets ${text}: unknown form; use [TOPIC/]PARTITION:FIRST-LAST, for example 0:1200-1300`)
  if (first !== '' && last !== '' && BigInt(first) > BigInt(last))
    throw new UsageError(`--offsets ${text}: FIRST is above LAST; use ${partition}:${last}-${first}`)
  return {
    ...(topic !== undefined && { topic }),
    partition: Number(partition),
    ...(first !== '' && { first: BigInt(first) }),
    ...(last !== '' && { last: BigInt(last) }),
  }
}

/** The configuration with the namespace of the command line. Throws a UsageError. */
function inNamespace(config: Config, namespace: string | undefined): Config {
  if (namespace === undefined) return config
  const { form } = settings.namespace
  if (!namespacePattern.test(namespace)) throw new UsageError(`--namespace ${namespace}: must be ${form}`)
  return { ...config, namespace }
}

const yearMs = 365 * dayMs
export async function reprocessCommand(options: ReprocessCommandOptions): Promise<ExitCode> {
  const { offsets, dryRun = false, alert = false } = options
  const service = openConfig(options.config)
  const config = inNamespace(service, options.namespace)
  const isElsewhere = config.namespace !== service.namespace
  if (isElsewhere && alert)
    throw new UsageError('--alert and --namespace cannot be combined: the rules would raise every alert again')
  const { since, until } = periodOf(options, new Date())
  const asked = offsets?.map((text) => ({ text, ...offsetsOption(text) }))
  const query = {
    topics: config.kafka.topics,
    since: since === undefined ? undefined : Date.parse(since),
    until: until === undefined ? undefined : Date.parse(until),
    ...(asked !== undefined && { offsets: asked }),
  }
  const telemetry = makeTelemetry({ level: 'warn' })
  const environment = await openEnvironment(environmentFile(options.environment, config))
  const transform = transformOf(await openServiceChain(environment, openDatabases(config)))
  const ranges = await findRanges({ kafka: config.kafka, log: telemetry.log }, query)
  for (const { text, topic, partition } of asked ?? []) {
    if (!ranges.some((range) => range.partition === partition && (topic ?? range.topic) === range.topic))
      throw new UsageError(
        `--offsets ${text}: ${topic ?? config.kafka.topics.join(', ')} has no partition ${partition}`,
      )
  }
  // Rules read every namespace. Earlier ingest times keep documents of another namespace out of the rules' windows.
  const history = isElsewhere ? { backfill: true, historyMs: yearMs } : { backfill: !alert }
  const { client, sink, updateEntities, entityStore } = await openStores(config, environment, history)
  const annotateOnly = entityStore === undefined ? withoutEntityStore : makeAnnotateOnly(entityStore, environment)
  const tally = new ReprocessTally()
  const { tags, preserveOriginal, namespace, kafka, batch } = config
  const retry = retryPolicies(config).elasticsearch
  const overwrite = new Overwrite({ client, namespace, tags, preserveOriginal, retry, sink, dryRun, alert, tally })
  const total = recordsIn(ranges)
  const started = Date.now()
  const status = makeStatusLine(process.stderr)
  const { signal, release } = stopOnSignals()
  try {
    await reprocess({
      reading: {
        kafka,
        batch,
        telemetry,
        group: options.group ?? `${kafka.group}.reprocess`,
        ranges,
        signal,
        onProgress: (records) => status.update(() => formatRange(records, total, Date.now() - started)),
      },
      transform,
      updateEntities: dryRun ? annotateOnly : updateEntities,
      overwrite,
      tally,
    })
  } finally {
    release()
    status.end()
    await sink.close()
    await client.close()
  }
  if (tally.total.created > 0 && !alert && !isElsewhere)
    console.error(
      'consentry: rules do not read created documents: event.ingested is the event time. Run `consentry dead-letters replay` before `reprocess`, or use --alert.',
    )
  printResult(options, reprocessJson(total, tally), () => formatReprocess(total, tally, dryRun))
  return tally.refused.codes.size > 0 ? exitCodes.found : exitCodes.done
}
