import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { CollectFolder } from '../../../pipeline/collect/folder.ts'
import type { LogSource } from '../../../pipeline/collect/log-source.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const out = temporaryFolder()

it('two collectors that write one window at the same time each write a whole file', async () => {
  const window = { from: 0, to: 60_000 }
  const make = () => new CollectFolder(out).open({ id: 'entra-audit' } as LogSource, window)
  const [first, second] = [await make(), await make()]
  await first.write(['{"by":"first"}'])
  await second.write(['{"by":"second"}'])
  const { file } = await first.finish()
  const read = () => gunzipSync(readFileSync(join(out, file ?? ''))).toString()
  expect(read()).toBe('{"by":"first"}\n')
  await second.finish()
  expect(read()).toBe('{"by":"second"}\n')
  expect(readdirSync(out)).toEqual([file])
})
