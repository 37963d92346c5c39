import { expect, test, vi } from 'vitest'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import { awaitFirstAnswer } from '../../../pipeline/service/first-answer.ts'
import { assessHealth } from '../../../pipeline/service/health.ts'
import { Progress } from '../../../pipeline/service/progress.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'

const changed = { index: '.ds-logs-o365.audit-soc-1', field: 'user.id', type: 'long', ours: 'keyword' }

test('a service is not ready before the first response from Elasticsearch, and warns once about fields with a different type', async () => {
  const progress = new Progress(0)
  progress.phase = 'consuming'
  const status = { assigned: 1, lag: 0, atEndSince: 0, trouble: undefined }
  const isReady = () => assessHealth({ progress, status, now: 0, staleSeconds: 60 }).ready
  const { log } = makeTelemetry({ level: 'silent' })
  const warn = vi.spyOn(log, 'warn')
  const ready: boolean[] = []
  await awaitFirstAnswer({
    compare: async () => {
      ready.push(isReady())
      if (ready.length < 3) throw new DependencyError('es_unreachable', 'down', { retryable: true })
      return [changed]
    },
    progress,
    log,
    signal: new AbortController().signal,
    retry: { baseMs: 1, capMs: 1 },
  })
  expect(ready).toEqual([false, false, false])
  expect(isReady()).toBe(true)
  const warned = warn.mock.calls.map(([facts]) => facts)
  expect(warned).toMatchObject([
    { code: 'es_unreachable' },
    { code: 'es_unreachable' },
    { count: 1, fields: ['user.id in .ds-logs-o365.audit-soc-1 is long, not keyword'] },
  ])
})

test.each([new DependencyError('es_unauthorized', 'no'), new TypeError('a defect')])(
  'the service does not repeat its first request after %s',
  async (error) => {
    const compare = vi.fn().mockRejectedValue(error)
    const { log } = makeTelemetry({ level: 'silent' })
    const { signal } = new AbortController()
    const retry = { baseMs: 1, capMs: 1 }
    await expect(awaitFirstAnswer({ compare, progress: new Progress(0), log, signal, retry })).rejects.toBe(error)
    expect(compare).toHaveBeenCalledTimes(1)
  },
)
