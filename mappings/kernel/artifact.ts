// Generated files: rendered in memory, written only where they differ, checked byte for byte.
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Diagnostic } from './diagnostic.ts'
import { findFiles } from './discover.ts'
import { makeFolders } from './folders.ts'
import { packageRoot } from './package-root.ts'
import { writeWholeFile } from './whole-file.ts'

/** A generated file. `path` is relative to the package root, and `text` is the complete text. */
export interface Artifact {
  readonly path: string
  readonly text: string
}

function current(path: string): string | undefined {
  try {
    return readFileSync(join(packageRoot, path), 'utf8')
  } catch {
    return undefined
  }
}

/** Artifacts with an absent or different file. */
function staleArtifacts(artifacts: readonly Artifact[]): Artifact[] {
  return artifacts.filter((artifact) => current(artifact.path) !== artifact.text)
}

/** Returns the files below the folder (relative to the package root) that end in `suffix` and belong to no artifact. */
export function orphanedFiles(artifacts: readonly Artifact[], folder: string, suffix: string): string[] {
  const known = new Set(artifacts.map((artifact) => join(packageRoot, artifact.path)))
  return findFiles(join(packageRoot, folder), suffix).filter((file) => !known.has(file))
}

/** Writes the artifacts that differ; returns the paths written. */
export function writeArtifacts(artifacts: readonly Artifact[]): string[] {
  return staleArtifacts(artifacts).map((artifact) => {
    const target = join(packageRoot, artifact.path)
    makeFolders(dirname(target))
    writeWholeFile(target, artifact.text)
    return artifact.path
  })
}

export function removeFiles(files: readonly string[]): void {
  for (const file of files) rmSync(file)
}

export function checkArtifacts(artifacts: readonly Artifact[]): Diagnostic[] {
  return staleArtifacts(artifacts).map((artifact) => ({
    code: 'C004',
    level: 'error',
    file: artifact.path,
    path: '',
    message: 'is not what the generator makes now',
    hint: 'run `npm run generate` and review the difference',
  }))
}
