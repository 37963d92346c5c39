// Every setting of the service. Loader, schema, help text and documentation follow from this table.
interface Base {
  /** Environment variables of the setting. The first is its name. The others are also accepted. */
  readonly env: readonly [string, ...string[]]
  readonly about: string
  /** Never shown, and also read from the file that `<variable>_FILE` names. */
  readonly secret?: true
}

/** A setting. `file` is the path of a file that must be readable; `list` is comma-separated in the environment. */
export type Setting = Base &
  (
    | { readonly kind: 'text'; readonly default?: string; readonly pattern?: string; readonly form?: string }
    | { readonly kind: 'list'; readonly default?: readonly string[]; readonly pattern?: string; readonly form?: string }
    | { readonly kind: 'number'; readonly default: number; readonly minimum: number; readonly maximum: number }
    | { readonly kind: 'flag'; readonly default: boolean }
    | { readonly kind: 'choice'; readonly default?: string | number; readonly values: readonly (string | number)[] }
    | { readonly kind: 'file' }
  )

const port = '(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])'

// Kafka's own rule for topic names. Messages show the form instead of the pattern.
const topic = {
  pattern: '^[A-Za-z0-9._-]{1,249}$',
  form: 'at most 249 letters, digits, dots, underscores and hyphens',
} as const

const number = (env: string, fallback: number, minimum: number, maximum: number) =>
  ({ env: [env], kind: 'number', default: fallback, minimum, maximum }) as const

const secret = (env: string) => ({ env: [env], kind: 'text', secret: true }) as const

const doubles =
  'The delay doubles with each failure. Consentry waits for a random time between half of the delay and the full delay.'
const retryAfter = 'A longer Retry-After header takes precedence, up to 5 minutes.'

/** The namespace of data streams; a command may name another one. */
export const namespacePattern = /^[a-z0-9_][a-z0-9_.]{0,99}$/

/** An encoded API key: Base64 of an ASCII text, which begins with a letter. No path, no ID with a colon. */
const apiKey = (env: string) => ({
  ...secret(env),
  pattern: '^[A-Za-z][A-Za-z0-9+/=_-]*$',
  form: 'the encoded form, which Elasticsearch returns as `encoded`; not a path',
})

