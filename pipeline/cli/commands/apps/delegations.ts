import type { AppsOptions } from '../../apps.ts'
import type { AddCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument, formatOption, jsonOption } from '../shared-options.ts'

export const addAppsDelegations: AddCommand = (parent, { finish }) => {
  parent
    .command('delegations')
    .description('list the domain-wide delegations of Google Workspace, reconstructed from events: no API lists them')
    .addArgument(exportArgument())
    .addOption(formatOption())
    .addOption(jsonOption().conflicts('format'))
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (paths, options: AppsOptions) =>
      finish(await (await import('../../apps-delegations.ts')).appsDelegationsCommand(paths, options)),
    )
}
