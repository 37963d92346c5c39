import { groupBy } from '../../mappings/kernel/group-by.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { withClient } from '../clients/elasticsearch.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import type { SetupChange } from '../setup/elasticsearch.ts'
import { setupKafka } from '../setup/kafka.ts'
import { setupUsers } from '../setup/users.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'
import { installTemplates } from './templates.ts'

interface Failure {
  readonly error: unknown
  /** The missing setting, if any. */
  readonly hint: string
}

/** The first differences, without the fingerprint: it follows from the others, or from the component templates. */
function differences(paths: readonly string[]): string {
  const [first = 'its component templates', ...rest] = paths.filter((path) => !path.endsWith('_meta.fingerprint'))
  return [first, ...rest].slice(0, 5).join(', ')
}

function lineOf(
  { kind, name, change, paths, note = paths && differences(paths) }: SetupChange,
  dryRun: boolean,
): string {
  const text = dryRun && change !== 'unchanged' ? `would be ${change}` : change
  return `${text.padEnd(dryRun ? 20 : 11)} ${kind} ${name}${note === undefined ? '' : ` (${note})`}`
}

/** `2 created, 80 unchanged`: the cause of a failure must not disappear above a long list. */
const countsOf = (changes: readonly SetupChange[]): string =>
  [...groupBy(changes, ({ change }) => change)].map(([change, some]) => `${some.length} ${change}`).join(', ')

export async function setupCommand(options: CommonOptions): Promise<ExitCode> {
  const config = openConfig(options.config)
  const dryRun = options.dryRun === true
  const { log } = makeTelemetry({ level: config.service.logLevel, quiet: options.quiet })
  const { namespace, kibana, elasticsearch } = config
  const { systemPassword } = kibana
  const { servicePassword } = elasticsearch
  const parts = await Promise.allSettled([
    withClient(elasticsearch, async (client) => [
      ...(await installTemplates(client, config, dryRun)),
      ...(await setupUsers(client, { namespace, systemPassword, servicePassword, dryRun })),
    ]),
    setupKafka({ kafka: config.kafka, log, dryRun }),
  ])
  const changes = parts.flatMap((part) => (part.status === 'fulfilled' ? part.value : []))
  const failures = parts.flatMap((part, i) => {
    if (part.status === 'fulfilled') return []
    const variable = i === 0 ? 'ES_URL' : 'KAFKA_BROKERS'
    const isSet = options.config !== undefined || (process.env[variable] ?? '') !== ''
    return [{ error: part.reason, hint: isSet ? '' : ` ${variable} is not set: set ${variable} or --config.` }]
  })
  if (failures.length > 0) throw setupFailure(failures, countsOf(changes), dryRun)
  const changed = changes.filter(({ change }) => change !== 'unchanged').length
  printResult(options, { dryRun, changes }, () => [
    ...changes.map((change) => lineOf(change, dryRun)),
    `${changes.length} checked, ${changed} ${dryRun ? 'would change' : 'changed'}`,
  ])
  return dryRun && changed > 0 ? exitCodes.found : exitCodes.done
}

/** One error for both servers. The part on the other server is complete. The cause comes last, where a reader looks. */
export function setupFailure(failures: readonly Failure[], done: string, dryRun: boolean): unknown {
  const [first] = failures.flatMap(({ error }) => (error instanceof DependencyError ? [error] : []))
  const ours = failures.find(({ error }) => !(error instanceof DependencyError))
  if (first === undefined || ours !== undefined) return ours?.error
  const messages = failures.map(({ error, hint }) => `${messageOf(error)}${hint}`)
  const head = done === '' ? [] : [`${dryRun ? 'Checked' : 'Already done'}: ${done}.`]
  const message = [...head, ...messages].join('\n')
  return new DependencyError(first.code, message, { cause: first })
}
