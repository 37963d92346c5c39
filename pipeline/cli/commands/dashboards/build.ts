import type { AddCommand } from '../command.ts'
import { contentOption } from '../shared-options.ts'

export const addDashboardsBuild: AddCommand = (parent, { finish }) => {
  parent
    .command('build')
    .description("build the dashboards for Kibana's saved-object import (NDJSON)")
    .option('--out <file>', 'write to a file (default: standard output)')
    .addOption(contentOption())
    .action(async (options) => finish(await (await import('../../dashboards.ts')).dashboardsBuildCommand(options)))
}
