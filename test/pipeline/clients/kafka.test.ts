// Errors of kafkajs that hide their reason.
import kafkajs from 'kafkajs'
import { expect, it } from 'vitest'
import { toDependencyError } from '../../../pipeline/clients/kafka.ts'

it('several errors have the reason of the first', () => {
  const refused = new kafkajs.KafkaJSProtocolError({
    name: 'KafkaJSProtocolError',
    message: 'Topic authorization failed',
    type: 'TOPIC_AUTHORIZATION_FAILED',
    code: 29,
    retriable: false,
  } as never)
  const several = new kafkajs.KafkaJSAggregateError('Topic creation errors', [refused])
  expect(toDependencyError(several, 'Create on topic x')).toMatchObject({
    ...{ code: 'kafka_auth', retryable: false, message: 'Topic authorization failed; add the ACLs Create on topic x' },
  })
})

it('a group without a coordinator is tried again, with a hint about its ACL', () => {
  const error = Object.assign(new Error('Failed to find group coordinator'), {
    name: 'KafkaJSGroupCoordinatorNotFound',
  })
  expect(toDependencyError(error, '')).toMatchObject({ code: 'kafka_failed', retryable: true })
  expect(toDependencyError(error, 'Read on group x').message).toContain('Read on group x')
})
