import { expect, it } from 'vitest'
import { commandLine } from '../../../pipeline/safe-output/command-line.ts'

it.each([
  { paths: ['a.ndjson', '-'], words: 'a.ndjson -' },
  { paths: ['-a.ndjson', 'b.ndjson'], words: '-- -a.ndjson b.ndjson' },
  { paths: ["Ada's log.ndjson"], words: "'Ada'\\''s log.ndjson'" },
  { paths: ['a\u202eb'], words: String.raw`$'a\xe2\x80\xaeb'` },
])('a shell reads the paths of a printed command as paths: $words', ({ paths, words }) => {
  expect(commandLine(['apps', 'show', 'ID'], paths)).toBe(`consentry apps show ID ${words}`)
})
