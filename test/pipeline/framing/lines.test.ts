import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readLines } from '../../../pipeline/framing/lines.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()

const long = 'é'.repeat(100_000)

it.each([
  ['a file without a last line feed', 'a\nb', ['a', 'b']],
  ['carriage returns and empty lines', 'a\r\n\nb\r\n', ['a', '', 'b']],
  [
    'separators of Unicode and page breaks within a line',
    'a\u2028b\u2029c\u0085d\fe\rf\n',
    ['a\u2028b\u2029c\u0085d\fe\rf'],
  ],
  ['characters at the borders of chunks', `${long}\n${long}x\n`, [long, `${long}x`]],
  ['lines longer than one read', `a\n${long.repeat(12)}\nb\n`, ['a', long.repeat(12), 'b']],
  ['an empty file', '', []],
])('readLines cuts %s at line feeds alone', async (_name, text, lines) => {
  const file = join(folder, 'lines.ndjson')
  writeFileSync(file, text)
  const read: string[] = []
  for await (const line of readLines(file)) read.push(line)
  expect(read).toEqual(lines)
})