/** Keyed by the place in the configuration file. */
export const settings = {
  'kafka.brokers': {
    env: ['KAFKA_BROKERS'],
    kind: 'list',
    default: ['127.0.0.1:9092'],
    pattern: `^(?:[^\\s:/@]+|\\[[0-9A-Fa-f:.]+\\]):${port}$`,
    form: 'host:port',
    about: 'Bootstrap brokers, host:port.',
  },
  'kafka.topics': {
    env: ['KAFKA_TOPICS', 'KAFKA_TOPIC'],
    kind: 'list',
    default: ['consentry.raw'],
    ...topic,
    about: 'Topics with the raw audit records.',
  },
  'kafka.group': {
    env: ['KAFKA_GROUP'],
    kind: 'text',
    default: 'consentry',
    about: 'Consumer group. A new group starts at the beginning of each topic.',
  },
  'kafka.deadLetterTopic': {
    env: ['KAFKA_DEAD_LETTER_TOPIC'],
    kind: 'text',
    default: 'consentry.dead-letters',
    ...topic,
    about: 'Topic for records without a document.',
  },
  'kafka.collectStateTopic': {
    env: ['KAFKA_COLLECT_STATE_TOPIC'],
    kind: 'text',
    default: 'consentry.collect-state',
    ...topic,
    about: 'Compacted topic for the state of `collect --loop`.',
  },
  'kafka.partitions': {
    ...number('KAFKA_TOPIC_PARTITIONS', 6, 1, 10_000),
    about: 'Number of partitions for topics that setup creates.',
  },
  'kafka.replication': {
    ...number('KAFKA_TOPIC_REPLICATION', 0, 0, 100),
    about: 'Number of replicas for topics that setup creates. 0 means three, or one per broker if there are fewer.',
  },
  'kafka.tls': { env: ['KAFKA_TLS'], kind: 'flag', default: false, about: 'Use TLS for connections to the brokers.' },
  'kafka.caFile': { env: ['KAFKA_TLS_CA', 'KAFKA_CA'], kind: 'file', about: 'CA certificate of the brokers, PEM.' },
  'kafka.certFile': { env: ['KAFKA_TLS_CERT'], kind: 'file', about: 'Client certificate, PEM.' },
  'kafka.keyFile': { env: ['KAFKA_TLS_KEY'], kind: 'file', about: 'Key of the client certificate, PEM.' },
  'kafka.rejectUnauthorized': {
    env: ['KAFKA_TLS_REJECT_UNAUTHORIZED'],
    kind: 'flag',
    default: true,
    about: 'Refuse brokers with an invalid certificate.',
  },
  'kafka.saslMechanism': {
    env: ['KAFKA_SASL_MECHANISM'],
    kind: 'choice',
    values: ['plain', 'scram-sha-256', 'scram-sha-512', 'oauthbearer'],
    about: 'SASL mechanism. Without it, SASL is off.',
  },
  'kafka.username': { env: ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_USER'], kind: 'text', about: 'SASL user name.' },
  'kafka.password': { ...secret('KAFKA_SASL_PASSWORD'), about: 'SASL password.' },
  'kafka.oauthTokenUrl': {
    env: ['KAFKA_OAUTH_TOKEN_URL'],
    kind: 'text',
    pattern: '^https?://[^\\s/@?#]+([/?][^\\s@#]*)?$',
    form: 'http(s)://host/path without credentials or a fragment',
    about: 'Token endpoint for the mechanism oauthbearer with client credentials.',
  },
  'kafka.oauthClientId': { env: ['KAFKA_OAUTH_CLIENT_ID'], kind: 'text', about: 'Client ID for that endpoint.' },
  'kafka.oauthClientSecret': { ...secret('KAFKA_OAUTH_CLIENT_SECRET'), about: 'Client secret for that endpoint.' },
  'kafka.oauthScope': {
    env: ['KAFKA_OAUTH_SCOPE'],
    kind: 'text',
    about: 'Scope of the token, for example https://NAMESPACE.servicebus.windows.net/.default.',
  },
  'kafka.sessionSeconds': {
    ...number('KAFKA_SESSION_SECONDS', 30, 6, 1800),
    about: 'Session timeout of the consumer group: after this time, a silent member loses its partitions.',
  },
  'kafka.fetchBytes': {
    ...number('KAFKA_FETCH_BYTES', 8 * 1024 * 1024, 65_536, 256 * 1024 * 1024),
    about: 'Maximum bytes per fetch, compressed.',
  },
  'kafka.fetchPartitionBytes': {
    ...number('KAFKA_FETCH_PARTITION_BYTES', 2 * 1024 * 1024, 65_536, 256 * 1024 * 1024),
    about: 'Maximum bytes per partition and fetch, compressed.',
  },
  'kafka.expandedBytes': {
    ...number('KAFKA_EXPANDED_BYTES', 64 * 1024 * 1024, 1024 * 1024, 1024 * 1024 * 1024),
    about: 'Maximum bytes of a record batch after decompression. A larger batch becomes a dead letter.',
  },
  'kafka.retryBaseMs': {
    ...number('KAFKA_RETRY_BASE_MS', 500, 1, 60_000),
    about: `Delay before the first restart of a failed consumer. ${doubles}`,
  },
  'kafka.retryCapMs': {
    ...number('KAFKA_RETRY_CAP_MS', 30_000, 1, 3_600_000),
    about: 'Maximum delay before a restart of a failed consumer.',
  },
  'elasticsearch.urls': {
    env: ['ES_URL'],
    kind: 'list',
    default: ['http://127.0.0.1:9200'],
    pattern: '^https?://[^\\s/@?#]+(/[^\\s@?#]*)?$',
    form: 'http(s)://host:port without a query or a fragment, and without credentials (those have settings of their own)',
    about: 'URLs of the cluster nodes.',
  },
  'elasticsearch.apiKey': { ...apiKey('ES_API_KEY'), about: 'API key (encoded form).' },
  'elasticsearch.username': { env: ['ES_USERNAME'], kind: 'text', about: 'User name, instead of an API key.' },
  'elasticsearch.password': { ...secret('ES_PASSWORD'), about: 'Password of that user.' },
  'elasticsearch.caFile': { env: ['ES_CA'], kind: 'file', about: 'CA certificate of the cluster, PEM.' },
  'elasticsearch.caFingerprint': {
    env: ['ES_CA_FINGERPRINT'],
    kind: 'text',
    pattern: '^([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}$',
    form: 'SHA-256 in hexadecimal, with or without colons',
    about: 'SHA-256 fingerprint of the CA certificate, instead of the file.',
  },
  'elasticsearch.compatibility': {
    env: ['ES_COMPATIBILITY'],
    kind: 'choice',
    default: 9,
    values: [8, 9],
    about: 'Major version of the REST API: 8 for clusters of version 8.x.',
  },
  'elasticsearch.retryBaseMs': {
    ...number('ES_RETRY_BASE_MS', 200, 1, 60_000),
    about: `Delay before the first retry of a failed request by the sink, the entity store or the late-data correction. ${doubles}`,
  },
  'elasticsearch.retryCapMs': {
    ...number('ES_RETRY_CAP_MS', 30_000, 1, 3_600_000),
    about: `Maximum delay before a retry of a request by the sink or the entity store. ${retryAfter}`,
  },
  'elasticsearch.retryPatienceSeconds': {
    ...number('ES_RETRY_PATIENCE_SECONDS', 300, 1, 86_400),
    about:
      'Maximum retry time without progress; the number of attempts is unlimited. The batch then waits for BATCH_RETRY_BASE_MS and starts again, until the service stops.',
  },
  'kibana.url': {
    env: ['KIBANA_URL'],
    kind: 'text',
    about:
      'URL of Kibana, with its base path, for the commands that deploy rules and dashboards. `deploy`, `doctor` and `verify` also read it from the file.',
  },
  'kibana.space': { env: ['KIBANA_SPACE'], kind: 'text', about: 'Kibana space, instead of the default space.' },
  'kibana.apiKey': { ...apiKey('KIBANA_API_KEY'), about: 'API key for Kibana (encoded form).' },
  'kibana.username': { env: ['KIBANA_USERNAME'], kind: 'text', about: 'User name, instead of an API key.' },
  'kibana.password': { ...secret('KIBANA_PASSWORD'), about: 'Password of that user.' },
  'kibana.caFile': { env: ['KIBANA_CA'], kind: 'file', about: 'CA certificate of Kibana, PEM.' },
  'kibana.retryBaseMs': {
    ...number('KIBANA_RETRY_BASE_MS', 1000, 1, 60_000),
    about: `Delay before the first retry of a request to a busy Kibana. ${doubles}`,
  },
  'kibana.retryCapMs': {
    ...number('KIBANA_RETRY_CAP_MS', 4000, 1, 3_600_000),
    about: `Maximum delay before a retry of a request to Kibana. ${retryAfter}`,
  },
  'kibana.retryAttempts': {
    ...number('KIBANA_RETRY_ATTEMPTS', 4, 1, 100),
    about: 'Maximum number of attempts for a request to Kibana.',
  },
  'kibana.systemPassword': {
    ...secret('KIBANA_SYSTEM_PASSWORD'),
    about: 'Password that setup assigns to the built-in user kibana_system.',
  },
  namespace: {
    env: ['CONSENTRY_NAMESPACE'],
    kind: 'text',
    default: 'consentry',
    pattern: namespacePattern.source,
    form: 'at most 100 lowercase letters, digits, underscores and dots, but no dot at the beginning',
    about: 'Data stream namespace: logs-<dataset>-<namespace>.',
  },
  'elasticsearch.indexMode': {
    env: ['ES_INDEX_MODE'],
    kind: 'choice',
    values: ['standard', 'logsdb'],
    default: 'standard',
    about:
      'Index mode that setup writes into the templates. logsdb needs less disk and more CPU; see pipeline/README.md.',
  },
  'elasticsearch.servicePassword': {
    ...secret('ES_SERVICE_PASSWORD'),
    about:
      'Password of the user consentry-<namespace>: setup creates this user with the least privileges of the service.',
  },
  tags: { env: ['CONSENTRY_TAGS'], kind: 'list', default: ['forwarded'], about: 'Tags of every document.' },
  preserveOriginal: {
    env: ['CONSENTRY_PRESERVE_ORIGINAL'],
    kind: 'flag',
    default: false,
    about: 'Store the native record of every document in event.original. If false, only for partly mapped records.',
  },
  environment: {
    env: ['CONSENTRY_ENVIRONMENT'],
    kind: 'file',
    about:
      'Path of environment.yaml, the facts about the organization, for all commands. The service reads it when it starts.',
  },
  'entityStore.enabled': {
    env: ['CONSENTRY_ENTITY_STORE'],
    kind: 'flag',
    default: true,
    about: 'Keep an entity store of applications, grants and accounts in Elasticsearch, and annotate events from it.',
  },
  'entityStore.lateDataSeconds': {
    ...number('CONSENTRY_LATE_DATA_SECONDS', 60, 0, 3600),
    about: 'Delay between a late record and the late-data correction of stored documents. 0 turns correction off.',
  },
  'entityStore.lateDataRetryCapMs': {
    ...number('CONSENTRY_LATE_DATA_RETRY_CAP_MS', 10_000, 1, 3_600_000),
    about: `Maximum delay before a retry in late-data correction. The first delay is ES_RETRY_BASE_MS. ${retryAfter}`,
  },
  'entityStore.lateDataRetryPatienceSeconds': {
    ...number('CONSENTRY_LATE_DATA_RETRY_PATIENCE_SECONDS', 60, 1, 86_400),
    about: 'Maximum time of retries without progress in late-data correction. The next correction continues.',
  },
  'entityStore.actsDays': {
    ...number('CONSENTRY_ENTITY_STORE_ACTS_DAYS', 90, 7, 3650),
    about: 'Retention of the index that finds duplicates of acts in several log sources. Whole months are removed.',
  },
  'findings.enabled': {
    env: ['CONSENTRY_FINDINGS'],
    kind: 'flag',
    default: true,
    about: 'Run periodic passes that store findings. Needs the entity store.',
  },
  'findings.everyMinutes': {
    ...number('FINDINGS_EVERY_MINUTES', 15, 1, 1440),
    about: 'Minutes between two passes of an instance.',
  },
  'findings.latenessHours': {
    ...number('FINDINGS_LATENESS_HOURS', 6, 0, 168),
    about: 'Delay before an overdue finding is stored. A late record can still prevent it.',
  },
  'findings.lookBackDays': {
    ...number('FINDINGS_LOOK_BACK_DAYS', 7, 1, 28),
    about:
      'Days that each pass checks again for late records. Once a day, it also counts the volumes and absent fields of these days again.',
  },
  'findings.containmentHours': {
    ...number('FINDINGS_CONTAINMENT_HOURS', 24, 1, 720),
    about: 'Maximum time that a grant can outlive its account before it becomes a finding.',
  },
  'findings.overlapDays': {
    ...number('FINDINGS_OVERLAP_DAYS', 14, 1, 180),
    about: 'Maximum number of days with an additional credential before the overlap becomes a finding.',
  },
  'findings.silentHours': {
    ...number('FINDINGS_SILENT_HOURS', 24, 1, 336),
    about:
      'Minimum silence of a log source before it becomes a finding. Sources with longer usual gaps have a longer minimum.',
  },
  'findings.volumeFactor': {
    ...number('FINDINGS_VOLUME_FACTOR', 5, 2, 1000),
    about: 'Multiple of the usual daily volume of an application and account that counts as unusual.',
  },
  'findings.volumeItems': {
    ...number('FINDINGS_VOLUME_ITEMS', 200, 1, 1_000_000_000),
    about:
      'Minimum items per day for an unusual volume; half of it if the day exceeds twice the busiest earlier week of the account.',
  },
  'findings.volumeMegabytes': {
    ...number('FINDINGS_VOLUME_MEGABYTES', 100, 1, 1_000_000_000),
    about: 'Minimum megabytes per day for an unusual volume.',
  },
  'collect.everySeconds': {
    ...number('COLLECT_EVERY_SECONDS', 300, 10, 86_400),
    about: 'Seconds between two rounds of `collect --loop`.',
  },
  'batch.records': { ...number('BATCH_RECORDS', 2000, 1, 100_000), about: 'Maximum records per batch.' },
  'batch.bytes': {
    ...number('BATCH_BYTES', 4 * 1024 * 1024, 1024, 128 * 1024 * 1024),
    about: 'Maximum bytes per batch. A larger record forms its own batch.',
  },
  'batch.retryBaseMs': {
    ...number('BATCH_RETRY_BASE_MS', 500, 1, 60_000),
    about: `Delay before the first retry of a failed batch. ${doubles}`,
  },
  'batch.retryCapMs': {
    ...number('BATCH_RETRY_CAP_MS', 30_000, 1, 3_600_000),
    about: `Maximum delay before a retry of a failed batch. ${retryAfter}`,
  },
  'service.healthHost': {
    env: ['HEALTH_HOST'],
    kind: 'text',
    default: '127.0.0.1',
    about: 'Listen address for /livez, /readyz, /healthz and /metrics.',
  },
  'geo.cityDatabase': {
    env: ['GEO_CITY_DATABASE'],
    kind: 'file',
    about: 'Location database in MaxMind format (City or Country), for source.geo.*.',
  },
  'geo.asnDatabase': {
    env: ['GEO_ASN_DATABASE'],
    kind: 'file',
    about: 'Database of autonomous systems in MaxMind format (ASN or ISP), for source.as.*.',
  },
  'geo.reloadSeconds': {
    ...number('GEO_RELOAD_SECONDS', 60, 1, 86_400),
    about: 'Seconds between checks for changes to these files.',
  },
  'service.healthPort': {
    ...number('HEALTH_PORT', 8080, 0, 65_535),
    about: 'Port for /livez, /readyz, /healthz and /metrics. 0 turns them off.',
  },
  'service.staleSeconds': {
    ...number('HEALTH_STALE_SECONDS', 120, 1, 86_400),
    about: '/healthz reports a failure if records wait or a failure lasts for this time.',
  },
  'service.wedgedSeconds': {
    ...number('HEALTH_WEDGED_SECONDS', 600, 60, 86_400),
    about:
      '/livez reports a failure when the consumer loop makes no progress for this time. Outages of servers do not count.',
  },
  'service.drainSeconds': {
    ...number('DRAIN_SECONDS', 20, 0, 3600),
    about: 'Time to finish the current batches after SIGTERM; none if all of them wait for a failing server.',
  },
  'service.logLevel': {
    env: ['LOG_LEVEL'],
    kind: 'choice',
    default: 'info',
    values: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    about: 'Minimum level of log messages.',
  },
} as const satisfies Readonly<Record<string, Setting>>

export type SettingKey = keyof typeof settings

/** All variables that a setting is read from. */
export const variablesOf = ({ env, secret }: Setting): readonly string[] =>
  secret === true ? [...env, ...env.map((name) => `${name}_FILE`)] : env

type ValueOf<S extends Setting> = S extends { kind: 'number' }
  ? number
  : S extends { kind: 'flag' }
    ? boolean
    : S extends { kind: 'list' }
      ? readonly string[]
      : S extends { kind: 'choice' }
        ? S['values'][number] | (S extends { default: string | number } ? never : undefined)
        : string | (S extends { default: string } ? never : undefined)

type Nest<Key extends string, Value> = Key extends `${infer Head}.${infer Tail}`
  ? { readonly [H in Head]: Nest<Tail, Value> }
  : undefined extends Value
    ? { readonly [H in Key]?: Exclude<Value, undefined> }
    : { readonly [H in Key]: Value }

type Intersect<Union> = (Union extends unknown ? (member: Union) => void : never) extends (all: infer All) => void
  ? All
  : never

/** The checked configuration: each setting at its path, with defaults. Absent without a value and a default. */
export type Config = Intersect<{ [K in SettingKey]: Nest<K, ValueOf<(typeof settings)[K]>> }[SettingKey]>
