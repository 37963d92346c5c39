// Checks for commands that write content, which requires a checkout: an installed package contains only runtime files.
import { join, relative } from 'node:path'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { codeRoot, isCheckout, packageRoot } from '../../mappings/kernel/package-root.ts'
import { changedSinceBuild } from '../../mappings/kernel/stale-outputs.ts'
import { UsageError } from '../errors/usage-error.ts'

/** Throws a UsageError if `root` is not a checkout. */
export function requireCheckout(command: string, root: string = packageRoot): void {
  if (isCheckout(root)) return
  throw new UsageError(
    `${command} writes into a checkout, and ${root} is none${command === 'new' ? ' (use --content DIR to write into your own folder)' : ''}: clone the repository, run \`npm ci\` and \`npm run build\` there, then \`npx consentry ${command}\``,
  )
}

/** Throws a UsageError if content changed since the build, because a command would then check the old content. */
export function requireFreshBuild(): void {
  if (!import.meta.url.endsWith('.js') || !isCheckout()) return
  const sources = ['mappings', 'rules', 'dashboards'].flatMap((area) => findFiles(join(packageRoot, area), '.ts'))
  const changed = changedSinceBuild(codeRoot, sources)
  if (changed !== undefined)
    throw new UsageError(`${relative(packageRoot, changed)} changed since the last build; run \`npm run build\``)
}
