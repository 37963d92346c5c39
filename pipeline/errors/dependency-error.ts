import { redact } from './redact.ts'

/** All codes of dependency errors. A code is a label of metrics and logs, and determines the exit code. */
export type DependencyErrorCode =
  // Files and folders that a command reads or writes.
  | 'input_empty'
  | 'input_missing'
  | 'input_denied'
  | 'input_damaged'
  | 'input_too_large'
  | 'input_unreadable'
  | 'input_unread'
  | 'file_not_written'
  | 'address_database'
  // Elasticsearch.
  | 'es_settings'
  | 'es_unreachable'
  | 'es_tls'
  | 'es_not_elasticsearch'
  | 'es_compatibility'
  | 'es_unauthorized'
  | 'es_forbidden'
  | 'es_unavailable'
  | 'es_timeout'
  | 'es_aborted'
  | 'es_too_large'
  | 'es_refused'
  | 'es_failed'
  | 'es_answer'
  | 'es_stream'
  | 'setup_version'
  | 'setup_namespace'
  | 'setup_foreign'
  | 'entity_store_missing'
  | 'entity_store_conflict'
  | 'entity_store_refused'
  | 'entity_too_large'
  // Kafka.
  | 'kafka_auth'
  | 'kafka_tls'
  | 'kafka_topic_missing'
  | 'kafka_topic_replaced'
  | 'kafka_unreachable'
  | 'kafka_failed'
  | 'kafka_dead_letter'
  | 'kafka_group_shared'
  | 'kafka_record_too_large'
  | 'kafka_state_topic'
  // Kibana.
  | 'kibana_settings'
  | 'kibana_unreachable'
  | 'kibana_refuses'
  | 'kibana_not_kibana'
  | 'kibana_answer'
  // The APIs of Microsoft and Google that `collect` reads.
  | 'vendor_credentials'
  | 'vendor_permission'
  | 'vendor_refused'
  | 'vendor_unreachable'
  | 'vendor_throttled'
  | 'vendor_answer'
  // The process.
  | 'config_health_port'
  | 'drain_timeout'
  | 'interrupted'

/** A failure of a dependency (broker, cluster, file), thrown only at the product's edges. Its message has no secret. */
export class DependencyError extends Error {
  readonly code: DependencyErrorCode
  readonly retryable: boolean
  /** How long the server asked to wait before another attempt. */
  readonly retryAfterMs: number | undefined
  /** What happened, and what the user should do; the message contains both. */
  readonly fault: string
  readonly todo: string
  constructor(
    code: DependencyErrorCode,
    fault: string,
    {
      cause,
      retryable = false,
      retryAfterMs,
      todo = '',
    }: { cause?: unknown; retryable?: boolean; retryAfterMs?: number | undefined; todo?: string | undefined } = {},
  ) {
    super(redact(todo === '' ? fault : `${fault}${fault.endsWith('.') ? '' : ';'} ${todo}`), { cause })
    this.name = 'DependencyError'
    this.code = code
    this.retryable = retryable
    this.retryAfterMs = retryAfterMs
    this.fault = redact(fault)
    this.todo = todo
  }
}
