// The table of datasets, for the rule and dashboard code, which may not import vendor mappings.
import type { Artifact } from '../kernel/artifact.ts'
import type { Mapping } from './mapping.ts'

/** Renders `mappings/fields/datasets.gen.ts`. */
export function renderDatasetTable(mappings: readonly Mapping[]): Artifact {
  const lines = mappings.map(({ dataset, module, title, own }) => {
    const members = [`module: '${module}'`, `title: '${title}'`, ...(own ? ['own: true'] : [])]
    return `  '${dataset}': { ${members.join(', ')} },`
  })
  const text = [
    '// Made by `npm run generate` from the mappings. Do not edit.',
    '',
    '/** The datasets that mappings fill; with `own`, no integration of Elastic does. */',
    'export const mappedDatasets = {',
    ...lines.sort(),
    '} as const',
    '',
  ].join('\n')
  return { path: 'mappings/fields/datasets.gen.ts', text }
}
