import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { Replay, type ReplayStages } from '../../../pipeline/dead-letters/replay.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import type { DeadLetter } from '../../../pipeline/outcome.ts'
import { chain } from '../../support/chain.ts'
import { audit } from '../../support/native-samples.ts'

const letters = Array.from({ length: 30 }, (_, i): DeadLetter => {
  const raw = JSON.stringify({ ...audit, Id: `record-${i}` })
  const at = { source: 'raw', partition: 0, offset: String(i), element: '' }
  return { '@timestamp': '2026-03-02T10:00:00.000Z', code: 'document_rejected', detail: 'too long', ...at, raw }
})

/** Stages whose entity store never responds: the first request fails first. */
function unreachable(signal: AbortSignal) {
  const calls = { begun: 0, ended: 0 }
  const stages: ReplayStages = {
    chain,
    signal,
    sink: { store: () => Promise.reject(new Error('nothing reaches the sink')) },
    updateEntities: async () => {
      await wait(calls.begun++ === 0 ? 1 : 20)
      calls.ended++
      throw new DependencyError('es_unreachable', 'Elasticsearch cannot be reached', { retryable: true })
    },
  }
  return { calls, stages }
}

it('after a failed request, a replay begins no other, waits for all running requests, and reports the failure', async () => {
  const { calls, stages } = unreachable(new AbortController().signal)
  await expect(new Replay(stages, () => {}).take(letters)).rejects.toThrow('cannot be reached')
  expect(calls).toEqual({ begun: 8, ended: 8 })
})

it('an interrupted replay ends with the reason of the interruption', async () => {
  const stop = new AbortController()
  stop.abort(new Error('stopped'))
  const { calls, stages } = unreachable(stop.signal)
  await expect(new Replay(stages, () => {}).take(letters)).rejects.toThrow('stopped')
  expect(calls.begun).toBe(0)
})
