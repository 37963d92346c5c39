// Allowed imports between areas. A table, so that a new dependency between areas is a visible decision.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'

/** The imports that a vendor folder may have outside itself. */
const ofVendors = [
  'mappings/kernel',
  'mappings/ecs',
  'mappings/fields',
  'mappings/lib',
  'mappings/vendors/mapping.ts',
  'mappings/vendors/mapping-step.ts',
]

/** Code that communicates with servers and with the operator. */
const edges = ['pipeline/errors', 'pipeline/outcome.ts', 'pipeline/config', 'pipeline/telemetry', 'pipeline/clients']
/** The steps from a raw value to its documents. */
const transformation = [
  'pipeline/framing',
  'pipeline/decode',
  'pipeline/normalize',
  'pipeline/enrich',
  'pipeline/route',
]
/** The steps from a raw value to stored documents and findings. */
const stages = [
  ...transformation,
  'pipeline/source',
  'pipeline/chain.ts',
  'pipeline/entity-store',
  'pipeline/late-data',
  'pipeline/findings',
  'pipeline/sink',
]

/** The layers of the pipeline, lowest first. A layer imports only from the layers above it in this list. */
const pipelineLayers: readonly (readonly [layer: string, mayImport: readonly string[]])[] = [
  ['pipeline/errors', []],
  ['pipeline/outcome.ts', ['mappings/kernel', 'mappings/fields']],
  ['pipeline/config', ['mappings/kernel', 'pipeline/errors']],
  ['pipeline/safe-output', []],
  ['pipeline/telemetry', ['pipeline/errors', 'pipeline/safe-output']],
  ['pipeline/clients', ['mappings/kernel', 'pipeline/errors', 'pipeline/config', 'pipeline/telemetry']],
  // The path of a record.
  ['pipeline/framing', ['mappings/kernel', 'mappings/environment/schema.ts', 'pipeline/errors', 'pipeline/outcome.ts']],
  ['pipeline/source', [...edges, 'mappings/lib', 'pipeline/framing']],
  ['pipeline/decode', ['mappings', 'pipeline/outcome.ts', 'pipeline/framing']],
  ['pipeline/normalize', ['mappings', 'pipeline/outcome.ts', 'pipeline/decode']],
  ['pipeline/enrich', ['mappings', 'pipeline/errors']],
  ['pipeline/route', ['mappings', 'pipeline/outcome.ts']],
  ['pipeline/chain.ts', ['mappings', 'pipeline/outcome.ts', ...transformation]],
  ['pipeline/entity-store', ['mappings', ...edges]],
  ['pipeline/late-data', ['mappings', ...edges, 'pipeline/entity-store']],
  ['pipeline/findings', ['mappings', ...edges, 'pipeline/safe-output', 'pipeline/entity-store']],
  ['pipeline/catalog.ts', ['mappings', 'pipeline/findings']],
  ['pipeline/sink', ['mappings', ...edges, 'pipeline/safe-output']],
  ['pipeline/service', ['mappings', ...edges, ...stages]],
  ['pipeline/dead-letters', ['mappings', ...edges, ...stages, 'pipeline/service']],
  ['pipeline/reprocess', ['mappings', ...edges, ...stages, 'pipeline/service']],
  // The commands and their parts.
  ['pipeline/review', ['mappings', ...edges, 'pipeline/safe-output', ...stages]],
  ['pipeline/hunt', ['mappings', 'rules/lib', ...edges, 'pipeline/safe-output', ...stages, 'pipeline/review']],
  ['pipeline/inspect', ['mappings', 'rules/lib', ...edges, ...stages, 'pipeline/hunt']],
  // The proof of content needs a hunt.
  [
    'pipeline/content-check',
    [
      'mappings',
      'rules/lib',
      'rules/portable',
      'dashboards/lib',
      ...edges,
      ...stages,
      'pipeline/catalog.ts',
      'pipeline/hunt',
    ],
  ],
  ['pipeline/collect', ['mappings/kernel', ...edges, 'pipeline/safe-output', 'pipeline/framing']],
  ['pipeline/collect/loop', ['mappings/kernel', ...edges, 'pipeline/source', 'pipeline/collect']],
  ['pipeline/setup', ['mappings', ...edges]],
  ['pipeline/backtest', ['mappings', 'rules/lib', ...edges, 'pipeline/findings']],
  ['pipeline/deploy', ['mappings', 'rules/lib', 'dashboards/lib', ...edges]],
  ['pipeline/doctor', ['mappings', 'rules/lib', ...edges, ...stages, 'pipeline/setup', 'pipeline/deploy']],
  [
    'pipeline/verify',
    [
      'mappings',
      'rules/lib',
      'dashboards/lib',
      ...edges,
      'pipeline/safe-output',
      'pipeline/chain.ts',
      'pipeline/content-check',
      'pipeline/setup',
      'pipeline/deploy',
    ],
  ],
  ['pipeline/cli', ['mappings', 'rules/lib', 'rules/portable', 'dashboards/lib', 'pipeline']],
  ['pipeline/main.ts', ['mappings/kernel', 'pipeline/cli']],
]

