import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { type EachBatchPayload, Kafka, type KafkaMessage } from 'kafkajs'
import { afterEach, expect, it, vi } from 'vitest'
import { splitBatches } from '../../../pipeline/framing/record-batch/record-batch.ts'
import { makeKafkaSource } from '../../../pipeline/source/kafka.ts'
import { waitingMs } from '../../../pipeline/source/kafka-overload.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'
import { configOf } from '../../support/config-of.ts'
import { encodeBatch } from '../../support/record-batch.ts'

afterEach(() => vi.restoreAllMocks())

function makeSource() {
  const { kafka, batch } = configOf({})
  return makeKafkaSource({ kafka, batch, telemetry: makeTelemetry({ level: 'silent' }) })
}

/** A source whose consumer finishes one step of its start only when the test calls `finish`. */
function sourceThatWaitsAt(slow: 'connect' | 'run') {
  const calls: string[] = []
  let finish: () => void = () => undefined
  const waiting = new Promise<void>((resolve) => {
    finish = resolve
  })
  const step = (name: string) => async () => {
    calls.push(name)
    if (name !== slow) return
    await waiting
    calls.push(`${name} done`)
  }
  const consumer = {
    on: () => undefined,
    events: {},
    connect: step('connect'),
    subscribe: step('subscribe'),
    run: step('run'),
    disconnect: step('disconnect'),
  }
  vi.spyOn(Kafka.prototype, 'consumer').mockReturnValue(consumer as unknown as ReturnType<Kafka['consumer']>)
  return { source: makeSource(), calls, finish }
}

it('a source that is stopped while it connects does not join the group afterwards', async () => {
  const { source, calls, finish } = sourceThatWaitsAt('connect')
  const running = source.run(async () => undefined)
  await vi.waitFor(() => expect(calls).toEqual(['connect']))
  await source.stop(0)
  finish()
  await running
  await vi.waitFor(() => expect(calls).toContain('connect done'))
  await setImmediate()
  expect(calls).not.toContain('run')
  expect(calls).toContain('disconnect')
})

it('a source that is stopped while it joins the group disconnects only after it has joined, so that it leaves', async () => {
  const { source, calls, finish } = sourceThatWaitsAt('run')
  const running = source.run(async () => undefined)
  await vi.waitFor(() => expect(calls).toContain('run'))
  const stopped = source.stop(0)
  setTimeout(finish, 50)
  await stopped
  await running
  expect(calls.slice(-3)).toEqual(['run', 'run done', 'disconnect'])
})

type Assigned = Record<string, number[]>

