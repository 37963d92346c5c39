// `consentry doctor`: the state of an installation, possible improvements, and fixes.
import { existsSync } from 'node:fs'
import { entityIndex } from '../../mappings/entities/templates.ts'
import { type Environment, emptyEnvironment, withoutEnded } from '../../mappings/environment/environment.ts'
import { isShipped, type Rule } from '../../rules/lib/rule.ts'
import { withClient } from '../clients/elasticsearch.ts'
import { clockDifference } from '../clients/server-clock.ts'
import type { Config } from '../config/config.ts'
import { lookAtDatabases } from '../doctor/databases.ts'
import { type Diagnosis, type Judgment, lookAt, note, type Verdict } from '../doctor/diagnosis.ts'
import { lookAtElasticsearch } from '../doctor/elasticsearch.ts'
import { lookAtDisabledStore } from '../doctor/entity-store.ts'
import { lookAtKafka } from '../doctor/kafka.ts'
import { lookAtRules } from '../doctor/kibana.ts'
import { lookAtLogSources, readStored, type Stored } from '../doctor/log-sources.ts'
import { lookAtOrganization } from '../doctor/organization.ts'
import { commandLine, optionWords } from '../safe-output/command-line.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { loadRules } from './content.ts'
import { digestOf, environmentFile, openEnvironment } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { connectKibana, planRules } from './kibana.ts'
import { printResult } from './result.ts'
import { compareFieldTypes, installTemplates } from './templates.ts'
import { printable, styled, usesColor } from './terminal.ts'

interface Installation {
  readonly config: Config
  readonly environment: Environment
  readonly rules: readonly Rule[]
}

interface Servers {
  readonly diagnoses: readonly Diagnosis[]
  readonly stored: readonly string[]
}

async function lookAtServers({ config, environment, rules }: Installation, now: number): Promise<Servers> {
  const { namespace } = config
  return withClient(config.elasticsearch, async (client) => {
    const cluster = await lookAt('elasticsearch', () =>
      lookAtElasticsearch(client, namespace, {
        templates: () => installTemplates(client, config, true),
        fields: () => compareFieldTypes(client, config),
        clock: () => clockDifference(client, entityIndex('apps', namespace)),
      }),
    )
    // A server that does not respond results in a single diagnosis.
    if (cluster.length === 1) return { diagnoses: cluster, stored: [] }
    let stored: Stored | undefined
    const logSources = await lookAt('log sources', async () => {
      stored = await readStored(client, namespace)
      return lookAtLogSources(stored, environment, rules.filter(isShipped), now)
    })
    const annotations = config.entityStore.enabled
      ? []
      : await lookAt('entity store', () => [lookAtDisabledStore(rules.filter(isShipped))])
    return { diagnoses: [...cluster, ...annotations, ...logSources], stored: [...(stored?.datasets.keys() ?? [])] }
  })
}

async function lookAtKibana(
  { config, environment, rules }: Installation,
  { space, ...options }: CommonOptions,
  now: number,
): Promise<Judgment[]> {
  if (config.kibana.url === undefined)
    return [note('KIBANA_URL is not set', 'set KIBANA_URL and KIBANA_API_KEY to compare the rules')]
  const kibana = connectKibana({ space, settings: config.kibana })
  const plan = await planRules(kibana, rules, withoutEnded(environment, now), {})
  const { config: file, environment: facts, content } = options
  return lookAtRules(
    plan,
    commandLine(['deploy', ...optionWords({ config: file, environment: facts, content, space })]),
  )
}

const words: Readonly<Record<Verdict, string>> = { fine: 'ok', note: 'note', trouble: 'TROUBLE' }

/** Messages are not truncated: the answer of a server is the most useful part. */
function linesOf(diagnoses: readonly Diagnosis[]): string[] {
  const color = usesColor(process.stdout)
  return diagnoses.flatMap(({ area, verdict, message, todo }) => {
    const word = words[verdict].padEnd(7)
    const style = verdict === 'trouble' ? 'red' : 'yellow'
    const state = verdict === 'fine' ? word : styled(word, style, color)
    const line = `${state}  ${area.padEnd(13)}  ${printable(message)}`
    return todo === '' ? [line] : [line, `${''.padEnd(7 + 2 + 13)}  → ${printable(todo)}`]
  })
}

export async function doctorCommand(options: CommonOptions): Promise<ExitCode> {
  const config = openConfig(options.config)
  const file = environmentFile(options.environment, config)
  const reading = openEnvironment(file)
  if (options.environment !== undefined && !existsSync(options.environment)) await reading
  const environment = await reading.catch(() => undefined)
  const rules = await loadRules(options.content)
  const installation: Installation = { config, environment: environment ?? emptyEnvironment, rules }
  const facts = { namespace: config.namespace, environment: environment && digestOf(environment) }
  // The diagnosis already contains the messages of the Kafka client.
  const { log } = makeTelemetry({ level: 'silent' })
  const now = Date.now()
  const { cityDatabase: city, asnDatabase: asn } = config.geo
  const { diagnoses: servers, stored } = await lookAtServers(installation, now)
  const diagnoses = [
    ...(await lookAt('organization', async () => lookAtOrganization(await reading, file, rules, stored, now))),
    ...(await lookAt('addresses', () => lookAtDatabases({ city, asn }, now))),
    ...(await lookAt('kafka', () => lookAtKafka({ kafka: config.kafka, log }, facts))),
    ...servers,
    // Without the environment, every rule would appear to differ.
    ...(environment === undefined ? [] : await lookAt('kibana', () => lookAtKibana(installation, options, now))),
  ]
  printResult(options, diagnoses, () => linesOf(diagnoses))
  return diagnoses.some(({ verdict }) => verdict === 'trouble') ? exitCodes.found : exitCodes.done
}
