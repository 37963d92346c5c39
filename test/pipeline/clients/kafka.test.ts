// kafkajs errors that hide their cause.
import kafkajs from 'kafkajs'
import { expect, it, vi } from 'vitest'
import { makeKafka, toDependencyError } from '../../../pipeline/clients/kafka.ts'

it('an aggregate Kafka error has the reason of its first error', () => {
  const refused = new kafkajs.KafkaJSProtocolError({
    name: 'KafkaJSProtocolError',
    message: 'Topic authorization failed',
    type: 'TOPIC_AUTHORIZATION_FAILED',
    code: 29,
    retriable: false,
  } as never)
  const several = new kafkajs.KafkaJSAggregateError('Topic creation errors', [refused])
  expect(toDependencyError(several, 'Create on topic x')).toMatchObject({
    code: 'kafka_auth',
    retryable: false,
    message: 'Topic authorization failed; add the ACLs Create on topic x',
  })
})

it.each(['Broker not connected', 'Request Metadata(key: 3, version: 6) timed out'])(
  'the error of a broker that does not answer names its address and the fix: %s',
  (message) => {
    const error = Object.assign(new Error(message), message.endsWith('out') && { name: 'KafkaJSRequestTimeoutError' })
    expect(toDependencyError(error, '', '10.0.0.1:9092')).toMatchObject({
      ...{ code: 'kafka_unreachable', retryable: true },
      message: expect.stringMatching(/^no answer from Kafka at 10\.0\.0\.1:9092; check KAFKA_BROKERS/),
    })
  },
)

it('a missing group coordinator is retried, with a hint about the ACL', () => {
  const error = Object.assign(new Error('Failed to find group coordinator'), {
    name: 'KafkaJSGroupCoordinatorNotFound',
  })
  expect(toDependencyError(error, '')).toMatchObject({ code: 'kafka_failed', retryable: true })
  expect(toDependencyError(error, 'Read on group x').message).toContain('Read on group x')
})

it('the error about a missing topic names the topic', () => {
  const absent = new kafkajs.KafkaJSProtocolError({
    name: 'KafkaJSProtocolError',
    message: 'no such topic',
    type: 'UNKNOWN_TOPIC_OR_PARTITION',
    code: 3,
    retriable: true,
  } as never)
  expect(toDependencyError(absent, 'Read on topic consentry.collect-state').message).toMatch(
    /consentry\.collect-state.*KAFKA_COLLECT_STATE_TOPIC/,
  )
})

it.each(['ILLEGAL_SASL_STATE', 'UNSUPPORTED_SASL_MECHANISM'])('the Kafka error %s names the SASL setting', (type) => {
  const refused = new kafkajs.KafkaJSProtocolError({
    name: 'KafkaJSProtocolError',
    message: 'refused',
    type,
    code: 34,
    retriable: false,
  } as never)
  expect(toDependencyError(refused, '')).toMatchObject({
    code: 'kafka_auth',
    retryable: false,
    message: expect.stringContaining('KAFKA_SASL_MECHANISM'),
  })
})

/** A client, and the function that receives its warnings. */
function watchedKafka() {
  const warn = vi.fn()
  const log = { isLevelEnabled: () => false, warn, debug: () => undefined, info: () => undefined }
  return { warn, client: makeKafka({ kafka: { brokers: ['127.0.0.1:9092'], tls: false }, log } as never) }
}

it('a producer starts without a warning', () => {
  const { warn, client } = watchedKafka()
  client.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
  })
  expect(warn).not.toHaveBeenCalled()
})

it('the hint on the address of a broker follows a failed connection, and not an answer of the broker', () => {
  const { warn, client } = watchedKafka()
  const connection = client.logger().namespace('Connection')
  const broker = '127.0.0.1:9092'
  connection.error('Response Fetch(key: 1, version: 11)', { broker, error: 'The requested offset is not within range' })
  expect(warn).not.toHaveBeenCalled()
  connection.error('Connection error: connect ECONNREFUSED', { broker })
  expect(warn).toHaveBeenCalledWith(
    expect.objectContaining({ broker, hint: expect.stringContaining('KAFKA_BROKERS') }),
    'a connection to Kafka failed',
  )
})
