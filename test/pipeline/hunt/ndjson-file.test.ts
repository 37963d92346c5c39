import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { NdjsonFile } from '../../../pipeline/hunt/ndjson-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')

/** A few lines of this length fill a block. */
const long = 'ä'.repeat(100_000)

it('an NDJSON file keeps the order of concurrent appends across several blocks', async () => {
  const file = new NdjsonFile(join(folder, 'order.ndjson'))
  await Promise.all(Array.from({ length: 50 }, (_, i) => file.append([`${i}a`, `${i}${long}`])))
  await file.appendText([Buffer.from('the '), 'end\n'])
  await file.close()
  const expected = Array.from({ length: 50 }, (_, i) => [`${i}a`, `${i}${long}`]).flat()
  expect(lines(join(folder, 'order.ndjson'))).toEqual([...expected, 'the end'])
})

it('an NDJSON file writes a block while the next one is filled', async () => {
  const file = new NdjsonFile(join(folder, 'blocks.ndjson'))
  for (let i = 0; i < 20; i++) await file.append([`${i}${long}`])
  expect(lines(join(folder, 'blocks.ndjson')).length).toBeGreaterThan(1)
  await file.close()
  expect(lines(join(folder, 'blocks.ndjson'))).toEqual(Array.from({ length: 20 }, (_, i) => `${i}${long}`))
})

it('a write error of an NDJSON file names the file, and recurs for each block and on close', async () => {
  const file = new NdjsonFile(join(folder, 'absent', 'x.ndjson'))
  const expected = { code: 'file_not_written', message: expect.stringContaining('x.ndjson (ENOENT') }
  for (let i = 0; i < 6; i++) await file.append([long])
  for (let i = 0; i < 2; i++) await expect(file.append(Array(6).fill(long))).rejects.toMatchObject(expected)
  await expect(file.close()).rejects.toMatchObject(expected)
})
