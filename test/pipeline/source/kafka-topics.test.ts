import { expect, it } from 'vitest'
import type { Kafka } from '../../../pipeline/clients/kafka.ts'
import { checkTopics } from '../../../pipeline/source/kafka-topics.ts'

it('a missing topic for dead letters is named before the first record is read', async () => {
  const none = async () => undefined
  const admin = { connect: none, disconnect: none, listTopics: async () => ['raw'] }
  const client = { admin: () => admin } as unknown as Kafka
  await expect(checkTopics(client, ['raw', 'letters'])).rejects.toMatchObject({
    code: 'kafka_topic_missing',
    message: expect.stringMatching(/^topic letters does not exist/),
  })
  await expect(checkTopics(client, ['raw'])).resolves.toBeUndefined()
})
