// Some commands write content, and content is written in a checkout: an installed package has only what runs.
import { join, relative } from 'node:path'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { codeRoot, isCheckout, packageRoot } from '../../mappings/kernel/package-root.ts'
import { changedSinceBuild } from '../../mappings/kernel/stale-outputs.ts'
import { UsageError } from '../errors/usage-error.ts'

/** Throws a UsageError where `root` is no checkout. */
export function requireCheckout(command: string, root: string = packageRoot): void {
  if (isCheckout(root)) return
  throw new UsageError(
    `${command} writes into a checkout, and ${root} is none${command === 'new' ? ' (use --content DIR to write into your own folder)' : ''}: clone the repository, run \`npm ci\` and \`npm run build\` there, then \`npx consentry ${command}\``,
  )
}

/** Throws a UsageError where content changed since the build: a command would check the content of the build. */
export function requireFreshBuild(): void {
  if (!import.meta.url.endsWith('.js') || !isCheckout()) return
  const sources = ['mappings', 'rules', 'dashboards'].flatMap((area) => findFiles(join(packageRoot, area), '.ts'))
  const changed = changedSinceBuild(codeRoot, sources)
  if (changed !== undefined)
    throw new UsageError(`${relative(packageRoot, changed)} changed since the last build; run \`npm run build\``)
}
