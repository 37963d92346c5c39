import type { AddCommand } from './command.ts'
import { settingsOption } from './shared-options.ts'

export const addSetup: AddCommand = (parent, { finish }) => {
  parent
    .command('setup')
    .description('install the Consentry templates in Elasticsearch and create the topics in Kafka')
    .addOption(settingsOption())
    .option('--dry-run', 'print the changes without making them')
    .action(async (options) => finish(await (await import('../setup.ts')).setupCommand(options)))
}
