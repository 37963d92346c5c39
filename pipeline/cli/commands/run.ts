import type { RunCommandOptions } from '../run.ts'
import type { AddCommand } from './command.ts'

export const addRun: AddCommand = (parent, { finish }) => {
  parent
    .command('run')
    .description('run the service: Kafka in, Elasticsearch out')
    .option('--config <file>', 'configuration file; environment variables win over it')
    .option('--backfill', 'set event.ingested to the event time, so that history does not alert')
    .option('--until-idle <seconds>', 'end when for so long nothing came', Number)
    .option('--discard', 'store nothing: measures what the service itself costs')
    .action(async (options: RunCommandOptions) => finish(await (await import('../run.ts')).runCommand(options)))
}
