import { join } from 'node:path'
import type { DashboardFile } from '../../../dashboards/lib/dashboard.ts'
import { quoted } from '../../safe-output/command-line.ts'
import { checkName, contentFile, type Known, type Scaffold, type ScaffoldOptions, toTitle } from './names.ts'

/** Creates a dashboard with one number and one table, as the last dashboard in the menu. */
export function emitDashboardScaffold(text: string, { content }: ScaffoldOptions, known: Known): Scaffold {
  const name = checkName(text)
  const isOwn = content !== undefined
  const value: DashboardFile = {
    title: `Consentry: ${toTitle(name)}`,
    description: 'The question that this dashboard answers.',
    menu: { place: known.dashboards + 1, label: toTitle(name) },
    controls: [
      { field: 'organization.id', title: 'Organization' },
      { field: 'service.id', title: 'Application ID' },
    ],
    reading: 'Start with this number. Then check the next panel.',
    numbers: [
      {
        id: 'acts',
        title: 'Acts on applications',
        description: 'The acts that this number counts.',
        filter: 'oauth.action: *',
      },
    ],
    rows: [
      {
        height: 14,
        panels: [
          {
            kind: 'table',
            id: 'applications',
            title: 'Applications and their acts',
            description: 'The application with the most acts comes first.',
            filter: 'oauth.action: *',
            rows: [{ field: 'service.id', size: 100, label: 'Application ID' }],
            metrics: [
              { of: 'count', label: 'Acts' },
              { of: 'max', field: '@timestamp', label: 'Last' },
            ],
          },
        ],
      },
    ],
  }
  const file = contentFile('dashboard', `${name}.dashboard`, value, isOwn)
  const build = 'run npx consentry dashboards build --out out'
  return {
    files: [file],
    next: [
      `write the description, the panels and the line on how to read them in ${join(content ?? '', file.path)}; ${isOwn ? 'dashboards/README.md of the package has an example of each kind of panel' : 'dashboards/lib/panels lists the panel kinds'}`,
      ...(isOwn
        ? []
        : [
            'run npm run generate, npx consentry validate and npx vitest run test/dashboards: every panel must show data from the samples',
          ]),
      `${build}${isOwn ? ` --content ${quoted(content ?? '')}` : ''} and import out/dashboards.ndjson into Kibana`,
    ],
  }
}
