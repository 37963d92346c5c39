import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { changedSinceBuild, markBuilt, removeStaleOutputs } from '../../../mappings/kernel/stale-outputs.ts'

it('a compiled file goes with its source, and everything else stays', () => {
  const root = mkdtempSync(join(tmpdir(), 'consentry-build-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const files = [
    'rules/kept.rule.ts',
    'dist/rules/kept.rule.js',
    'dist/rules/kept.rule.js.map',
    'dist/rules/gone.rule.js',
    'dist/rules/gone.rule.js.map',
    'dist/.tsbuildinfo',
  ]
  mkdirSync(join(root, 'rules'))
  mkdirSync(join(root, 'dist/rules'), { recursive: true })
  for (const file of files) writeFileSync(join(root, file), '')
  const removed = removeStaleOutputs(join(root, 'dist'), root)
  expect(removed).toEqual([join(root, 'dist/rules/gone.rule.js'), join(root, 'dist/rules/gone.rule.js.map')])
  expect(files.filter((file) => existsSync(join(root, file)))).toEqual(files.filter((file) => !file.includes('gone')))
  expect(removeStaleOutputs(join(root, 'dist'), root)).toEqual([])
})

it('the check for stale outputs names the content that changed since the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'consentry-built-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [old, changed] = [join(folder, 'old.ts'), join(folder, 'changed.ts')]
  for (const file of [old, changed]) writeFileSync(file, '')
  expect(changedSinceBuild(folder, [old, changed])).toBeUndefined()
  markBuilt(folder)
  const { mtimeMs } = statSync(join(folder, '.built'))
  utimesSync(old, 0, mtimeMs / 1000 - 60)
  utimesSync(changed, 0, mtimeMs / 1000 + 60)
  expect(changedSinceBuild(folder, [old, changed])).toBe(changed)
})
