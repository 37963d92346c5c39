import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findUp(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`)
  }
}

const here = dirname(fileURLToPath(import.meta.url))

/** The folder of package.json: data files and generated files live below it, whether the code runs from source or compiled. */
export const packageRoot: string = findUp(here)

/** The folder that holds the running modules: the package root, or its `dist` when compiled. */
export const codeRoot: string = dirname(dirname(here))

/** True in a checkout; an installed package has no sources. */
export function isCheckout(root: string = packageRoot): boolean {
  return existsSync(join(root, 'tsconfig.json')) && existsSync(join(root, 'mappings/kernel/package-root.ts'))
}
