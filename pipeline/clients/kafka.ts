// Kafka access: connection settings, kafkajs log lines in our log, kafkajs errors as our errors.
import kafkajs, { type Admin, type KafkaConfig, type LogEntry, type SASLOptions } from 'kafkajs'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { present } from '../../mappings/kernel/present.ts'
import { currentSecret } from '../config/secret-files.ts'
import type { Config } from '../config/settings.ts'
import { DependencyError, type DependencyErrorCode } from '../errors/dependency-error.ts'
import type { Logger } from '../telemetry/telemetry.ts'
import { makeTokenProvider } from './kafka-token.ts'

export type KafkaSettings = Config['kafka']
/** A client with its configured addresses, for errors of a broker that does not answer. */
export type Kafka = kafkajs.Kafka & { readonly addresses?: string }

const { Kafka: KafkaClient, logLevel } = kafkajs

/** Failures that kafkajs also throws (reported there), retries that the callers limit, and pauses that they report. */
const isRepeated = (namespace: string, message: string) =>
  namespace === 'Connection' ||
  namespace === 'BrokerPool' ||
  /^(Limiting retries|(Paus|Resum)ing fetching)/.test(message)

/** Members of a kafkajs log entry that show place and cause. The others may contain requests, which contain records. */
const loggable = ['groupId', 'memberId', 'topic', 'partition', 'broker', 'clientId', 'error', 'retryCount', 'retryTime']

export const addressHint =
  'check KAFKA_BROKERS, KAFKA_TLS and, for an address that is not listed there, advertised.listeners'

function toOurs(log: Logger) {
  /** The addresses of failed connections. The retries of kafkajs take seconds, so the first failure is reported here. */
  const failed = new Set<unknown>()
  return () =>
    ({ namespace, level, log: entry }: LogEntry) => {
      // A response with an error is an answer of the broker. kafkajs throws this error to the caller.
      const isAnswer = String(entry.message).startsWith('Response ')
      if (namespace === 'Connection' && level === logLevel.ERROR && !isAnswer && !failed.has(entry.broker)) {
        failed.add(entry.broker)
        log.warn(
          { broker: entry.broker, error: String(entry.message), hint: addressHint },
          'a connection to Kafka failed',
        )
      }
      const fields: Record<string, unknown> = { part: 'kafkajs', namespace }
      for (const name of loggable) {
        const value: unknown = entry[name]
        if (typeof value === 'string' || typeof value === 'number') fields[name] = value
      }
      const isDetail = level >= logLevel.DEBUG || isRepeated(namespace, String(entry.message))
      const write = isDetail ? 'debug' : level >= logLevel.INFO ? 'info' : 'warn'
      // kafkajs errors are logged as warnings. An error that ends a consumer is also an event, and is reported there.
      log[write](fields, String(entry.message))
    }
}

function saslOf(kafka: KafkaSettings): SASLOptions | undefined {
  const { saslMechanism: mechanism, username = '', password = '' } = kafka
  if (mechanism === 'oauthbearer') return { mechanism, oauthBearerProvider: makeTokenProvider(kafka) }
  if (mechanism === undefined) return undefined
  return {
    mechanism,
    username,
    // Kafkajs reads it for each connection.
    get password() {
      return currentSecret('kafka.password', password)
    },
  }
}

function tlsOf(kafka: KafkaSettings): KafkaConfig['ssl'] {
  if (!kafka.tls) return undefined
  return {
    rejectUnauthorized: kafka.rejectUnauthorized,
    ...(kafka.caFile !== undefined && { ca: [readNamedText(kafka.caFile)] }),
    ...(kafka.certFile !== undefined && { cert: readNamedText(kafka.certFile) }),
    ...(kafka.keyFile !== undefined && { key: readNamedText(kafka.keyFile) }),
  }
}

export interface KafkaClientOptions {
  readonly kafka: KafkaSettings
  readonly log: Logger
  /** Retries of a connection or a request. With the default, an unreachable broker takes about ten seconds. */
  readonly retries?: number
  readonly requestTimeout?: number
}

export function makeKafka({ kafka, log, retries = 5, requestTimeout = 30_000 }: KafkaClientOptions): Kafka {
  const client = new KafkaClient({
    clientId: 'consentry',
    brokers: [...kafka.brokers],
    connectionTimeout: 5000,
    requestTimeout,
    retry: { initialRetryTime: 300, maxRetryTime: 5000, retries },
    logLevel: log.isLevelEnabled('debug') ? logLevel.DEBUG : logLevel.INFO,
    logCreator: toOurs(log),
    ...present({ ssl: tlsOf(kafka), sasl: saslOf(kafka) }),
  })
  return Object.assign(client, { addresses: kafka.brokers.join(', ') })
}

