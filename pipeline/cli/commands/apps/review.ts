import type { AppsReviewOptions } from '../../apps-review.ts'
import type { DefineCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument, formatOption, jsonOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addArgument(exportArgument())
    .requiredOption('--state <file>', 'file with the state of the last review; the first review with --done creates it')
    .option('--done', 'record this review in the state file; the next review starts from it')
    .option('--by <name>', 'name of the reviewer (default: none)')
    .option('--note <text>', 'note to store with the review (default: none)')
    .option('--fail-on-change', 'exit with code 1 if an application needs a review')
    .addOption(formatOption())
    .addOption(jsonOption().conflicts('format'))
    .option('--first-party', 'include first-party applications of Microsoft and Google')
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (paths, options: AppsReviewOptions) =>
      finish(await (await import('../../apps-review.ts')).appsReviewCommand(paths, options)),
    )
}
