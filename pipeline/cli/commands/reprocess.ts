import type { ReprocessCommandOptions } from '../reprocess.ts'
import type { DefineCommand } from './command.ts'
import { settingsOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(settingsOption())
    .option(
      '--since <time>',
      'records that reached Kafka from this time on: a date (UTC), a time with its time zone, or an age such as 12h, 7d or 2w (default: the first record)',
    )
    .option(
      '--until <time>',
      'records that reached Kafka before this time; a date includes its whole day (default: now)',
    )
    .option(
      '--offsets <range>',
      'records of a partition: [TOPIC/]PARTITION:FIRST-LAST; omit FIRST or LAST for an open range; repeat the option for more (default: all)',
      (text: string, before: readonly string[] = []) => [...before, text],
    )
    .option('--namespace <namespace>', 'write to the data streams of this namespace (default: overwrite the documents)')
    .option('--group <group>', 'consumer group of the run (default: KAFKA_GROUP followed by .reprocess)')
    .option('--alert', 'set event.ingested of changed and new documents to now, so that rules read them')
    .option('--dry-run', 'compare and count the differences; write nothing')
    .option('--json', 'print the result as JSON')
    .action(async (options: ReprocessCommandOptions) =>
      finish(await (await import('../reprocess.ts')).reprocessCommand(options)),
    )
}
