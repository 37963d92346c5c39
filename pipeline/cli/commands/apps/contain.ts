import type { DefineCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument, jsonOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .argument('<id>', 'client ID or object ID')
    .addArgument(exportArgument())
    .addOption(jsonOption('{"id", "name", "breaks": […], "steps": […], "gaps": […]}'))
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (id, paths, options) =>
      finish(await (await import('../../apps.ts')).appsContainCommand(id, paths, options)),
    )
}
