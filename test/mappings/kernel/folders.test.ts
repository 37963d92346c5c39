import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeFolders } from '../../../mappings/kernel/folders.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

it('makeFolders creates the missing folders of a path, and throws without hanging if the file system refuses', () => {
  const folder = join(temporaryFolder(), 'a/b')
  for (let i = 0; i < 2; i++) makeFolders(folder, 0o700)
  expect(statSync(join(folder, '..')).mode & 0o777).toBe(0o700)
  makeFolders(`${folder}/more/../c`)
  expect(readdirSync(folder)).toEqual(['c'])
  writeFileSync(join(folder, 'file'), '')
  // Node 20 refuses the lookup of the path, and Node 24 the creation of its parent.
  for (const path of ['file/c', 'file']) expect(() => makeFolders(join(folder, path))).toThrow(/ENOTDIR|EEXIST/)
  if (process.platform === 'linux') expect(() => makeFolders('/proc/nope/a')).toThrow('ENOENT')
})
