import type { DefineCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument, jsonOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .argument('<id>', 'client ID or object ID')
    .addArgument(exportArgument())
    .addOption(jsonOption('the application'))
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (id, paths, options) =>
      finish(await (await import('../../apps.ts')).appsShowCommand(id, paths, options)),
    )
}
