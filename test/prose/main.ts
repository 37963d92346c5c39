// `npm run prose [-- --in PATH] [-- --word WORD]` lists the places with words that texts avoid; `--update` lowers the baseline to
// today's numbers.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { type Counts, count, growth, places } from './count.ts'

const { values } = parseArgs({
  options: {
    in: { type: 'string', default: '' },
    word: { type: 'string' },
    update: { type: 'boolean', default: false },
  },
})
const path = join(packageRoot, 'test/prose/baseline.json')
const found = places()
const counts = count(found)
if (values.update) {
  const grown = growth(counts, JSON.parse(readFileSync(path, 'utf8')) as Counts)
  for (const line of grown) console.error(line)
  if (grown.length > 0) process.exitCode = 1
  else writeFileSync(path, `${JSON.stringify(counts, null, 2)}\n`)
} else {
  const shown = found.filter(({ file, word }) => file.startsWith(values.in) && (values.word ?? word) === word)
  for (const { file, line, found: text, write } of shown) console.log(`${file}:${line}: "${text}" → ${write}`)
  console.log(`${shown.length} places`)
}
