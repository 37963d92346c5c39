import { checkName, type Scaffold, toTitle } from './names.ts'

/** A dashboard with one panel. */
export function emitDashboardScaffold(text: string): Scaffold {
  const name = checkName(text)
  const path = `dashboards/${name}.dashboard.ts`
  const content = `import { dashboard } from './lib/dashboard.ts'

export default dashboard({
  id: '${name}',
  title: 'Consentry: ${toTitle(name)}',
  description: 'The question that it answers.',
  datasets: ['o365.audit', 'google_workspace.token'],
  time: { from: 'now-30d', to: 'now' },
  controls: [{ field: 'organization.id', title: 'Organization' }],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'acts',
          title: 'Acts on applications',
          description: 'What the number counts.',
          filter: 'oauth.action: *',
          metric: { of: 'count' },
        },
      ],
    },
  ],
})
`
  return {
    files: [{ path, text: content }],
    next: [
      `write the panels in ${path}; the kinds are in dashboards/lib/panels`,
      'npm run generate, then npx consentry validate',
      'npx consentry dashboards build --out dashboards.ndjson, and import it into Kibana',
    ],
  }
}
