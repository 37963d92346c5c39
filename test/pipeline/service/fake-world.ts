// An in-memory source, sink and other parts of the service, which record the order of events.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import type { DeadLetter, Event, Failure } from '../../../pipeline/outcome.ts'
import { runService, type ServiceOptions } from '../../../pipeline/service/run.ts'
import type { BatchHandler, RawKafkaValue, Source, SourceStatus } from '../../../pipeline/source/source.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'

export function value(text: string | Buffer, offset = '0'): RawKafkaValue {
  return { delivery: { source: 'raw', partition: 0, offset }, buffer: Buffer.from(text) }
}

export function event(id: string, { delivery }: RawKafkaValue): Event {
  const document = { '@timestamp': '2026-03-01T00:00:00.000Z', event: {} } as EcsDocument
  const record = { id }
  return {
    ok: true,
    dataset: 'o365.audit',
    document,
    id,
    decoded: { ok: true, kind: 'U', record, element: '', delivery },
    original: () => record,
  }
}

/** A failure to read a value. */
export const failureOf = ({ delivery, buffer }: RawKafkaValue, code: Failure['code'] = 'not_json'): Failure => ({
  ok: false,
  code,
  detail: 'no',
  element: '',
  delivery,
  raw: buffer.toString(),
})

/** Delivers each batch in turn and records a commit when the handler resolves; never redelivers. */
class FakeSource implements Source {
  readonly happened: string[]
  readonly batches: readonly (readonly RawKafkaValue[])[]
  readonly abandon = new AbortController()
  /** The failures of the source when it read each batch. */
  refused: readonly Failure[] = []
  state: SourceStatus = { assigned: 1, lag: 0, atEndSince: undefined, trouble: undefined }
  private stopping = false
  private finished: Promise<void> = Promise.resolve()
  private wake: () => void = () => undefined

  constructor(happened: string[], batches: readonly (readonly RawKafkaValue[])[]) {
    this.happened = happened
    this.batches = batches
  }

  run(handler: BatchHandler): Promise<void> {
    this.finished = this.consume(handler)
    return this.finished
  }

  private async consume(handler: BatchHandler): Promise<void> {
    const { signal } = this.abandon
    for (const [index, values] of this.batches.entries()) {
      if (this.stopping) break
      try {
        await handler({ topic: 'raw', partition: 0, values, failures: this.refused, signal })
      } catch (error) {
        if (!signal.aborted) throw error
        this.happened.push(`abandon ${index}`)
        return
      }
      this.happened.push(`commit ${index}`)
    }
    this.state = { ...this.state, atEndSince: performance.now() }
    if (!this.stopping) {
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }

  async stop(drainSeconds: number): Promise<void> {
    this.happened.push('stop')
    this.stopping = true
    this.wake()
    setTimeout(() => this.abandon.abort(new Error('drain time over')), drainSeconds * 1000).unref()
    await this.finished.catch(() => undefined)
  }

  status(): SourceStatus {
    return this.state
  }
}

export interface World {
  readonly happened: string[]
  readonly source: FakeSource
  readonly stop: AbortController
  readonly letters: DeadLetter[]
  readonly options: ServiceOptions
  run(overrides?: Partial<ServiceOptions>): ReturnType<typeof runService>
}

/** A world in which a value's text is the id of its event, `poison` fails and `bug` throws. */
export function makeWorld(...batches: readonly (readonly RawKafkaValue[])[]): World {
  const happened: string[] = []
  const letters: DeadLetter[] = []
  const source = new FakeSource(happened, batches)
  const stop = new AbortController()
  const options: ServiceOptions = {
    source,
    transform: (raw) => {
      const text = raw.buffer.toString()
      if (text === 'bug') throw new Error('secret of the record')
      return [text === 'poison' ? failureOf(raw) : event(text, raw)]
    },
    updateEntities: async (events) => {
      happened.push(`keep ${events.map(({ id }) => id)}`)
      return events
    },
    sink: {
      store: async (events) => {
        happened.push(`store ${events.map(({ id }) => id)}`)
        const byDataset = new Map([['o365.audit', { stored: events.length, duplicates: 0 }]])
        return { stored: events.length, duplicates: 0, doubled: 0, failures: [], byDataset }
      },
    },
    deadLetters: {
      put: async (some) => {
        happened.push(`letters ${some.length}`)
        letters.push(...some)
      },
    },
    telemetry: makeTelemetry({ level: 'silent' }),
    signal: stop.signal,
    drainSeconds: 5,
    untilIdleSeconds: 0,
    retry: { baseMs: 1, capMs: 5 },
  }
  return { happened, source, stop, letters, options, run: (overrides) => runService({ ...options, ...overrides }) }
}