/** A source whose group assigns partitions when the test calls `join`. The committed offsets arrive with `answer`. */
async function sourceOfGroup(handler: Parameters<ReturnType<typeof makeKafkaSource>['run']>[0]) {
  const calls: string[] = []
  const listeners = new Map<string, (event: { payload: unknown }) => void>()
  const answers: (() => void)[] = []
  let eachBatch: (payload: EachBatchPayload) => Promise<void> = () => Promise.resolve()
  let paused: { topic: string; partitions: number[] }[] = []
  const consumer = {
    on: (name: string, listener: (event: { payload: unknown }) => void) => {
      if (!listeners.has(name)) listeners.set(name, listener)
    },
    events: new Proxy({}, { get: (_, name) => name }),
    connect: async () => undefined,
    subscribe: async () => undefined,
    disconnect: async () => undefined,
    run: async (settings: { eachBatch: typeof eachBatch }) => {
      eachBatch = settings.eachBatch
      calls.push('run')
    },
    paused: () => paused,
    pause: (partitions: typeof paused) => {
      paused = partitions
      calls.push(`pause ${JSON.stringify(partitions)}`)
    },
    resume: (partitions: typeof paused) => calls.push(`resume ${JSON.stringify(partitions)}`),
    seek: ({ partition, offset }: { partition: number; offset: string }) => calls.push(`seek ${partition} ${offset}`),
  }
  const admin = {
    connect: async () => undefined,
    disconnect: async () => undefined,
    fetchOffsets: () =>
      new Promise((resolve) => {
        const partitions = [0, 1].map((partition) => ({ partition, offset: '5', metadata: null }))
        answers.push(() => resolve([{ topic: 't', partitions }]))
      }),
    // Retention removed the records at the committed offsets.
    fetchTopicOffsets: async () => [0, 1].map((partition) => ({ partition, low: '100', high: '200' })),
  }
  // A broker without topic IDs.
  const seedBroker = { versions: {} }
  const cluster = { connect: async () => undefined, disconnect: async () => undefined, brokerPool: { seedBroker } }
  vi.spyOn(Kafka.prototype, 'consumer').mockImplementation(function (this: Kafka) {
    const create = Object.getOwnPropertySymbols(this).find(({ description }) => description?.endsWith(':createCluster'))
    if (create !== undefined) Object.assign(this, { [create]: () => cluster })
    return consumer as unknown as ReturnType<Kafka['consumer']>
  })
  vi.spyOn(Kafka.prototype, 'admin').mockReturnValue(admin as unknown as ReturnType<Kafka['admin']>)
  const source = makeSource()
  const running = source.run(handler)
  await vi.waitFor(() => expect(calls).toEqual(['run']))
  calls.length = 0
  return {
    calls,
    async join(memberAssignment: Assigned) {
      const before = answers.length
      listeners.get('GROUP_JOIN')?.({ payload: { memberAssignment } })
      await vi.waitFor(() => expect(answers).toHaveLength(before + 1))
    },
    async answer(join: number) {
      answers[join]?.()
      await sleep(20)
    },
    /** Delivers one record of partition 0. */
    fetch() {
      const [recordBatch] = splitBatches(encodeBatch(['{}']))
      const messages = [{ recordBatch, fetchedAt: performance.now() } as unknown as KafkaMessage]
      const batch = { topic: 't', partition: 0, messages, lastOffset: () => '100' }
      const none = async () => undefined
      const on = { isRunning: () => true, isStale: () => false, heartbeat: none, resolveOffset: none }
      return eachBatch({ batch, commitOffsetsIfNecessary: none, ...on } as unknown as EachBatchPayload)
    },
    async stop() {
      await source.stop(0)
      await running
    },
  }
}

it('after two assignments in quick succession, fetching begins only when the offsets of the second are known', async () => {
  const { calls, join, answer, stop } = await sourceOfGroup(async () => undefined)
  await join({ t: [0] })
  await join({ t: [0, 1] })
  calls.length = 0
  await answer(0)
  expect(calls).toEqual([])
  await answer(1)
  expect(calls).toEqual(['seek 0 100', 'seek 1 100', 'resume [{"topic":"t","partitions":[0,1]}]'])
  await stop()
})

it('a batch of the previous assignment that waited for a server does not resume partitions whose offsets are not yet known', async () => {
  const { calls, join, answer, fetch, stop } = await sourceOfGroup(() => new Promise(() => undefined))
  await join({ t: [0] })
  await answer(0)
  const fetched = fetch()
  await sleep(waitingMs + 200)
  await join({ t: [0, 1] })
  await fetched
  const resumed = () => calls.filter((call) => call.startsWith('resume')).length
  expect(calls.filter((call) => call.startsWith('pause'))).toHaveLength(3)
  expect(resumed()).toBe(1)
  await answer(1)
  expect(resumed()).toBe(2)
  await stop()
})

it('a batch that waited for a server resumes fetching when it is stored', async () => {
  const { calls, join, answer, fetch, stop } = await sourceOfGroup(() => sleep(waitingMs + 200))
  await join({ t: [0] })
  await answer(0)
  calls.length = 0
  await fetch()
  const partitions = '[{"topic":"t","partitions":[0]}]'
  expect(calls).toEqual([`pause ${partitions}`, `resume ${partitions}`])
  await stop()
})
