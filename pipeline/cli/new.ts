// Creates new content in a checkout. The content is valid, so that a first rule or mapping starts from a working file.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { loadPack } from '../../rules/lib/rule-folder.ts'
import { actsByDataset, fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { requireCheckout } from '../content-check/checkout.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { emitDashboardScaffold } from './scaffold/dashboard.ts'
import { emitMappingScaffold } from './scaffold/mapping.ts'
import type { Scaffold, ScaffoldOptions } from './scaffold/names.ts'
import { emitRuleScaffold } from './scaffold/rule.ts'
import { emitSampleScaffold } from './scaffold/sample.ts'
import { emitScenarioScaffold } from './scaffold/scenario.ts'

export const contentKinds = ['mapping', 'sample', 'scenario', 'rule', 'dashboard'] as const
export type ContentKind = (typeof contentKinds)[number]

async function scaffoldOf(kind: ContentKind, name: string, options: ScaffoldOptions): Promise<Scaffold> {
  switch (kind) {
    case 'mapping':
      return emitMappingScaffold(name, options)
    case 'sample':
      return emitSampleScaffold(name, options)
    case 'scenario':
      return emitScenarioScaffold(name, options, {
        rules: await loadPack(),
        catalog: fieldCatalog(await loadMappings()),
      })
    case 'rule':
      return emitRuleScaffold(name, options, actsByDataset(await loadMappings()))
    case 'dashboard':
      return emitDashboardScaffold(name)
    default:
      return kind satisfies never
  }
}

/** Writes the files of a scaffold to a checkout. If one of them exists, it throws a UsageError and writes nothing. */
export async function layScaffold({ files }: Scaffold, root: string): Promise<void> {
  const taken = files.find(({ path }) => existsSync(join(root, path)))
  if (taken !== undefined) throw new UsageError(`${taken.path} already exists; choose another name`)
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    // `wx`: never over a file that appeared meanwhile.
    await writeFile(join(root, path), text, { flag: 'wx' })
  }
}

/** `consentry new KIND NAME`: creates the file with its evidence, and prints the next steps. */
export async function newCommand(kind: ContentKind, name: string, options: ScaffoldOptions): Promise<ExitCode> {
  requireCheckout('new')
  const scaffold = await scaffoldOf(kind, name, options)
  await layScaffold(scaffold, packageRoot)
  for (const { path } of scaffold.files) console.log(`wrote ${path}`)
  console.log(`Next:\n${scaffold.next.map((step, i) => `  ${i + 1}. ${step}`).join('\n')}`)
  return exitCodes.done
}
