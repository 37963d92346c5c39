// Removes compiled files whose source is gone. The compiler leaves them, and content is found by its file name: a deleted
// rule would still be built, deployed and run.
import { existsSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findFiles } from './discover.ts'

/** Looks for the source of every `.js` and `.js.map` below `output` at the same place below `sources`. Gives what it removed. */
export function removeStaleOutputs(output: string, sources: string): string[] {
  const compiled = [...findFiles(output, '.js'), ...findFiles(output, '.js.map')]
  const stale = compiled.filter(
    (file) => !existsSync(join(sources, relative(output, file).replace(/\.js(?:\.map)?$/, '.ts'))),
  )
  // Another build may have removed it meanwhile.
  for (const file of stale) rmSync(file, { force: true })
  return stale
}
