import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import type { Event } from '../../../pipeline/outcome.ts'
import { Progress, unproven } from '../../../pipeline/service/progress.ts'
import type { StoreOptions } from '../../../pipeline/sink/sink.ts'
import { failureOf, makeWorld, value } from './fake-world.ts'

const down = new DependencyError('es_unavailable', 'down', { retryable: true })

test('a batch is kept and stored before its commit', async () => {
  const world = makeWorld([value('a'), value('b', '1')], [value('c', '2')])
  const summary = await world.run()
  expect(world.happened).toEqual(['keep a,b', 'store a,b', 'commit 0', 'keep c', 'store c', 'commit 1', 'stop'])
  expect(summary).toEqual({ ended: 'idle', records: 3, stored: 3, duplicates: 0, deadLetters: 0 })
})

test('a batch is stored with the annotations of the entity store', async () => {
  const world = makeWorld([value('a')])
  await world.run({ updateEntities: async (events) => events.map((each) => ({ ...each, id: 'annotated' })) })
  expect(world.happened).toContain('store annotated')
})

test('a batch with poison records dead-letters them before the commit, and stores the rest', async () => {
  const world = makeWorld([value('a'), value('poison', '1'), value('b', '2')])
  const warn = vi.spyOn(world.options.telemetry.log, 'warn')
  const summary = await world.run()
  expect(warn.mock.calls).toMatchObject([[{ topic: 'raw', deadLetters: 1, codes: ['not_json'] }, expect.anything()]])
  expect(world.happened.slice(1)).toEqual(['store a,b', 'letters 1', 'commit 0', 'stop'])
  expect(world.letters[0]).toMatchObject({ code: 'not_json', source: 'raw', partition: 0, offset: '1', raw: 'poison' })
  expect(summary).toMatchObject({ stored: 2, deadLetters: 1 })
})

test('a document of a record without a known outcome is counted', async () => {
  const world = makeWorld([value('a'), value('b', '1')])
  await world.run({
    updateEntities: async ([first, ...others]) => {
      const { document } = first as Event
      return [
        { ...(first as Event), document: { ...document, event: { ...document.event, outcome: 'unknown' } } },
        ...others,
      ]
    },
  })
  const { unknownOutcomes } = world.options.telemetry.metrics
  expect((await unknownOutcomes.get()).values).toMatchObject([{ value: 1, labels: { dataset: 'o365.audit' } }])
})

test('a batch of only poison records calls neither the entity store nor the sink', async () => {
  const world = makeWorld([value('poison')])
  await world.run()
  expect(world.happened).toEqual(['letters 1', 'commit 0', 'stop'])
})

test('a batch with an unreadable part dead-letters the part, with its offsets', async () => {
  const world = makeWorld([value('a')])
  const delivery = { source: 'raw', partition: 0, offset: '1', lastOffset: '7' }
  world.source.refused = [{ ...failureOf(value('base64:AA=='), 'batch_damaged'), delivery }]
  const summary = await world.run()
  expect(world.happened.slice(1)).toEqual(['store a', 'letters 1', 'commit 0', 'stop'])
  expect(world.letters).toMatchObject([{ code: 'batch_damaged', partition: 0, offset: '1', lastOffset: '7' }])
  expect(summary).toMatchObject({ stored: 1, deadLetters: 1 })
})

test('a batch that is not UTF-8 keeps its bytes as base64 in the dead letter', async () => {
  const bytes = Buffer.from([0xff, 0x00, 0xc3])
  const world = makeWorld([value(bytes)])
  await world.run({ transform: (raw) => [failureOf(raw)] })
  expect(world.letters[0]?.raw).toBe(`base64:${bytes.toString('base64')}`)
})

test('a batch with rejected documents dead-letters the rejected documents', async () => {
  const world = makeWorld([value('a'), value('b', '1')])
  const refused = failureOf(value('{}', '1'), 'document_rejected')
  const byDataset = new Map([['o365.audit', { stored: 0, duplicates: 1 }]])
  const store = async () => ({ stored: 0, duplicates: 1, doubled: 0, failures: [refused], byDataset })
  expect(await world.run({ sink: { store } })).toMatchObject({ duplicates: 1, deadLetters: 1 })
  const { metrics } = world.options.telemetry
  expect((await metrics.duplicates.get()).values).toMatchObject([{ value: 1, labels: { dataset: 'o365.audit' } }])
  expect((await metrics.deadLetters.get()).values).toMatchObject([{ value: 1, labels: { code: 'document_rejected' } }])
})

