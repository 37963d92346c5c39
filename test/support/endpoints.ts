// Real servers for integration tests: from the environment, from containers (INTEGRATION=docker), or none, with a
// single message about the missing setting.
import type { StartedTestContainer } from 'testcontainers'
import { freePort } from './local-server.ts'

export type EndpointName = 'ES_URL' | 'ES8_URL' | 'KAFKA_BROKERS' | 'KAFKA_SASL_BROKERS' | 'KAFKA_ACL_BROKERS'

export interface Endpoint {
  /** A URL, or Kafka brokers separated by commas. */
  readonly address: string
  /** Stops the server that was started for this endpoint; does nothing for a server from the environment. */
  stop(): Promise<void>
}

interface Recipe {
  readonly what: string
  readonly container?: { readonly image: string; readonly start: (image: string) => Promise<Endpoint> }
}

async function started(container: StartedTestContainer, address: string): Promise<Endpoint> {
  return { address, stop: async () => void (await container.stop()) }
}

async function startElasticsearch(image: string): Promise<Endpoint> {
  const { GenericContainer, Wait } = await import('testcontainers')
  const container = await new GenericContainer(image)
    .withEnvironment({
      'discovery.type': 'single-node',
      'xpack.security.enabled': 'false',
      'action.destructive_requires_name': 'true',
      ES_JAVA_OPTS: '-Xms512m -Xmx512m',
    })
    .withExposedPorts(9200)
    .withWaitStrategy(Wait.forHttp('/', 9200).forStatusCode(200))
    .withStartupTimeout(180_000)
    .start()
  return started(container, `http://${container.getHost()}:${container.getMappedPort(9200)}`)
}

async function startKafka(image: string): Promise<Endpoint> {
  const { GenericContainer, getContainerRuntimeClient, Wait } = await import('testcontainers')
  // The broker sends its address to clients, so the port must be known before it starts.
  const port = await freePort()
  const host = (await getContainerRuntimeClient()).info.containerRuntime.host
  const container = await new GenericContainer(image)
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${host}:${port}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    })
    .withExposedPorts({ container: 9092, host: port })
    .withWaitStrategy(Wait.forLogMessage(/Kafka Server started/))
    .withStartupTimeout(180_000)
    .start()
  return started(container, `${host}:${port}`)
}

const elasticsearch = (version: string) => ({
  image: `docker.elastic.co/elasticsearch/elasticsearch:${version}`,
  start: startElasticsearch,
})

const recipes: Readonly<Record<EndpointName, Recipe>> = {
  ES_URL: { what: 'an Elasticsearch 9.x without security', container: elasticsearch('9.5.3') },
  ES8_URL: { what: 'an Elasticsearch 8.19 without security', container: elasticsearch('8.19.9') },
  KAFKA_BROKERS: { what: 'a Kafka broker', container: { image: 'apache/kafka:4.1.1', start: startKafka } },
  KAFKA_SASL_BROKERS: { what: 'a Kafka broker with SASL_SSL (and KAFKA_SASL_USER, KAFKA_SASL_PASSWORD, KAFKA_CA)' },
  KAFKA_ACL_BROKERS: {
    what: 'a Kafka broker with an authorizer and SASL PLAIN: super user admin, user consentry, with KAFKA_ACL_PASSWORD',
  },
}

/** Returns the server, or undefined if the suite must be skipped: `describe.skipIf(endpoint === undefined)`. */
export async function requireEndpoint(name: EndpointName): Promise<Endpoint | undefined> {
  const address = process.env[name]
  if (address !== undefined && address !== '') return { address, stop: () => Promise.resolve() }
  const { what, container } = recipes[name]
  if (process.env.INTEGRATION !== 'docker' || container === undefined) {
    const docker = container === undefined ? '' : ', or INTEGRATION=docker'
    console.warn(`skipped: ${name} is not set. It takes the address of ${what}${docker}.`)
    return undefined
  }
  // Ryuk would be another image to pull; the suites stop the containers that they start.
  process.env.TESTCONTAINERS_RYUK_DISABLED ??= 'true'
  const image = process.env[`${name}_IMAGE`] ?? container.image
  try {
    return await container.start(image)
  } catch (error) {
    const reason = (error as Error).message.split('\n')[0]
    console.warn(`skipped: ${image} for ${name} cannot be started (${reason}). Set ${name} to the address of ${what}.`)
    return undefined
  }
}
