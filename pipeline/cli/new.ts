// Creates new content in a checkout, or in a folder of an organization's own. The content is valid, so that a first rule or mapping starts from a working file.
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { actsByDataset, fieldCatalog } from '../catalog.ts'
import { loadProduct } from '../content-check/check.ts'
import { requireCheckout } from '../content-check/checkout.ts'
import { hasContent } from '../content-check/content-folder.ts'
import { UsageError } from '../errors/usage-error.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printResult, type ResultOptions } from './result.ts'
import { emitDashboardScaffold } from './scaffold/dashboard.ts'
import { emitMappingScaffold } from './scaffold/mapping.ts'
import { type Known, knownSamples, ownSamples, type Scaffold, type ScaffoldOptions } from './scaffold/names.ts'
import { emitRuleScaffold } from './scaffold/rule.ts'
import { emitSampleScaffold } from './scaffold/sample.ts'
import { emitScenarioScaffold } from './scaffold/scenario.ts'

export type ContentKind = 'mapping' | 'sample' | 'scenario' | 'rule' | 'dashboard'

async function loadKnown(content: string | undefined): Promise<Known> {
  const product = await loadProduct(
    content !== undefined && existsSync(content) && hasContent(content) ? content : undefined,
  )
  const own = product.samples.filter(({ rawFile }) => content !== undefined && rawFile.startsWith(join(content, sep)))
  return {
    samples: [...knownSamples(), ...ownSamples(own, product.chain)],
    rules: product.rules,
    dashboards: product.dashboards.length,
    catalog: fieldCatalog(product.mappings),
    acts: actsByDataset(product.mappings),
  }
}

async function scaffoldOf(kind: ContentKind, name: string, options: ScaffoldOptions): Promise<Scaffold> {
  switch (kind) {
    case 'mapping':
      return emitMappingScaffold(name, options)
    case 'sample':
      return emitSampleScaffold(name, options, await loadKnown(options.content))
    case 'scenario':
      return emitScenarioScaffold(name, options, await loadKnown(options.content))
    case 'rule':
      return emitRuleScaffold(name, options, await loadKnown(options.content))
    case 'dashboard':
      return emitDashboardScaffold(name, options, await loadKnown(options.content))
  }
}

/** Writes the files of a scaffold below a folder. If one of them exists, it throws a UsageError and writes nothing. */
export async function layScaffold({ files }: Scaffold, root: string): Promise<void> {
  const taken = files.find(({ path }) => existsSync(join(root, path)))
  if (taken !== undefined) throw new UsageError(`${taken.path} already exists; choose another name`)
  for (const { path, text } of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    // `wx` never overwrites a file that was created in the meantime.
    await writeFile(join(root, path), text, { flag: 'wx' })
  }
}

export async function newCommand(
  kind: ContentKind,
  name: string,
  options: ScaffoldOptions & ResultOptions,
): Promise<ExitCode> {
  const { type, content } = options
  if (type !== undefined && kind !== 'rule') throw new UsageError(`--type is for a rule, not for a ${kind}`)
  if (content !== undefined && kind === 'mapping')
    throw new UsageError('a mapping is source code: leave --content out, and run the command in a checkout')
  if (content === undefined) requireCheckout('new')
  const scaffold = await scaffoldOf(kind, name, options)
  await layScaffold(scaffold, content ?? packageRoot)
  const { next } = scaffold
  const files = scaffold.files.map(({ path }) => (content === undefined ? path : join(content, path)))
  printResult(options, { files, next }, () => [
    ...files.map((path) => `wrote ${path}`),
    'Next:',
    ...next.map((step, i) => `  ${i + 1}. ${step}`),
  ])
  return exitCodes.done
}
