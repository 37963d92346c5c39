// Every form that a producer may send to Kafka, through a broker and the service: documents equal those made offline.
import { expect, it } from 'vitest'
import { formGroups } from '../../formats/forms.ts'
import { loadNatives } from '../../formats/natives.ts'
import { makeFormChain, outcomesOf } from '../../formats/run.ts'
import { describeService } from './service-bench.ts'

const forms = formGroups
  .flatMap((group) => group.forms)
  .filter(({ only, refused }) => only !== 'file' && refused === undefined)
const natives = loadNatives()
const chain = await makeFormChain()

await describeService({ title: 'forms of records in Kafka', versions: 'newest' }, (bench) => {
  it('the service stores each record of every form in Kafka once, as the document of an offline run', async () => {
    // Only a part of the records: all records together exceed the maximum size of a message.
    const messages = forms.map((form) => form.wrap(natives.filter(form.carries).filter((_, i) => i % 12 === 0)))
    const outcomes = (await Promise.all(messages.map((message) => outcomesOf(chain, 'kafka', message)))).flat()
    const ids = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.id] : []))
    expect(ids).toHaveLength(outcomes.length)
    const expected = new Set(ids)
    expect(forms.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['filebeat-o365', 'filebeat-azure-eventhub', 'event-hub-batch', 'pub-sub-kafka-connect']),
    )
    const deployment = await bench.deploy({ CONSENTRY_ENTITY_STORE: 'false' })
    for (const value of messages) await bench.kafka.produce(deployment.topic, [{ value }])
    expect(await bench.runUntilIdle(deployment)).toEqual({
      ended: 'idle',
      records: messages.length,
      stored: expected.size,
      duplicates: ids.length - expected.size,
      deadLetters: 0,
    })
    expect(new Set((await bench.documents(deployment.namespace)).keys())).toEqual(expected)
  })
})
