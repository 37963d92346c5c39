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

const first = '{"a":1}'

it('a tar archive, which contains blocks of NUL bytes, is not reported as damaged', async () => {
  writeFileSync(join(folder, 'c.jsonl'), first)
  execFileSync('tar', ['-cf', join(folder, 'c.tar'), '-C', folder, 'c.jsonl'])
  const { texts, failures } = await read(join(folder, 'c.tar'))
  expect(texts).toHaveLength(1)
  expect(failures).toEqual([])
})
