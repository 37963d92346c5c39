// Samples are the evidence of rules and the test of mappings: raw records, stored once, found by their file names.
import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'

/** A raw record in the folder of its mapping. */
export interface Sample {
  /** `<vendor folder>/<name>`: the reference in rules and scenarios. */
  readonly ref: string
  /** Raw file and golden file, relative to the package root, with `/`. */
  readonly rawFile: string
  readonly goldenFile: string
  readonly text: string
}

const suffix = '.raw.json'

export function loadSamples(): Sample[] {
  const vendors = join(packageRoot, 'mappings', 'vendors')
  return findFiles(vendors, suffix).map((file) => {
    const rawFile = relative(packageRoot, file).split(sep).join('/')
    const vendor = basename(dirname(dirname(dirname(file))))
    return {
      ref: `${vendor}/${basename(file, suffix)}`,
      rawFile,
      goldenFile: rawFile.replace(suffix, '.ecs.json'),
      text: readFileSync(file, 'utf8'),
    }
  })
}
