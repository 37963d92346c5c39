// The product as an operator runs it: compiled commands in separate processes, between a real Kafka and a real
// Elasticsearch. All names are random, and everything that was created is deleted.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Client } from '@elastic/elasticsearch'
import { afterAll, beforeAll, describe } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { makeClient } from '../../../pipeline/clients/elasticsearch.ts'
import type { DeadLetter } from '../../../pipeline/outcome.ts'
import type { ServiceSummary } from '../../../pipeline/service/run.ts'
import { deleteNamespace } from '../../support/delete-namespace.ts'
import { isUsed, type Versions } from '../../support/describe-elasticsearch.ts'
import { type EndpointName, requireEndpoint } from '../../support/endpoints.ts'
import { KafkaBench, until } from '../kafka/kafka-bench.ts'

export interface World {
  readonly name: string
  readonly compatibility: 8 | 9
  readonly url: string
  readonly brokers: string
  /** Whether a server is missing. */
  readonly missing: boolean
}

/** Kafka with each version of Elasticsearch, and a function that stops everything it started. */
async function requireWorlds(
  brokers: EndpointName = 'KAFKA_BROKERS',
): Promise<{ worlds: World[]; stop: () => Promise<unknown> }> {
  const kafka = await requireEndpoint(brokers)
  const servers = [
    { name: 'Elasticsearch 9', compatibility: 9, endpoint: await requireEndpoint('ES_URL') },
    { name: 'Elasticsearch 8', compatibility: 8, endpoint: await requireEndpoint('ES8_URL') },
  ] as const
  const worlds = servers.map(({ name, compatibility, endpoint }) => ({
    name,
    compatibility,
    url: endpoint?.address ?? '',
    // A bench is made for skipped tests as well, and needs an address.
    brokers: kafka?.address ?? 'missing:1',
    missing: kafka === undefined || endpoint === undefined,
  }))
  const stop = () => Promise.all([kafka?.stop(), ...servers.map(({ endpoint }) => endpoint?.stop())])
  return { worlds, stop }
}

export interface Running {
  readonly child: ChildProcess
  readonly log: Record<string, unknown>[]
  readonly ended: Promise<Ended>
}

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** The counts of the service, from the last line of its log. */
  readonly summary: ServiceSummary | undefined
}

/** One deployment: topics, a namespace and the settings of both. */
export interface Deployment {
  readonly topic: string
  readonly deadLetterTopic: string
  readonly stateTopic: string
  readonly namespace: string
  readonly env: Readonly<Record<string, string>>
  /** The compiled program of another version. */
  readonly program?: string
}

export interface Stored {
  readonly index: string
  readonly document: EcsDocument
}

interface Suite {
  readonly title: string
  readonly versions?: Versions
  readonly brokers?: EndpointName
  /** Settings in addition to the brokers: TLS and SASL. */
  readonly kafkaEnv?: Record<string, string>
}

/** A suite with an open bench for each version of Elasticsearch; it is skipped without the servers. */
export async function describeService(
  { title, versions = 'both', brokers, kafkaEnv }: Suite,
  tests: (bench: ServiceBench) => void,
): Promise<void> {
  const { worlds, stop } = await requireWorlds(brokers)
  afterAll(stop)
  for (const world of worlds.filter(({ compatibility }) => isUsed(versions, compatibility)))
    describe.skipIf(world.missing)(`${title} with ${world.name}`, () => {
      const bench = new ServiceBench(world, world.missing ? {} : kafkaEnv)
      beforeAll(() => bench.open())
      afterAll(() => bench.close())
      tests(bench)
    })
}

export function consentRecord(id: string, members: object = {}): Record<string, unknown> {
  return {
    CreationTime: '2026-03-02T09:15:00',
    Id: id,
    Operation: 'Consent to application.',
    OrganizationId: '22222222-2222-4222-8222-222222222222',
    RecordType: 8,
    ResultStatus: 'Success',
    UserId: 'ada@example.com',
    UserType: 0,
    Workload: 'AzureActiveDirectory',
    ...members,
  }
}

const main = join(packageRoot, 'dist', 'pipeline', 'main.js')

export class ServiceBench {
  readonly world: World
  readonly kafka: KafkaBench
  private readonly kafkaEnv: Record<string, string>
  private readonly namespaces: string[] = []
  private readonly running = new Set<ChildProcess>()
  private es: Client | undefined

  constructor(world: World, kafkaEnv: Record<string, string> = {}) {
    this.world = world
    this.kafkaEnv = { KAFKA_BROKERS: world.brokers, ...kafkaEnv }
    this.kafka = new KafkaBench(this.kafkaEnv)
    process.once('exit', () => this.killAll())
  }

  async open(): Promise<void> {
    this.es = await makeClient({ urls: [this.world.url], compatibility: this.world.compatibility })
    await this.kafka.admin.connect()
  }

  get client(): Client {
    if (this.es === undefined) throw new Error('open() comes first')
    return this.es
  }

