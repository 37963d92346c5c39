import type { UndeployOptions } from '../undeploy.ts'
import type { AddCommand } from './command.ts'
import { contentOption, jsonOption, spaceOption } from './shared-options.ts'

export const addUndeploy: AddCommand = (parent, { finish }) => {
  parent
    .command('undeploy')
    .description(
      'delete from Kibana what deployments wrote: rules, exception lists, dashboards, Discover sessions, data views; keep documents, templates and alerts',
    )
    .addOption(contentOption())
    .addOption(spaceOption())
    .option('--yes', 'delete the objects; without this option the command only lists them')
    .addOption(jsonOption())
    .action(async (options: UndeployOptions) => finish(await (await import('../undeploy.ts')).undeployCommand(options)))
}
