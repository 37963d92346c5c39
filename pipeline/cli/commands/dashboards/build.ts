import type { AddCommand } from '../command.ts'
import { contentOption, outOption } from '../shared-options.ts'

export const addDashboardsBuild: AddCommand = (parent, { finish }) => {
  parent
    .command('build')
    .description('build the dashboards as NDJSON for the saved-object import of Kibana')
    .addOption(outOption('dashboards.ndjson (default: standard output)'))
    .option('--flat', 'without collapsible sections, for Kibana before 9.1')
    .addOption(contentOption())
    .action(async (options) => finish(await (await import('../../dashboards.ts')).dashboardsBuildCommand(options)))
}
