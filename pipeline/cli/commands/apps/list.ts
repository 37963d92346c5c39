import type { AppsOptions } from '../../apps.ts'
import type { AddCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument, formatOption, jsonOption } from '../shared-options.ts'

export const addAppsList: AddCommand = (parent, { finish }) => {
  parent
    .command('list', { isDefault: true })
    .description('list the applications, sorted by review priority')
    .addArgument(exportArgument())
    .addOption(formatOption())
    .addOption(jsonOption().conflicts('format'))
    .option('--first-party', 'include first-party applications of Microsoft and Google')
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (paths, options: AppsOptions) =>
      finish(await (await import('../../apps.ts')).appsListCommand(paths, options)),
    )
}
