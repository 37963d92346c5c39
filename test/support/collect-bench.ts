// Collections from the fake vendors into a temporary folder that the end of the test removes.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCollect, type Setup, setUp } from './collect-run.ts'

export function collectBench() {
  let setup: Setup
  let folder: string
  const out = () => join(folder, 'collected')
  const run = (options?: Parameters<typeof runCollect>[2]) => runCollect(setup, out(), options)
  return {
    path: (name: string) => join(folder, name),
    out,
    run,
    async open(options: Parameters<typeof setUp>[0]): Promise<Setup> {
      folder = await mkdtemp(join(tmpdir(), 'consentry-collect-'))
      setup = await setUp(options, folder)
      onTestFinished(async () => {
        await setup.vendors.close()
        await rm(folder, { recursive: true, force: true })
      })
      return setup
    },
    /** Collects one log source, and returns its summary. */
    async sourceOf(id: string) {
      const [source] = (await run({ only: id })).sources
      return source
    },
  }
}