test('the service waits for a failed dependency, retries the same batch and commits it once', async () => {
  const world = makeWorld([value('a')], [value('b', '1')])
  const { store } = world.options.sink
  let failures = 3
  const flaky = async (events: Parameters<typeof store>[0]) => {
    if (failures-- > 0) throw down
    return store(events)
  }
  const info = vi.spyOn(world.options.telemetry.log, 'info')
  const summary = await world.run({ sink: { store: flaky } })
  expect(info).toHaveBeenCalledWith(expect.objectContaining({ stage: 'store' }), 'the dependency answers again')
  expect(world.happened).toEqual(['keep a', 'store a', 'commit 0', 'keep b', 'store b', 'commit 1', 'stop'])
  expect(summary.stored).toBe(2)
  const retries = await world.options.telemetry.metrics.retries.get()
  expect(retries.values).toMatchObject([{ value: 3, labels: { stage: 'store', code: 'es_unavailable' } }])
})

test('a failure after the documents are stored repeats only the dead letters', async () => {
  const world = makeWorld([value('a'), value('poison', '1')])
  let failures = 1
  const put = async () => {
    if (failures-- > 0) throw down
    world.happened.push('letters')
  }
  await world.run({ deadLetters: { put } })
  expect(world.happened).toEqual(['keep a', 'store a', 'letters', 'commit 0', 'stop'])
})

test('the wait for a failed dependency ends when the batch is abandoned, and every stage receives the signal', async () => {
  const world = makeWorld([value('a'), value('poison', '1')])
  const { abandon } = world.source
  const heard: string[] = []
  const hear = (stage: string, options?: { readonly signal?: AbortSignal }) =>
    options?.signal?.addEventListener('abort', () => heard.push(stage))
  const { options } = world
  const running = world.run({
    updateEntities: async (events, signals) => {
      hear('update entities', signals)
      return events
    },
    sink: {
      store: (events, signals) => {
        hear('store', signals)
        return options.sink.store(events)
      },
    },
    deadLetters: {
      put: (_, signals) =>
        new Promise((_, reject) => {
          hear('dead letters', signals)
          signals?.signal?.addEventListener('abort', () => reject(new Error('broken off')))
          abandon.abort(new Error('the partition is another’s'))
        }),
    },
  })
  while (heard.length < 3) await sleep(1)
  world.stop.abort()
  await running
  expect(heard).toEqual(['update entities', 'store', 'dead letters'])
  expect(world.happened).toContain('abandon 0')
})

test('a permanent dependency failure ends the service with the reason, without a commit', async () => {
  const world = makeWorld([value('a')])
  const store = () => Promise.reject(new DependencyError('es_unauthorized', 'no'))
  await expect(world.run({ sink: { store } })).rejects.toMatchObject({ code: 'es_unauthorized' })
  expect(world.happened).toEqual(['keep a'])
})

test.each(['stage', 'sink'])(
  'the progress shows a failed dependency until it recovers, even while the %s waits',
  async (waiting) => {
    const world = makeWorld([value('a')])
    const progress = new Progress(performance.now())
    let up = false
    const store = async (_: readonly Event[], { onPause }: StoreOptions = {}) => {
      if (!up && waiting === 'stage') throw down
      if (!up) onPause?.(down, 5)
      while (!up) await sleep(1)
      return { stored: 1, duplicates: 0, doubled: 0, failures: [], byDataset: new Map() }
    }
    const running = world.run({ sink: { store }, progress })
    while (progress.failing === undefined) await sleep(1)
    expect(progress.failing).toMatchObject({ stage: 'store', code: 'es_unavailable' })
    expect(progress.oldestInHand()).toBeTypeOf('number')
    up = true
    await running
    expect((await world.options.telemetry.metrics.retries.get()).values).not.toEqual([])
    expect(progress.failing).toBeUndefined()
    expect(progress.phase).toBe('stopped')
  },
)

test('a stopped service finishes and commits the current batch, and accepts no other', async () => {
  const world = makeWorld([value('a')], [value('b', '1')])
  const { store } = world.options.sink
  const slow = async (events: Parameters<typeof store>[0]) => {
    world.stop.abort()
    await sleep(30)
    return store(events)
  }
  const summary = await world.run({ sink: { store: slow } })
  expect(world.happened).toEqual(['keep a', 'stop', 'store a', 'commit 0'])
  expect(summary).toMatchObject({ ended: 'stopped', stored: 1 })
})

