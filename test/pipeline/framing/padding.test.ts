import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readInputs } from '../../../pipeline/framing/files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()

async function read(path: string): Promise<{ texts: (string | undefined)[]; failures: string[] }> {
  const failures: string[] = []
  const texts: (string | undefined)[] = []
  const onFailure = (_: unknown, { message }: Error) => void failures.push(message)
  for await (const values of readInputs([path], { onFailure })) texts.push(...values.map(({ text }) => text))
  return { texts, failures }
}

const [first = '', second = ''] = ['a', 'b'].map((name) => JSON.stringify({ [name]: 'x'.repeat(20_000) }))

it.each([
  ['at the start, as a log rotation leaves them', [0, first, second], [], 'contains 600 NUL bytes before records'],
  [
    'at the start, more than the detection of the format reads',
    [0, first, second],
    [100_000],
    'contains 100000 NUL bytes',
  ],
  ['between two records', [first, 0, second], [], 'contains 600 NUL bytes before records'],
  ['at the end', [first, second, 0], [], 'ends with 600 NUL bytes'],
])('NUL bytes %s are a gap in the input, whose records are read', async (_, parts, [nuls = 600], message) => {
  const path = join(folder, 'a.jsonl')
  writeFileSync(path, parts.map((part) => (part === 0 ? '\0'.repeat(nuls) : `${part}\n`)).join(''))
  const { texts, failures } = await read(path)
  expect(texts).toEqual([first, second])
  expect(failures).toEqual([expect.stringContaining(message)])
})

it('a few NUL bytes are padding', async () => {
  const path = join(folder, 'b.jsonl')
  writeFileSync(path, `${'\0'.repeat(500)}${first}\n${'\0'.repeat(500)}`)
  expect(await read(path)).toEqual({ texts: [first], failures: [] })
})

it('a tar archive, which contains blocks of NUL bytes, is not reported as damaged', async () => {
  writeFileSync(join(folder, 'c.jsonl'), first)
  execFileSync('tar', ['-cf', join(folder, 'c.tar'), '-C', folder, 'c.jsonl'])
  const { texts, failures } = await read(join(folder, 'c.tar'))
  expect(texts).toHaveLength(1)
  expect(failures).toEqual([])
})