/** Longest prefix wins: files below the key may import files below the listed prefixes (and below the key itself). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'mappings/kernel': [],
  'mappings/fields': ['mappings/kernel', 'mappings/ecs'],
  'mappings/ecs': ['mappings/kernel', 'mappings/fields/field.ts'],
  'mappings/environment': ['mappings/kernel', 'mappings/knowledge'],
  'mappings/knowledge': ['mappings/kernel', 'mappings/fields'],
  'mappings/lib': ['mappings/kernel', 'mappings/ecs', 'mappings/fields'],
  'mappings/entities': ['mappings/kernel', 'mappings/ecs', 'mappings/fields', 'mappings/lib'],
  'mappings/vendors': ['mappings/fields', 'mappings/lib'],
  'mappings/vendors/microsoft': [...ofVendors],
  'mappings/vendors/m365': [...ofVendors, 'mappings/vendors/microsoft'],
  'mappings/vendors/entra': [...ofVendors, 'mappings/vendors/microsoft'],
  'mappings/vendors/google-workspace': [...ofVendors],
  'mappings/vendors/google-cloud': [...ofVendors, 'mappings/vendors/google-workspace'],
  'rules/lib': [
    'mappings/kernel',
    'mappings/ecs',
    'mappings/fields',
    'mappings/environment',
    'mappings/entities',
    'rules/attack',
  ],
  'rules/attack': [],
  'rules/portable': ['rules/lib', 'mappings'],
  rules: ['rules/lib'],
  'dashboards/lib': [
    'mappings/kernel',
    'mappings/ecs',
    'mappings/fields',
    'mappings/environment',
    'mappings/entities',
    'rules/lib/datasets.ts',
    'rules/lib/query',
    'rules/lib/hunts',
  ],
  dashboards: ['dashboards/lib'],
  ...Object.fromEntries(pipelineLayers),
}

const areas = ['mappings', 'rules', 'dashboards', 'pipeline']
const importPattern = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g

function isBelow(file: string, prefix: string): boolean {
  return file === prefix || file.startsWith(`${prefix}/`)
}

function rowOf(file: string): string | undefined {
  return Object.keys(mayImport)
    .filter((prefix) => isBelow(file, prefix))
    .sort((a, b) => b.length - a.length)[0]
}

/** `file → imported` for every relative import that the table does not allow. */
function violations(files: readonly { file: string; text: string }[]): string[] {
  return files.flatMap(({ file, text }) => {
    const row = rowOf(file)
    if (row === undefined) return [`${file} is in no row of the table`]
    const allowed = [row, ...(mayImport[row] as readonly string[])]
    return [...text.matchAll(importPattern)]
      .map((match) => relative('.', join(dirname(file), match[1] as string)))
      .filter((imported) => !allowed.some((prefix) => isBelow(imported, prefix)))
      .map((imported) => `${file} → ${imported}`)
  })
}

const sources = areas
  .flatMap((area) => findFiles(join(packageRoot, area), '.ts'))
  .map((path) => ({ file: relative(packageRoot, path), text: readFileSync(path, 'utf8') }))

it('every source file follows the import table', () => {
  expect(violations(sources)).toEqual([])
})

it('the import table allows a pipeline layer to import only from lower layers, so that no cycle is possible', () => {
  const wrong = pipelineLayers.flatMap(([layer, imported], at) => {
    const lower = new Set(pipelineLayers.slice(0, at).map(([name]) => name))
    return imported
      .filter((name) => isBelow(name, 'pipeline') && name !== 'pipeline' && !lower.has(name))
      .map((name) => `${layer} → ${name}`)
  })
  expect(wrong).toEqual([])
})

it('the import table allows only the command line to import all of the pipeline', () => {
  const all = Object.entries(mayImport).filter(([, imported]) => imported.includes('pipeline'))
  expect(all.map(([row]) => row)).toEqual(['pipeline/cli'])
})

it('the import table allows no pipeline module to import the command line', () => {
  const text = "import { exitCodeOf } from '../cli/exit.ts'"
  expect(violations([{ file: 'pipeline/hunt/hunt.ts', text }])).toEqual([
    'pipeline/hunt/hunt.ts → pipeline/cli/exit.ts',
  ])
})
