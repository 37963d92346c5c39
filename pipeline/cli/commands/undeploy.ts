import type { UndeployOptions } from '../undeploy.ts'
import type { DefineCommand } from './command.ts'
import { contentOption, jsonOption, spaceOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(contentOption())
    .addOption(spaceOption())
    .option('--yes', 'delete the objects; without this option the command only lists them')
    .addOption(jsonOption())
    .action(async (options: UndeployOptions) => finish(await (await import('../undeploy.ts')).undeployCommand(options)))
}
