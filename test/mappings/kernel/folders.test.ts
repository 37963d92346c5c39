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
  expect(() => makeFolders(join(folder, 'file'))).toThrow('EEXIST')
  // Node 20 refuses the lookup of the path. Later versions refuse the creation of its parent.
  const refusal = Number.parseInt(process.versions.node, 10) < 22 ? 'ENOTDIR' : 'EEXIST'
  expect(() => makeFolders(join(folder, 'file/c'))).toThrow(refusal)
  if (process.platform === 'linux') expect(() => makeFolders('/proc/nope/a')).toThrow('ENOENT')
})
