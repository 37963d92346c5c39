import { makeClient } from '../clients/elasticsearch.ts'
import { setupKafka } from '../setup/kafka.ts'
import { setKibanaPassword, setServiceUser } from '../setup/users.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import { openConfig } from './config.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { installTemplates } from './templates.ts'

interface Change {
  readonly kind: string
  readonly name: string
  readonly change: string
  readonly paths?: readonly string[]
}

function print({ kind, name, change, paths }: Change): void {
  console.log(`${change.padEnd(11)} ${kind} ${name}${paths === undefined ? '' : ` (${paths.slice(0, 5).join(', ')})`}`)
}

/** `consentry setup`: templates in Elasticsearch, topics in Kafka, and users where their passwords are given. */
export async function setupCommand(options: { config?: string; dryRun?: boolean }): Promise<ExitCode> {
  const config = openConfig(options.config)
  const dryRun = options.dryRun === true
  const { log } = makeTelemetry({ level: config.service.logLevel })
  const client = await makeClient(config.elasticsearch)
  try {
    const changes: Change[] = [
      ...(await installTemplates(client, config, dryRun)),
      ...(await setupKafka({ kafka: config.kafka, log, dryRun })),
    ]
    changes.forEach(print)
    const { namespace, kibana, elasticsearch } = config
    if (kibana.systemPassword !== undefined && !dryRun)
      console.log(`kibana_system: ${await setKibanaPassword(client, kibana.systemPassword)}`)
    if (elasticsearch.servicePassword !== undefined && !dryRun)
      console.log(`consentry-${namespace}: ${await setServiceUser(client, namespace, elasticsearch.servicePassword)}`)
    const changed = changes.filter(({ change }) => change !== 'unchanged').length
    console.log(`${changes.length} checked, ${changed} ${dryRun ? 'would change' : 'changed'}`)
    return exitCodes.done
  } finally {
    await client.close()
  }
}