/** Runs `use` with an admin client. Throws a DependencyError that names the required ACLs. */
export async function withAdmin<T>(client: Kafka, acls: string, use: (admin: Admin) => Promise<T>): Promise<T> {
  const admin = client.admin()
  try {
    await admin.connect()
    return await use(admin)
  } catch (error) {
    throw toDependencyError(error, acls, client.addresses)
  } finally {
    await admin.disconnect().catch(() => undefined)
  }
}

export const topicsIn = async (admin: Admin): Promise<ReadonlySet<string>> => new Set(await admin.listTopics())

interface Known {
  readonly code: DependencyErrorCode
  readonly retryable: boolean
  readonly todo?: string
}

/** The error of kafkajs for a request after a connection without an answer. It names no broker. */
const noBroker = 'Broker not connected'

function recognize(error: Error & { type?: unknown; code?: unknown }, acls: string): Known | undefined {
  const sign = `${error.name} ${String(error.type ?? '')} ${String(error.code ?? '')}`
  const known = (code: DependencyErrorCode, todo: string, retryable = false): Known => ({ code, retryable, todo })
  if (/_AUTHORIZATION_FAILED/.test(sign)) return known('kafka_auth', `add the ACLs ${acls}`)
  if (/SASLAuthentication|SASL_AUTHENTICATION_FAILED/.test(sign))
    return known('kafka_auth', 'check the KAFKA_SASL_* and KAFKA_OAUTH_* settings')
  // kafkajs does not show whether the broker refuses access or has no coordinator yet.
  if (/GroupCoordinatorNotFound/.test(sign))
    return known('kafka_failed', `check that this user has the ACLs ${acls}, and that the brokers are healthy`, true)
  if (/INCONSISTENT_GROUP_PROTOCOL/.test(sign))
    return known(
      'kafka_group_shared',
      'another program uses this consumer group: set KAFKA_GROUP to a group that only Consentry uses',
    )
  if (/ILLEGAL_SASL_STATE|UNSUPPORTED_SASL_MECHANISM/.test(sign))
    return known(
      'kafka_auth',
      'check that KAFKA_SASL_MECHANISM is a mechanism of this listener, and unset it for a listener without SASL',
    )
  if (/UNKNOWN_TOPIC_OR_PARTITION/.test(sign))
    return known(
      'kafka_topic_missing',
      `it was needed for ${acls}; run \`consentry setup\`, or fix KAFKA_TOPICS, KAFKA_DEAD_LETTER_TOPIC and KAFKA_COLLECT_STATE_TOPIC`,
    )
  if (/CERT|ERR_TLS|ERR_SSL|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(sign))
    return known('kafka_tls', 'check KAFKA_TLS_CA and the host name in KAFKA_BROKERS')
  if (
    /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOST|KafkaJSConnection|BrokerNotFound|RequestTimeout|NoBrokerAvailable/.test(
      sign,
    ) ||
    error.message === noBroker
  )
    return known(
      'kafka_unreachable',
      'check KAFKA_BROKERS, and check that KAFKA_TLS matches the listener; an address that is not listed there comes from advertised.listeners of the broker',
      true,
    )
  return undefined
}

function causeOf(error: Error & { errors?: unknown }): unknown {
  return Array.isArray(error.errors) ? error.errors[0] : error.cause
}

/** Converts by the innermost known cause. Unknown errors are retried. `acls` are the ACLs that the request needs, `addresses` those of the client. */
export function toDependencyError(error: unknown, acls: string, addresses?: string): DependencyError {
  if (error instanceof DependencyError) return error
  let known: Known | undefined
  let message = String(error)
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = causeOf(at), depth++) {
    if (at instanceof DependencyError) return at
    message = at.message
    known = recognize(at, acls) ?? known
  }
  if (addresses !== undefined && (message === noBroker || message.endsWith('timed out')))
    message = `no answer from Kafka at ${addresses}`
  const { code, ...advice }: Known = known ?? { code: 'kafka_failed', retryable: true }
  return new DependencyError(code, message, { cause: error, ...advice })
}

const typeOf = (error: unknown): unknown => (error as { type?: unknown } | undefined)?.type

/** Returns true if the group has removed this member: other members already have its partitions. */
export function isOutOfGroup(error: unknown): boolean {
  const type = typeOf(error)
  return type === 'UNKNOWN_MEMBER_ID' || type === 'ILLEGAL_GENERATION'
}

/** True if the group continues, or will soon continue, without this member: another member gets its records. */
export function isGroupChange(error: unknown): boolean {
  const type = typeOf(error)
  return isOutOfGroup(error) || type === 'REBALANCE_IN_PROGRESS' || type === 'NOT_COORDINATOR_FOR_GROUP'
}
