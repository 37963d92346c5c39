import type { AppsOptions } from '../../apps.ts'
import type { DefineCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument, formatOption, jsonOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addArgument(exportArgument())
    .addOption(formatOption())
    .addOption(jsonOption().conflicts('format'))
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (paths, options: AppsOptions) =>
      finish(await (await import('../../apps-delegations.ts')).appsDelegationsCommand(paths, options)),
    )
}
