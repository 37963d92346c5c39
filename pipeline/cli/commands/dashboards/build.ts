import type { DefineCommand } from '../command.ts'
import { contentOption, outOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(outOption('dashboards.ndjson (default: standard output)'))
    .option('--flat', 'build dashboards without collapsible sections, for Kibana before 9.1')
    .addOption(contentOption())
    .action(async (options) => finish(await (await import('../../dashboards.ts')).dashboardsBuildCommand(options)))
}
