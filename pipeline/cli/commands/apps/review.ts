import type { AppsReviewOptions } from '../../apps-review.ts'
import type { AddCommand } from '../command.ts'
import { entityStoreOption, environmentOption, exportArgument, formatOption } from '../shared-options.ts'

export const addAppsReview: AddCommand = (parent, { finish }) => {
  parent
    .command('review')
    .description('list what is new, changed or due since the last review, and record that it was done')
    .addArgument(exportArgument())
    .requiredOption('--state <file>', 'what the last review saw; made by the first one that is done')
    .option('--done', 'record this review in the file: the next one starts here')
    .option('--by <name>', 'who did it')
    .option('--note <text>', 'what to keep of it')
    .option('--fail-on-change', 'exit with 1 when there is something to look at')
    .addOption(formatOption())
    .option('--first-party', "look at the vendors' own applications, too")
    .addOption(entityStoreOption())
    .addOption(environmentOption())
    .action(async (paths, options: AppsReviewOptions) =>
      finish(await (await import('../../apps-review.ts')).appsReviewCommand(paths, options)),
    )
}
