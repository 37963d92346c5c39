// Creates new content in a checkout, or in a folder of an organization's own. The content is valid, so that a first rule or mapping starts from a working file.
import { existsSync, rmSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { makeFolders } from '../../mappings/kernel/folders.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { writeWholeFile } from '../../mappings/kernel/whole-file.ts'
import { actsByDataset, fieldCatalog } from '../catalog.ts'
import { loadProduct } from '../content-check/check.ts'
import { requireCheckout } from '../content-check/checkout.ts'
import { hasContent } from '../content-check/content-folder.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { CommonOptions } from './common-options.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { writeError } from './output.ts'
import { printResult } from './result.ts'
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

/** Writes all files of a scaffold below a folder, or none. Throws a UsageError if one of the files exists. */
export function layScaffold({ files }: Scaffold, root: string): void {
  const taken = files.find(({ path }) => existsSync(join(root, path)))
  if (taken !== undefined) throw new UsageError(`${taken.path} already exists; choose another name`)
  const written: string[] = []
  for (const file of files) {
    const path = join(root, file.path)
    try {
      makeFolders(dirname(path))
      writeWholeFile(path, file.text, { isNew: true })
      written.push(path)
    } catch (error) {
      // An incomplete set of files would be invalid content, and would prevent another attempt.
      for (const each of written) rmSync(each, { force: true })
      throw writeError(path, error)
    }
  }
}

export async function newCommand(
  kind: ContentKind,
  name: string,
  options: ScaffoldOptions & CommonOptions,
): Promise<ExitCode> {
  const { type, content } = options
  if (type !== undefined && kind !== 'rule') throw new UsageError(`--type is for a rule, not for a ${kind}`)
  if (content !== undefined && kind === 'mapping')
    throw new UsageError('a mapping is source code: leave --content out, and run the command in a checkout')
  if (content === undefined) requireCheckout('new')
  const scaffold = await scaffoldOf(kind, name, options)
  layScaffold(scaffold, content ?? packageRoot)
  const { next } = scaffold
  const files = scaffold.files.map(({ path }) => (content === undefined ? path : join(content, path)))
  printResult(options, { files, next }, () => [
    ...files.map((path) => `wrote ${path}`),
    'Next:',
    ...next.map((step, i) => `  ${i + 1}. ${step}`),
  ])
  return exitCodes.done
}
