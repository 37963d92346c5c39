// The state of a build. The compiler keeps output files without a source, and content is found by its file name: a
// deleted rule would still be built, deployed and run. Content that changed since the build differs from the content
// that a command checks.
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { findFiles } from './discover.ts'

/** Removes each `.js` and `.js.map` in `output` without a source at the same place in `sources`. Returns them. */
export function removeStaleOutputs(output: string, sources: string): string[] {
  const compiled = [...findFiles(output, '.js'), ...findFiles(output, '.js.map')]
  const stale = compiled.filter(
    (file) => !existsSync(join(sources, relative(output, file).replace(/\.js(?:\.map)?$/, '.ts'))),
  )
  // Another build may have removed it meanwhile.
  for (const file of stale) rmSync(file, { force: true })
  return stale
}

const marker = '.built'

/** Records the end of a build in a file, because the compiler does not rewrite the output of an unchanged file. */
export function markBuilt(output: string): void {
  writeFileSync(join(output, marker), '')
}

/** Returns the first file that changed since the build, or undefined if none changed or there is no marker file. */
export function changedSinceBuild(output: string, files: readonly string[]): string | undefined {
  const built = statSync(join(output, marker), { throwIfNoEntry: false })?.mtimeMs
  return built === undefined ? undefined : files.find((file) => statSync(file).mtimeMs > built)
}
