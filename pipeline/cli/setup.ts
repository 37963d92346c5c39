import { withClient } from '../clients/elasticsearch.ts'
import type { SetupChange } from '../setup/elasticsearch.ts'
import { setupKafka } from '../setup/kafka.ts'
import { setupUsers } from '../setup/users.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import { openConfig } from './config.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult } from './result.ts'
import { installTemplates } from './templates.ts'

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

export async function setupCommand(options: {
  config?: string
  dryRun?: boolean
  json?: boolean
  quiet?: boolean
}): Promise<ExitCode> {
  const config = openConfig(options.config)
  const dryRun = options.dryRun === true
  const { log } = makeTelemetry({ level: config.service.logLevel, quiet: options.quiet })
  return withClient(config.elasticsearch, async (client) => {
    const { namespace, kibana, elasticsearch } = config
    const { systemPassword } = kibana
    const { servicePassword } = elasticsearch
    const changes: SetupChange[] = [
      ...(await installTemplates(client, config, dryRun)),
      ...(await setupKafka({ kafka: config.kafka, log, dryRun })),
      ...(await setupUsers(client, { namespace, systemPassword, servicePassword, dryRun })),
    ]
    const changed = changes.filter(({ change }) => change !== 'unchanged').length
    printResult(options, { dryRun, changes }, () => [
      ...changes.map((change) => lineOf(change, dryRun)),
      `${changes.length} checked, ${changed} ${dryRun ? 'would change' : 'changed'}`,
    ])
    return dryRun && changed > 0 ? exitCodes.found : exitCodes.done
  })
}
