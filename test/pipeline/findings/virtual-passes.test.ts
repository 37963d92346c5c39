import { expect, it, vi } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { InMemoryStore } from '../../../pipeline/entity-store/in-memory-store.ts'
import { InMemoryHistory } from '../../../pipeline/findings/in-memory-history.ts'
import { defaultFindingSettings } from '../../../pipeline/findings/settings.ts'
import { VirtualPasses } from '../../../pipeline/findings/virtual-passes.ts'

it('a hunt without events runs no pass of findings', async () => {
  const history = new InMemoryHistory({ store: new InMemoryStore() })
  const passes = new VirtualPasses({ history, settings: defaultFindingSettings, environment: emptyEnvironment })
  expect(await passes.until(Math.max())).toEqual([])
  expect(await passes.until(Number.NaN)).toEqual([])
  // A clock that never received a time starts with the first time.
  expect(passes.isDue(0)).toBe(false)
  expect(passes.isDue(3_600_000)).toBe(true)
})

it('a hunt skips the empty hours before an event in the far future', async () => {
  const history = new InMemoryHistory({ store: new InMemoryStore() })
  const passes = new VirtualPasses({ history, settings: defaultFindingSettings, environment: emptyEnvironment })
  const read = vi.spyOn(history, 'credentialChanges')
  const begin = Date.parse('2026-03-02T08:00:00Z')
  expect(passes.isDue(begin)).toBe(false)
  passes.see([{ id: 'one', dataset: 'o365.audit', document: { '@timestamp': '2026-03-02T08:10:00.000Z', event: {} } }])
  await passes.until(Date.parse('9999-12-31T23:00:00Z'))
  // A finding can fall due two weeks later, so every hour until then has a pass.
  expect(read.mock.calls.length).toBeGreaterThan(14 * 24)
  expect(read.mock.calls.length).toBeLessThan(15 * 24)
  expect(passes.isDue(Date.parse('9999-12-31T23:30:00Z'))).toBe(false)
})
