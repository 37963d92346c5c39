// Who may import whom. A table, so that a new dependency between areas is a decision that shows.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'

/** What a vendor's folder may import beside itself. */
const ofVendors = [
  'mappings/kernel',
  'mappings/ecs',
  'mappings/fields',
  'mappings/lib',
  'mappings/vendors/mapping.ts',
  'mappings/vendors/mapping-step.ts',
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
  'rules/lib': ['mappings/kernel', 'mappings/ecs', 'mappings/fields', 'mappings/environment', 'rules/attack'],
  'rules/attack': [],
  rules: ['rules/lib'],
  'dashboards/lib': [
    'mappings/kernel',
    'mappings/ecs',
    'mappings/fields',
    'mappings/environment',
    'mappings/entities',
    'rules/lib/query',
  ],
  dashboards: ['dashboards/lib'],
  'pipeline/hunt': ['mappings', 'rules/lib', 'dashboards/lib', 'pipeline'],
  'pipeline/deploy': ['mappings', 'rules/lib', 'pipeline'],
  'pipeline/doctor': ['mappings', 'rules/lib', 'pipeline'],
  'pipeline/inspect': ['mappings', 'rules/lib', 'pipeline'],
  'pipeline/cli': ['mappings', 'rules/lib', 'dashboards/lib', 'pipeline'],
  pipeline: ['mappings', 'pipeline'],
}

const areas = ['mappings', 'rules', 'dashboards', 'pipeline']
const importPattern = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g

function rowOf(file: string): string | undefined {
  return Object.keys(mayImport)
    .filter((prefix) => file.startsWith(`${prefix}/`))
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
      .filter((imported) => !allowed.some((prefix) => imported === prefix || imported.startsWith(`${prefix}/`)))
      .map((imported) => `${file} → ${imported}`)
  })
}

const sources = areas
  .flatMap((area) => findFiles(join(packageRoot, area), '.ts'))
  .map((path) => ({ file: relative(packageRoot, path), text: readFileSync(path, 'utf8') }))

describe('the import table', () => {
  it('holds for every source file', () => {
    expect(violations(sources)).toEqual([])
  })

  it('would catch a kernel that imports a mapping', () => {
    const text = "import { mapping } from '../vendors/mapping.ts'"
    expect(violations([{ file: 'mappings/kernel/path.ts', text }])).toEqual([
      'mappings/kernel/path.ts → mappings/vendors/mapping.ts',
    ])
  })

  it('lets nothing of the product import test code or a file outside the areas', () => {
    const outside = sources.flatMap(({ file, text }) =>
      [...text.matchAll(importPattern)]
        .map((match) => relative('.', join(dirname(file), match[1] as string)))
        .filter((imported) => !areas.some((area) => imported.startsWith(`${area}/`)))
        .map((imported) => `${file} → ${imported}`),
    )
    expect(outside).toEqual([])
  })
})
