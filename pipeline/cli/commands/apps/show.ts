import type { AddCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument } from '../shared-options.ts'

export const addAppsShow: AddCommand = (parent, { finish }) => {
  parent
    .command('show')
    .description("tell one application's whole story: grants, accounts, changes")
    .argument('<id>', 'client id or object id')
    .addArgument(exportArgument())
    .option('--json', 'print one object')
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (id, paths, options) =>
      finish(await (await import('../../apps.ts')).appsShowCommand(id, paths, options)),
    )
}
