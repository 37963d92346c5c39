import { existsSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { changedSinceBuild, markBuilt, removeStaleOutputs } from '../../../mappings/kernel/stale-outputs.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()

it('a compiled file is deleted when its source is gone, and all other files remain', () => {
  const files = [
    'rules/kept.rule.ts',
    'dist/rules/kept.rule.js',
    'dist/rules/kept.rule.js.map',
    'dist/rules/gone.rule.js',
    'dist/rules/gone.rule.js.map',
    'dist/.tsbuildinfo',
  ]
  mkdirSync(join(folder, 'rules'))
  mkdirSync(join(folder, 'dist/rules'), { recursive: true })
  for (const file of files) writeFileSync(join(folder, file), '')
  const removed = removeStaleOutputs(join(folder, 'dist'), folder)
  expect(removed).toEqual([join(folder, 'dist/rules/gone.rule.js'), join(folder, 'dist/rules/gone.rule.js.map')])
  expect(files.filter((file) => existsSync(join(folder, file)))).toEqual(files.filter((file) => !file.includes('gone')))
  expect(removeStaleOutputs(join(folder, 'dist'), folder)).toEqual([])
})

it('the check for stale outputs names the content that changed since the build', () => {
  const [old, changed] = [join(folder, 'old.ts'), join(folder, 'changed.ts')]
  for (const file of [old, changed]) writeFileSync(file, '')
  expect(changedSinceBuild(folder, [old, changed])).toBeUndefined()
  markBuilt(folder)
  const { mtimeMs } = statSync(join(folder, '.built'))
  utimesSync(old, 0, mtimeMs / 1000 - 60)
  utimesSync(changed, 0, mtimeMs / 1000 + 60)
  expect(changedSinceBuild(folder, [old, changed])).toBe(changed)
})