  /** Makes names and settings; `setup` has not created anything yet. */
  plan(extra: Record<string, string> = {}): Deployment {
    const namespace = `t${randomUUID().replaceAll('-', '').slice(0, 10)}`
    const topic = `test-${randomUUID()}`
    const deadLetterTopic = `${topic}-dead`
    this.namespaces.push(namespace)
    const stateTopic = `${topic}-state`
    this.kafka.topics.push(topic, deadLetterTopic, stateTopic)
    const env = {
      ...this.kafkaEnv,
      KAFKA_TOPICS: topic,
      KAFKA_DEAD_LETTER_TOPIC: deadLetterTopic,
      KAFKA_COLLECT_STATE_TOPIC: stateTopic,
      KAFKA_TOPIC_PARTITIONS: '2',
      KAFKA_SESSION_SECONDS: '6',
      ES_URL: this.world.url,
      ES_COMPATIBILITY: String(this.world.compatibility),
      CONSENTRY_NAMESPACE: namespace,
      // The organization of the samples.
      CONSENTRY_ENVIRONMENT: join(packageRoot, 'environment.example.yaml'),
      HEALTH_PORT: '0',
      ...extra,
    }
    return { topic, deadLetterTopic, stateTopic, namespace, env }
  }

  async deploy(extra: Record<string, string> = {}): Promise<Deployment> {
    const deployment = this.plan(extra)
    const { code, stderr } = await this.start(deployment, ['setup']).ended
    if (code !== 0) throw new Error(`setup ended with ${code}: ${stderr}`)
    return deployment
  }

  /** Starts a command. The environment of the test is not passed on, so the given settings must suffice. */
  start(
    deployment: Deployment,
    args: readonly string[],
    extra: Record<string, string> = {},
    nodeArgs: readonly string[] = [],
  ): Running {
    const env = { PATH: process.env.PATH, ...deployment.env, ...extra }
    const child = spawn(process.execPath, [...nodeArgs, deployment.program ?? main, ...args], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.running.add(child)
    const log: Record<string, unknown>[] = []
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (data) => {
      stdout += data
    })
    createInterface({ input: child.stderr }).on('line', (line) => {
      stderr += `${line}\n`
      if (line.startsWith('{')) log.push(JSON.parse(line))
    })
    const ended = once(child, 'close').then(([code]) => {
      this.running.delete(child)
      const summary = log.find(({ msg, ended }) => msg === 'stopped' && ended !== undefined)
      return { code, stdout, stderr, summary: summary as unknown as ServiceSummary | undefined }
    })
    return { child, log, ended }
  }

  /** Runs `consentry run` in its own group until no records come. Returns the counts. */
  async runUntilIdle(
    deployment: Deployment,
    { group = this.kafka.group(), args = [] }: { group?: string; args?: readonly string[] } = {},
  ): Promise<ServiceSummary> {
    const extra = { KAFKA_GROUP: group }
    const { code, stderr, summary } = await this.start(deployment, ['run', '--until-idle', '1', ...args], extra).ended
    if (code !== 0 || summary === undefined) throw new Error(`run ended with ${code}: ${stderr}`)
    const { ended, records, stored, duplicates, deadLetters } = summary
    return { ended, records, stored, duplicates, deadLetters }
  }

  /** Returns the number of documents created in a namespace, including documents that a search does not find yet. */
  async created(namespace: string): Promise<number> {
    const stats = await this.client.indices.stats(
      { index: `logs-*-${namespace}`, metric: 'indexing' },
      { ignore: [404] },
    )
    return stats._all?.primaries?.indexing?.index_total ?? 0
  }

  /** Returns all documents of a namespace by `_id`. Calls `twice` with an id stored twice; by default, it fails. */
  async documents(namespace: string, twice = failTwice): Promise<Map<string, Stored>> {
    const index = `logs-*-${namespace}`
    await this.client.indices.refresh({ index })
    const found = new Map<string, Stored>()
    for await (const { body } of this.client.helpers.scrollSearch<EcsDocument>({ index, size: 5_000 }))
      for (const { _id = '', _index, _source } of body.hits.hits) {
        const earlier = found.get(_id)
        if (earlier !== undefined) twice(`${_id} is in ${earlier.index} and in ${_index}`)
        found.set(_id, { index: _index, document: _source as EcsDocument })
      }
    return found
  }

  async streams(namespace: string): Promise<string[]> {
    const names = Object.keys(await this.client.indices.get({ index: `logs-*-${namespace}` }))
    return [...new Set(names.map((name) => name.replace(/^\.ds-/, '').replace(/-\d{4}\.\d{2}\.\d{2}-\d+$/, '')))]
  }

  async deadLetters(deployment: Deployment, count: number): Promise<DeadLetter[]> {
    const reader = this.kafka.read([deployment.deadLetterTopic], this.kafka.group())
    await until(() => reader.texts.length >= count)
    await reader.stop()
    return reader.texts.map((text) => JSON.parse(text) as DeadLetter)
  }

  async allDeadLetters(deployment: Deployment): Promise<DeadLetter[]> {
    const ends = await this.kafka.admin.fetchTopicOffsets(deployment.deadLetterTopic)
    return this.deadLetters(
      deployment,
      ends.reduce((sum, { high }) => sum + Number(high), 0),
    )
  }

  private killAll(): void {
    for (const child of this.running) child.kill('SIGKILL')
  }

  async close(): Promise<void> {
    this.killAll()
    for (const namespace of this.namespaces) await deleteNamespace(this.client, namespace)
    await this.kafka.close()
    await this.client.close()
  }
}

function failTwice(where: string): void {
  throw new Error(where)
}
