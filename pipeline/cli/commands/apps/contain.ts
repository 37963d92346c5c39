import type { AddCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument, jsonOption } from '../shared-options.ts'

export const addAppsContain: AddCommand = (parent, { finish }) => {
  parent
    .command('contain')
    .description('print the commands that revoke the access of an application, and their side effects; run nothing')
    .argument('<id>', 'client ID or object ID')
    .addArgument(exportArgument())
    .addOption(jsonOption('{"id", "name", "breaks": […], "steps": […], "gaps": […]}'))
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (id, paths, options) =>
      finish(await (await import('../../apps.ts')).appsContainCommand(id, paths, options)),
    )
}