test('a stopping service does not spend the drain time on a batch that is already waiting for a server', async () => {
  const world = makeWorld([value('a')])
  const store = async () => {
    setTimeout(() => world.stop.abort(), 20)
    throw down
  }
  await world.run({ sink: { store }, drainSeconds: 600, retry: { baseMs: 50, capMs: 50 } })
  expect(world.happened).toEqual(['keep a', 'stop', 'abandon 0'])
})

test('a stopping service does not spend the drain time on a batch whose first attempt fails after the stop', async () => {
  const world = makeWorld([value('a')])
  const store = async () => {
    world.stop.abort()
    await sleep(50)
    throw down
  }
  await world.run({ sink: { store }, drainSeconds: 600, retry: { baseMs: 50, capMs: 50 } })
  expect(world.happened).toEqual(['keep a', 'stop', 'stop', 'abandon 0'])
})

test.each(['a batch', 'the first request'])('the service warns once if no server responds to %s', async (hanging) => {
  const world = makeWorld([value('a')])
  const progress = new Progress(performance.now())
  const warn = vi.spyOn(world.options.telemetry.log, 'warn')
  const store = async (events: readonly Event[]) => {
    if (hanging === 'a batch') vi.spyOn(progress, 'oldestInHand').mockReturnValue(performance.now() - 16_000)
    else progress.fail('start', unproven, 'no response', performance.now() - 16_000)
    await sleep(700)
    return world.options.sink.store(events)
  }
  await world.run({ sink: { store }, progress })
  expect(warn.mock.calls).toEqual([[{ code: 'no_response', seconds: 16 }, expect.stringContaining('Elasticsearch')]])
})

test('the service names its own processor and memory if it computes while a batch waits', async () => {
  const world = makeWorld([value('a')])
  const progress = new Progress(performance.now())
  const warn = vi.spyOn(world.options.telemetry.log, 'warn')
  const store = async (events: readonly Event[]) => {
    vi.spyOn(progress, 'oldestInHand').mockReturnValue(performance.now() - 16_000)
    const end = performance.now() + 3000
    while (performance.now() < end);
    await sleep(300)
    return world.options.sink.store(events)
  }
  await world.run({ sink: { store }, progress })
  expect(warn.mock.calls).toEqual([[expect.anything(), expect.stringContaining('--max-old-space-size')]])
})

test('a stopping service drains a healthy batch, even if another part of the process failed', async () => {
  const world = makeWorld([value('a')])
  const progress = new Progress(performance.now())
  const store = async (events: readonly Event[]) => {
    progress.fail('start', unproven, 'no response', performance.now())
    world.stop.abort()
    await sleep(30)
    return world.options.sink.store(events)
  }
  await world.run({ sink: { store }, progress })
  expect(world.happened).toEqual(['keep a', 'stop', 'store a', 'commit 0'])
})

test('a stopped service gives up at the end of the drain time without a commit, and reports the unstored batch', async () => {
  const world = makeWorld([value('a')])
  const store = async () => {
    world.stop.abort()
    throw down
  }
  const warn = vi.spyOn(world.options.telemetry.log, 'warn')
  await world.run({ sink: { store }, drainSeconds: 0.05, retry: { baseMs: 5, capMs: 5 } })
  expect(warn).toHaveBeenLastCalledWith({ batches: 1 }, expect.stringContaining('rereads them'))
  await sleep(100)
  expect(world.happened).toEqual(['keep a', 'stop', 'abandon 0'])
})

test('a stopped service begins no further stage of an abandoned batch', async () => {
  const world = makeWorld([value('a'), value('poison', '1')])
  const updateEntities = async () => {
    world.stop.abort()
    world.source.abandon.abort(new Error('partition lost'))
    return []
  }
  await world.run({ updateEntities, deadLetters: { put: async () => void world.happened.push('letters') } })
  expect(world.happened).toEqual(['stop', 'abandon 0'])
})

test('a service that is stopped before its start reads nothing', async () => {
  const world = makeWorld([value('a')])
  world.stop.abort()
  await world.run()
  expect(world.happened).toEqual([])
})

test('a service that runs until idle waits for the idle time before its end', async () => {
  const world = makeWorld([value('a')])
  const start = performance.now()
  expect((await world.run({ untilIdleSeconds: 0.6 })).ended).toBe('idle')
  expect(performance.now() - start).toBeGreaterThan(580)
})
