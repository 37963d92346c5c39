import { expect, it } from 'vitest'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { isolate } from '../../../pipeline/service/isolate.ts'
import { makeWorld, value } from './fake-world.ts'

const { signal } = new AbortController()

it('an exception in a stage fails only the items that cause it', async () => {
  const stage = async (items: readonly number[]) => {
    if (items.some((item) => item % 10 === 3)) throw new TypeError('odd')
    return items.map((item) => item * 2)
  }
  const items = Array.from({ length: 25 }, (_, i) => i)
  const { results, failed } = await isolate(items, stage, signal)
  expect(failed.map(({ item }) => item)).toEqual([3, 13, 23])
  expect(results.flat()).toEqual(items.filter((item) => item % 10 !== 3).map((item) => item * 2))
})

it('a dependency error in a stage does not split the batch', async () => {
  let calls = 0
  const stage = async () => {
    calls++
    throw new DependencyError('es_unavailable', 'down', { retryable: true })
  }
  await expect(isolate([1, 2, 3], stage, signal)).rejects.toMatchObject({ code: 'es_unavailable' })
  expect(calls).toBe(1)
})

const failing = (cause: Error) => async (items: readonly number[]) => {
  if (items.includes(2)) throw new DependencyError('es_failed', 'not sent', { cause })
  return items
}

it('an Elasticsearch client error fails one item if the item cannot be serialized', async () => {
  const { failed } = await isolate([1, 2, 3], failing(new RangeError('Invalid string length')), signal)
  expect(failed.map(({ item }) => item)).toEqual([2])
})

it('an Elasticsearch client error ends the batch if the error may affect every request', async () => {
  await expect(isolate([1, 2, 3], failing(new Error('no node')), signal)).rejects.toMatchObject({ code: 'es_failed' })
})

it('an entity that is too large for the server fails only the items that change it', async () => {
  const stage = async (items: readonly number[]) => {
    if (items.includes(2)) throw new DependencyError('entity_too_large', 'an entity of 2000000 bytes')
    return items
  }
  const { results, failed } = await isolate([1, 2, 3], stage, signal)
  expect(failed.map(({ item }) => item)).toEqual([2])
  expect(results.flat()).toEqual([1, 3])
})

const bug = (id: string) => (events: readonly { id: string }[]) => {
  if (events.some((event) => event.id === id)) throw new RangeError('secret of the record')
}

it('an event that causes an exception in its annotation becomes a dead letter, and the other events are stored', async () => {
  const world = makeWorld([value('a'), value('b', '1'), value('c', '2')])
  await world.run({
    updateEntities: async (events) => {
      bug('b')(events)
      return events
    },
  })
  expect(world.letters).toMatchObject([{ code: 'annotation_failed', offset: '1', raw: '{"id":"b"}' }])
  expect(world.happened.filter((what) => what.startsWith('store'))).toEqual(['store a,c'])
  expect(world.happened).toContain('commit 0')
})

it('a document that causes an exception in the sink becomes a dead letter, and the other documents are stored', async () => {
  const world = makeWorld([value('a'), value('b', '1'), value('c', '2')])
  const { store } = world.options.sink
  const summary = await world.run({
    sink: {
      store: async (events) => {
        bug('c')(events)
        return store(events)
      },
    },
  })
  expect(world.letters).toMatchObject([{ code: 'storing_failed', offset: '2' }])
  expect(summary).toMatchObject({ stored: 2, deadLetters: 1 })
})
