import type { AddCommand } from './command.ts'

export const addSetup: AddCommand = (parent, { finish }) => {
  parent
    .command('setup')
    .description('install templates in Elasticsearch and create topics in Kafka; changes nothing that is not ours')
    .option('--config <file>', 'configuration file; environment variables win over it')
    .option('--dry-run', 'say what would change')
    .action(async (options) => finish(await (await import('../setup.ts')).setupCommand(options)))
}
