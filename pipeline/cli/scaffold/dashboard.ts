import { join } from 'node:path'
import { findFiles } from '../../../mappings/kernel/discover.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { checkName, type Scaffold, toTitle } from './names.ts'

/** A dashboard with one number and a text, behind all others in the menu. */
export function emitDashboardScaffold(text: string): Scaffold {
  const name = checkName(text)
  const path = `dashboards/${name}.dashboard.ts`
  const place = findFiles(join(packageRoot, 'dashboards'), '.dashboard.ts').length + 1
  const content = `import { dashboard } from './lib/dashboard.ts'

export default dashboard({
  id: '${name}',
  title: 'Consentry: ${toTitle(name)}',
  description: 'The question that this dashboard answers.',
  menu: { place: ${place}, label: '${toTitle(name)}' },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [
    { field: 'organization.id', title: 'Organization' },
    { field: 'service.id', title: 'Application ID' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'acts',
          title: 'Acts on applications',
          description: 'The acts that this number counts.',
          filter: 'oauth.action: *',
          metric: { of: 'count' },
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          text: 'Start with this panel. Then check the next one.',
        },
      ],
    },
  ],
})
`
  return {
    files: [{ path, text: content }],
    next: [
      `write the description, the panels and the text in ${path}; dashboards/lib/panels lists the panel kinds`,
      'run npm run generate, npx consentry validate and npx vitest run test/dashboards: every panel must show data from the samples',
      'run npx consentry dashboards build --out dashboards.ndjson and import the file into Kibana',
    ],
  }
}
