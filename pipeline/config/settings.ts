// Every setting of the service, said once: loader, schema, help text and documentation are made from this table.

interface Base {
  /** Environment variables that set it; the first is its name, the others are accepted. */
  readonly env: readonly [string, ...string[]]
  /** One line for the help text and the documentation. */
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

// Kafka's own rule for topic names. The form is what a message says instead of the pattern.
const topic = { pattern: '^[A-Za-z0-9._-]{1,249}$', form: 'letters, digits, dots, underscores and hyphens' } as const

/** Keyed by the place in the configuration file. */
export const settings = {
  'kafka.brokers': {
    env: ['KAFKA_BROKERS'],
    kind: 'list',
    default: ['127.0.0.1:9092'],
    pattern: '^[^\\s:/@]+:[0-9]{1,5}$|^\\[[0-9A-Fa-f:.]+\\]:[0-9]{1,5}$',
    form: 'host:port',
    about: 'Bootstrap brokers, host:port.',
  },
  'kafka.topics': {
    env: ['KAFKA_TOPICS', 'KAFKA_TOPIC'],
    kind: 'list',
    default: ['consentry.raw'],
    ...topic,
    about: 'Topics that carry the raw audit records.',
  },
  'kafka.group': {
    env: ['KAFKA_GROUP'],
    kind: 'text',
    default: 'consentry',
    about: 'Consumer group. A group that starts for the first time reads from the beginning.',
  },
  'kafka.deadLetterTopic': {
    env: ['KAFKA_DEAD_LETTER_TOPIC'],
    kind: 'text',
    default: 'consentry.dead-letters',
    ...topic,
    about: 'Topic for records that could not become documents.',
  },
  'kafka.partitions': {
    env: ['KAFKA_TOPIC_PARTITIONS'],
    kind: 'number',
    default: 6,
    minimum: 1,
    maximum: 10_000,
    about: 'Partitions of a topic that setup creates.',
  },
  'kafka.replication': {
    env: ['KAFKA_TOPIC_REPLICATION'],
    kind: 'number',
    default: 0,
    minimum: 0,
    maximum: 100,
    about: 'Replicas of a topic that setup creates; 0 is three, or one for each broker where there are fewer.',
  },
  'kafka.tls': { env: ['KAFKA_TLS'], kind: 'flag', default: false, about: 'Speak TLS with the brokers.' },
  'kafka.caFile': {
    env: ['KAFKA_TLS_CA', 'KAFKA_CA'],
    kind: 'file',
    about: 'Authority that signed the brokers’ certificates, PEM.',
  },
  'kafka.certFile': { env: ['KAFKA_TLS_CERT'], kind: 'file', about: 'Client certificate, PEM.' },
  'kafka.keyFile': { env: ['KAFKA_TLS_KEY'], kind: 'file', about: 'Key of the client certificate, PEM.' },
  'kafka.rejectUnauthorized': {
    env: ['KAFKA_TLS_REJECT_UNAUTHORIZED'],
    kind: 'flag',
    default: true,
    about: 'Refuse brokers whose certificate does not verify.',
  },
  'kafka.saslMechanism': {
    env: ['KAFKA_SASL_MECHANISM'],
    kind: 'choice',
    values: ['plain', 'scram-sha-256', 'scram-sha-512'],
    about: 'SASL mechanism; without it no SASL is spoken.',
  },
  'kafka.username': { env: ['KAFKA_SASL_USERNAME', 'KAFKA_SASL_USER'], kind: 'text', about: 'SASL user name.' },
  'kafka.password': { env: ['KAFKA_SASL_PASSWORD'], kind: 'text', secret: true, about: 'SASL password.' },
  'kafka.sessionSeconds': {
    env: ['KAFKA_SESSION_SECONDS'],
    kind: 'number',
    default: 30,
    minimum: 6,
    maximum: 1800,
    about: 'A member that is silent for so long loses its partitions.',
  },
  'kafka.fetchBytes': {
    env: ['KAFKA_FETCH_BYTES'],
    kind: 'number',
    default: 8 * 1024 * 1024,
    minimum: 65_536,
    maximum: 256 * 1024 * 1024,
    about: 'Most bytes of one fetch, as compressed by the producer.',
  },
  'kafka.fetchPartitionBytes': {
    env: ['KAFKA_FETCH_PARTITION_BYTES'],
    kind: 'number',
    default: 2 * 1024 * 1024,
    minimum: 65_536,
    maximum: 256 * 1024 * 1024,
    about: 'Most bytes of one partition in a fetch.',
  },
  'kafka.expandedBytes': {
    env: ['KAFKA_EXPANDED_BYTES'],
    kind: 'number',
    default: 64 * 1024 * 1024,
    minimum: 1024 * 1024,
    maximum: 1024 * 1024 * 1024,
    about: 'Most bytes that one compressed record batch may expand to. A larger one becomes a dead letter.',
  },
  'kafka.retryBaseMs': {
    env: ['KAFKA_RETRY_BASE_MS'],
    kind: 'number',
    default: 500,
    minimum: 1,
    maximum: 60_000,
    about: 'Longest wait before a consumer that failed starts again; it doubles with each failure.',
  },
  'kafka.retryCapMs': {
    env: ['KAFKA_RETRY_CAP_MS'],
    kind: 'number',
    default: 30_000,
    minimum: 1,
    maximum: 3_600_000,
    about: 'Longest wait that this grows to.',
  },
  'elasticsearch.urls': {
    env: ['ES_URL'],
    kind: 'list',
    default: ['http://127.0.0.1:9200'],
    pattern: '^https?://[^\\s/@]+(/[^\\s@]*)?$',
    form: 'http(s)://host:port without credentials (those have settings of their own)',
    about: 'Nodes of the cluster.',
  },
  'elasticsearch.apiKey': {
    env: ['ES_API_KEY'],
    kind: 'text',
    secret: true,
    pattern: '^[\\x21-\\x7e]+$',
    form: 'one word of ASCII characters',
    about: 'API key (encoded form).',
  },
  'elasticsearch.username': { env: ['ES_USERNAME'], kind: 'text', about: 'User name, where no API key is used.' },
  'elasticsearch.password': { env: ['ES_PASSWORD'], kind: 'text', secret: true, about: 'Password of that user.' },
  'elasticsearch.caFile': {
    env: ['ES_CA'],
    kind: 'file',
    about: 'Authority that signed the cluster’s certificate, PEM.',
  },
  'elasticsearch.caFingerprint': {
    env: ['ES_CA_FINGERPRINT'],
    kind: 'text',
    pattern: '^([0-9A-Fa-f]{2}:?){31}[0-9A-Fa-f]{2}$',
    form: 'SHA-256 in hexadecimal, with or without colons',
    about: 'SHA-256 fingerprint of that authority, instead of the file.',
  },
  'elasticsearch.compatibility': {
    env: ['ES_COMPATIBILITY'],
    kind: 'choice',
    default: 9,
    values: [8, 9],
    about: 'Major version of the REST API to ask for: 8 for a cluster of 8.x.',
  },
  'elasticsearch.retryBaseMs': {
    env: ['ES_RETRY_BASE_MS'],
    kind: 'number',
    default: 200,
    minimum: 1,
    maximum: 60_000,
    about: 'Longest wait before a request that failed is sent again; it doubles with each failure.',
  },
  'elasticsearch.retryCapMs': {
    env: ['ES_RETRY_CAP_MS'],
    kind: 'number',
    default: 30_000,
    minimum: 1,
    maximum: 3_600_000,
    about: 'Longest wait that this grows to.',
  },
  'elasticsearch.retryPatienceSeconds': {
    env: ['ES_RETRY_PATIENCE_SECONDS'],
    kind: 'number',
    default: 300,
    minimum: 1,
    maximum: 86_400,
    about: 'How long a request is repeated without any progress; then its batch waits as BATCH_RETRY_BASE_MS says.',
  },
  'kibana.retryBaseMs': {
    env: ['KIBANA_RETRY_BASE_MS'],
    kind: 'number',
    default: 1000,
    minimum: 1,
    maximum: 60_000,
    about: 'Longest wait before a request to a busy Kibana is sent again; it doubles with each failure.',
  },
  'kibana.retryCapMs': {
    env: ['KIBANA_RETRY_CAP_MS'],
    kind: 'number',
    default: 4000,
    minimum: 1,
    maximum: 3_600_000,
    about: 'Longest wait that this grows to; a longer Retry-After of the server is kept.',
  },
  'kibana.retryAttempts': {
    env: ['KIBANA_RETRY_ATTEMPTS'],
    kind: 'number',
    default: 4,
    minimum: 1,
    maximum: 100,
    about: 'How often a request to Kibana is sent before its answer counts.',
  },
  'kibana.systemPassword': {
    env: ['KIBANA_SYSTEM_PASSWORD'],
    kind: 'text',
    secret: true,
    about: 'When set, setup gives the built-in user kibana_system this password.',
  },
  namespace: {
    env: ['CONSENTRY_NAMESPACE'],
    kind: 'text',
    default: 'consentry',
    pattern: '^[a-z0-9_.]{1,100}$',
    form: 'lower-case letters, digits, underscores and dots',
    about: 'Data stream namespace: logs-<dataset>-<namespace>.',
  },
  tags: {
    env: ['CONSENTRY_TAGS'],
    kind: 'list',
    default: ['forwarded'],
    about: 'Tags of every document.',
  },
  preserveOriginal: {
    env: ['CONSENTRY_PRESERVE_ORIGINAL'],
    kind: 'flag',
    default: false,
    about:
      'Keep the native record of every document as event.original, not only of those that could not be read in full.',
  },
  environment: {
    env: ['CONSENTRY_ENVIRONMENT'],
    kind: 'file',
    about: 'environment.yaml: what the organization knows about itself.',
  },
  'entityStore.enabled': {
    env: ['CONSENTRY_ENTITY_STORE'],
    kind: 'flag',
    default: true,
    about: 'Keep applications, grants and accounts in Elasticsearch, and annotate each event with what is known.',
  },
  'entityStore.lateDataSeconds': {
    env: ['CONSENTRY_LATE_DATA_SECONDS'],
    kind: 'number',
    default: 60,
    minimum: 0,
    maximum: 3600,
    about:
      'How long after a late fact the stored documents that it concerns are annotated again; 0 leaves them as they are.',
  },
  'entityStore.lateDataRetryCapMs': {
    env: ['CONSENTRY_LATE_DATA_RETRY_CAP_MS'],
    kind: 'number',
    default: 10_000,
    minimum: 1,
    maximum: 3_600_000,
    about: 'Longest wait before a late-data correction repeats a request; the first is ES_RETRY_BASE_MS.',
  },
  'entityStore.lateDataRetryPatienceSeconds': {
    env: ['CONSENTRY_LATE_DATA_RETRY_PATIENCE_SECONDS'],
    kind: 'number',
    default: 60,
    minimum: 1,
    maximum: 86_400,
    about: 'How long it repeats a request without any progress; the next correction goes on.',
  },
  'entityStore.actsDays': {
    env: ['CONSENTRY_ENTITY_STORE_ACTS_DAYS'],
    kind: 'number',
    default: 90,
    minimum: 7,
    maximum: 3650,
    about: 'How long it is kept which log source told an act first; whole months are removed.',
  },
  'findings.enabled': {
    env: ['CONSENTRY_FINDINGS'],
    kind: 'flag',
    default: true,
    about: 'Look from time to time for what no single record says, and store it as findings. Needs memory.',
  },
  'findings.everyMinutes': {
    env: ['FINDINGS_EVERY_MINUTES'],
    kind: 'number',
    default: 15,
    minimum: 1,
    maximum: 1440,
    about: 'Time between two passes of one instance.',
  },
  'findings.latenessHours': {
    env: ['FINDINGS_LATENESS_HOURS'],
    kind: 'number',
    default: 6,
    minimum: 0,
    maximum: 168,
    about: 'How long after it fell due something is judged: the record that excuses it may be late.',
  },
  'findings.lookBackDays': {
    env: ['FINDINGS_LOOK_BACK_DAYS'],
    kind: 'number',
    default: 7,
    minimum: 1,
    maximum: 28,
    about: 'How far back each pass looks again, for what has arrived since.',
  },
  'findings.containmentHours': {
    env: ['FINDINGS_CONTAINMENT_HOURS'],
    kind: 'number',
    default: 24,
    minimum: 1,
    maximum: 720,
    about: 'How long a grant may be left after its account has ended.',
  },
  'findings.overlapDays': {
    env: ['FINDINGS_OVERLAP_DAYS'],
    kind: 'number',
    default: 14,
    minimum: 1,
    maximum: 180,
    about: 'How long an application may have more credentials than before it was given one.',
  },
  'findings.silentHours': {
    env: ['FINDINGS_SILENT_HOURS'],
    kind: 'number',
    default: 24,
    minimum: 1,
    maximum: 336,
    about: 'No log source is called silent sooner; one that often rests, later.',
  },
  'findings.volumeFactor': {
    env: ['FINDINGS_VOLUME_FACTOR'],
    kind: 'number',
    default: 5,
    minimum: 2,
    maximum: 1000,
    about: 'So many times its usual day is much for an application and an account.',
  },
  'findings.volumeItems': {
    env: ['FINDINGS_VOLUME_ITEMS'],
    kind: 'number',
    default: 200,
    minimum: 1,
    maximum: 1_000_000_000,
    about: 'Fewer items in a day are never much.',
  },
  'findings.volumeMegabytes': {
    env: ['FINDINGS_VOLUME_MEGABYTES'],
    kind: 'number',
    default: 100,
    minimum: 1,
    maximum: 1_000_000_000,
    about: 'Fewer megabytes in a day are never much.',
  },
  'batch.records': {
    env: ['BATCH_RECORDS'],
    kind: 'number',
    default: 2000,
    minimum: 1,
    maximum: 100_000,
    about: 'Most records handed on together.',
  },
  'batch.bytes': {
    env: ['BATCH_BYTES'],
    kind: 'number',
    default: 4 * 1024 * 1024,
    minimum: 1024,
    maximum: 128 * 1024 * 1024,
    about: 'Most bytes handed on together (a longer record goes alone).',
  },
  'batch.retryBaseMs': {
    env: ['BATCH_RETRY_BASE_MS'],
    kind: 'number',
    default: 500,
    minimum: 1,
    maximum: 60_000,
    about: 'Longest wait before a batch that could not be stored is tried again; it doubles with each failure.',
  },
  'batch.retryCapMs': {
    env: ['BATCH_RETRY_CAP_MS'],
    kind: 'number',
    default: 30_000,
    minimum: 1,
    maximum: 3_600_000,
    about: 'Longest wait that this grows to.',
  },
  'service.healthHost': {
    env: ['HEALTH_HOST'],
    kind: 'text',
    default: '127.0.0.1',
    about: 'Address that /livez, /readyz, /healthz and /metrics listen on.',
  },
  'geo.cityDatabase': {
    env: ['GEO_CITY_DATABASE'],
    kind: 'file',
    about: 'Database of places in MaxMind’s format (City or Country); fills source.geo.*.',
  },
  'geo.asnDatabase': {
    env: ['GEO_ASN_DATABASE'],
    kind: 'file',
    about: 'Database of autonomous systems in MaxMind’s format (ASN or ISP); fills source.as.*.',
  },
  'geo.reloadSeconds': {
    env: ['GEO_RELOAD_SECONDS'],
    kind: 'number',
    default: 60,
    minimum: 1,
    maximum: 86_400,
    about: 'How often the service looks whether these files have changed.',
  },
  'service.healthPort': {
    env: ['HEALTH_PORT'],
    kind: 'number',
    default: 8080,
    minimum: 0,
    maximum: 65_535,
    about: 'Port of /livez, /readyz, /healthz and /metrics; 0 switches them off.',
  },
  'service.staleSeconds': {
    env: ['HEALTH_STALE_SECONDS'],
    kind: 'number',
    default: 120,
    minimum: 1,
    maximum: 86_400,
    about: 'Unhealthy when records wait, or a failure lasts, for so long.',
  },
  'service.wedgedSeconds': {
    env: ['HEALTH_WEDGED_SECONDS'],
    kind: 'number',
    default: 600,
    minimum: 60,
    maximum: 86_400,
    about:
      'Not alive (/livez) when the consumer loop has shown no sign for so long; a server that is down is no reason.',
  },
  'service.drainSeconds': {
    env: ['DRAIN_SECONDS'],
    kind: 'number',
    default: 20,
    minimum: 0,
    maximum: 3600,
    about: 'Time to finish the batch in hand after SIGTERM.',
  },
  'service.logLevel': {
    env: ['LOG_LEVEL'],
    kind: 'choice',
    default: 'info',
    values: ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    about: 'Least level that is logged.',
  },
} as const satisfies Readonly<Record<string, Setting>>

export type SettingKey = keyof typeof settings

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

/** The checked configuration: every setting at its place, defaults filled in; absent where there is no default. */
export type Config = Intersect<{ [K in SettingKey]: Nest<K, ValueOf<(typeof settings)[K]>> }[SettingKey]>

/** The settings as rows for help text and documentation. */
export function settingRows(): { key: string; variable: string; default: string; about: string; secret: boolean }[] {
  return Object.entries(settings as Readonly<Record<string, Setting>>).map(([key, setting]) => ({
    key,
    variable: setting.env[0],
    default: 'default' in setting && setting.default !== undefined ? String(setting.default) : '',
    about: setting.kind === 'choice' ? `${setting.about} One of ${setting.values.join(', ')}.` : setting.about,
    secret: setting.secret === true,
  }))
}
