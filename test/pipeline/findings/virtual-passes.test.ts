import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { MemoryHistory } from '../../../pipeline/findings/memory-history.ts'
import { defaultFindingSettings } from '../../../pipeline/findings/settings.ts'
import { VirtualPasses } from '../../../pipeline/findings/virtual-passes.ts'
import { InMemoryStore } from '../../../pipeline/remember/memory-store.ts'

it('has no pass where there is no event, and so no time', async () => {
  const history = new MemoryHistory({ store: new InMemoryStore() })
  const passes = new VirtualPasses({ history, settings: defaultFindingSettings, environment: emptyEnvironment })
  expect(await passes.until(Math.max())).toEqual([])
  expect(await passes.until(Number.NaN)).toEqual([])
  // A clock that was asked about no time still begins with the first.
  expect(passes.isDue(0)).toBe(false)
  expect(passes.isDue(3_600_000)).toBe(true)
})
