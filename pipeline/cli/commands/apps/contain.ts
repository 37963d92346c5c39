import type { AddCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument } from '../shared-options.ts'

export const addAppsContain: AddCommand = (parent, { finish }) => {
  parent
    .command('contain')
    .description('print the commands that take its access away, and what they break; runs nothing')
    .argument('<id>', 'client id or object id')
    .addArgument(exportArgument())
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (id, paths, options) =>
      finish(await (await import('../../apps.ts')).appsContainCommand(id, paths, options)),
    )
}
