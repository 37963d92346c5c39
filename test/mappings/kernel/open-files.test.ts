import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isOutOfFiles } from '../../../mappings/kernel/open-files.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()

it.each([
  ['module', 'module.js', 'module.js'],
  ['package', 'index.js', 'package.json'],
])('a %s that Node cannot find is a sign of too many open files only if its file exists', (kind, name, file) => {
  const error = Object.assign(new Error(`Cannot find ${kind} '${join(folder, name)}' imported from /main.js`), {
    code: 'ERR_MODULE_NOT_FOUND',
  })
  expect(isOutOfFiles(error)).toBe(false)
  writeFileSync(join(folder, file), '')
  expect(isOutOfFiles(error)).toBe(true)
})
