import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { freePlace, openNameless, openPrivate } from '../../../pipeline/safe-output/private-file.ts'
import { commandBench } from '../../support/command-bench.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const sample = join(packageRoot, 'mappings/vendors/m365/samples/audit/consent-tenant-wide.raw.json')
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
const bench = commandBench()
const folder = temporaryFolder()

it('only the account that runs a hunt or a review can read the results', async () => {
  const before = process.umask(0)
  try {
    const out = join(folder, 'new', 'out')
    const reports = ['a.html', 'b.md'].flatMap((name) => ['--report', join(out, name)])
    await bench.run('hunt', sample, '--out', out, '--apps', ...reports)
    await bench.run('apps', 'review', sample, '--state', join(out, 'state.json'), '--done')
    expect([mode(join(folder, 'new')), mode(out)]).toEqual(['700', '700'])
    expect(readdirSync(out)).toHaveLength(12)
    expect(readdirSync(out).filter((name) => mode(join(out, name)) !== '600')).toEqual([])
  } finally {
    process.umask(before)
  }
})

it('a file with public permissions becomes private before a write', async () => {
  const path = join(folder, 'documents.ndjson')
  writeFileSync(path, 'old')
  chmodSync(path, 0o644)
  const file = await openPrivate(path, 'w')
  expect(mode(path)).toBe('600')
  await file.close()
})

it('a private file does not change the mode of a device', async () => {
  const before = mode('/dev/null')
  await (await openPrivate('/dev/null', 'w')).close()
  expect(mode('/dev/null')).toBe(before)
})

it('a nameless file can be written and read, and leaves no file', async () => {
  mkdirSync(join(folder, 'runs'))
  const file = await openNameless(join(folder, 'runs'))
  expect(readdirSync(join(folder, 'runs'))).toEqual([])
  await file.writeFile('text')
  const { buffer, bytesRead } = await file.read(Buffer.alloc(10), 0, 10, 0)
  expect(buffer.toString('utf8', 0, bytesRead)).toBe('text')
  await file.close()
  expect(() => readFileSync(join(folder, 'runs', 'records'))).toThrow('ENOENT')
})

it('the system link of a stream is not replaced', async () => {
  await freePlace('/dev/stdout')
  expect(lstatSync('/dev/stdout').isSymbolicLink()).toBe(true)
})
