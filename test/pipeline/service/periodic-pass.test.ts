// The pass of the service, with a history in memory and a sink that fails on request.
import { expect, it, vi } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { dayMs, hourMs } from '../../../mappings/kernel/durations.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities } from '../../../pipeline/entity-store/update-entities.ts'
import { DependencyError } from '../../../pipeline/errors/dependency-error.ts'
import type { Volume } from '../../../pipeline/findings/history.ts'
import { InMemoryHistory } from '../../../pipeline/findings/in-memory-history.ts'
import { defaultFindingSettings } from '../../../pipeline/findings/settings.ts'
import { defaultLookBackMs } from '../../../pipeline/findings/virtual-passes.ts'
import type { Storable } from '../../../pipeline/outcome.ts'
import { PeriodicPass, startPasses } from '../../../pipeline/service/periodic-pass.ts'
import { Tally } from '../../../pipeline/sink/sink.ts'
import { makeTelemetry } from '../../../pipeline/telemetry/telemetry.ts'
import { eventOf } from '../entity-store/events.ts'

const mara = 'mara.voss@northpier.example'
const begin = Date.parse('2026-03-02T09:00:00.000Z')

/** Makes a mail grant that remains after its account ends; its finding falls due a day after the end. */
async function leftBehind() {
  const store = new InMemoryStore()
  const history = new InMemoryHistory({ store, keepsUses: true })
  const user = { email: mara, target: { email: mara } }
  const event = (action: string, at: number, more: Partial<EcsDocument> = {}) =>
    eventOf('o365.audit', new Date(at).toISOString(), { event: { action, id: action }, user, ...more })
  const events = [
    event('Consent to application.', begin, {
      service: { id: 'app' },
      oauth: {
        action: 'consent',
        app: { id: 'app', name: 'Invoice Sync Helper' },
        account: { name: mara },
        grant: { breadth: 'user', scopes: ['Mail.Read'], tier: 'high' },
      },
    }),
    event('Disable account.', begin + hourMs),
  ]
  await makeUpdateEntities(store)(events)
  for (const event of events) history.see(event)
  return history
}

const due = begin + 25 * hourMs
const latenessMs = 6 * hourMs

async function makePass(more: { isCaughtUp?: () => boolean; housekeeping?: () => Promise<void> } = {}) {
  const stored = new Map<string, Storable>()
  const state = { broken: false }
  const telemetry = makeTelemetry({ level: 'silent' })
  const history = await leftBehind()
  const pass = new PeriodicPass({
    history,
    sink: {
      async store(events) {
        if (state.broken) throw new DependencyError('es_unreachable', 'gone', { retryable: true })
        const tally = new Tally()
        for (const event of events) {
          tally.count(stored.has(event.id) ? 'duplicates' : 'stored', event.dataset)
          stored.set(event.id, event)
        }
        return tally
      },
    },
    settings: defaultFindingSettings,
    environment: emptyEnvironment,
    telemetry,
    latenessMs,
    lookBackMs: defaultLookBackMs,
    isCaughtUp: () => true,
    ...more,
  })
  const metric = async (name: string) =>
    (await telemetry.metrics.registry.getSingleMetric(`consentry_${name}`)?.get())?.values
  return { pass, stored, state, metric, history }
}

it('a pass of the service stores a due finding once when no late record is possible, and counts it once', async () => {
  const { pass, stored, metric } = await makePass()
  expect(await pass.run(due + latenessMs - 1)).toBe(true)
  expect(stored.size).toBe(0)
  for (let i = 0; i < 3; i++) await pass.run(due + latenessMs + i * hourMs)
  expect([...stored.values()].map(({ dataset }) => dataset)).toEqual(['consentry.findings'])
  expect(await metric('findings_total')).toMatchObject([{ value: 1, labels: { kind: 'containment_gap' } }])
})

it('a pass of the service reports a failed store without ending, and the next pass repeats its findings', async () => {
  const { pass, stored, state, metric } = await makePass()
  state.broken = true
  expect(await pass.run(due + latenessMs)).toBe(false)
  expect(await metric('pass_failures_total')).toMatchObject([{ labels: { part: 'due', code: 'es_unreachable' } }])
  expect(await metric('last_pass_timestamp_seconds')).toMatchObject([{ value: 0 }])
  state.broken = false
  expect(await pass.run(due + latenessMs + 1)).toBe(true)
  expect(stored.size).toBe(1)
})

it('a pass of the service does not treat records as missing while records are unread', async () => {
  let caughtUp = false
  const { pass, stored } = await makePass({ isCaughtUp: () => caughtUp })
  await pass.run(due + latenessMs)
  expect(stored.size).toBe(0)
  caughtUp = true
  await pass.run(due + latenessMs + 1)
  expect(stored.size).toBe(1)
})

it('a pass of the service runs its housekeeping after any other failure, and survives a failure of the housekeeping', async () => {
  let done = 0
  const { pass, state } = await makePass({
    housekeeping: async () => {
      done++
      throw new Error('no')
    },
  })
  state.broken = true
  expect(await pass.run(due + latenessMs)).toBe(false)
  expect(done).toBe(1)
})

it('passes of the service run at intervals until a stop', async () => {
  let done = 0
  const { pass } = await makePass({ housekeeping: async () => void done++ })
  const loop = startPasses(pass, 5)
  while (done < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  await loop.stop()
  const then = done
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(done).toBe(then)
})

const day = Date.parse('2026-05-04T00:00:00Z')
const volume: Volume = {
  tenant: 'C02exmpl9',
  dataset: 'google_workspace.token',
  app: 'app',
  account: mara,
  vendor: 'google',
  amounts: { items: 500, bytes: 0 },
}

/** Makes a pass whose history contains a large volume of one day from a time, and returns the days that it counts. */
async function volumePass(arrives = 0) {
  const { pass, stored, history } = await makePass()
  const clock = { now: 0 }
  const counted: number[] = []
  const usual = { days: 20, mean: { items: 5, bytes: 0 }, peak: { items: 10, bytes: 0 } }
  vi.spyOn(history, 'usualVolume').mockResolvedValue(usual)
  vi.spyOn(history, 'volumes').mockImplementation(async (start) => {
    counted.push(start)
    return start === day && clock.now >= arrives ? [volume] : []
  })
  const run = (now: number) => {
    clock.now = now
    return pass.run(now)
  }
  return { run, stored, counted }
}

it.each([5, 7, 120])(
  'a pass of the service finds the volume of a day whose records arrive %i hours late',
  async (hours) => {
    const { run, stored, counted } = await volumePass(day + dayMs + hours * hourMs)
    for (let now = day + 20 * hourMs; now < day + 10 * dayMs; now += hourMs) expect(await run(now)).toBe(true)
    expect([...stored.values()].map(({ document }) => document.oauth?.finding?.kind)).toEqual(['volume'])
    // Counting is expensive: each pass does not count every day again.
    expect(counted.filter((each) => each === day)).toHaveLength(7)
  },
)

it('the first pass of an instance counts the days that passed before its start', async () => {
  const { run, counted } = await volumePass()
  await run(day + 7.5 * dayMs)
  expect(counted).toEqual(Array.from({ length: 7 }, (_, i) => day + i * dayMs))
})
