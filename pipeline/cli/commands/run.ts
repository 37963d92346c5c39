import type { RunCommandOptions } from '../run.ts'
import type { DefineCommand } from './command.ts'
import { settingsOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(settingsOption())
    .option('--backfill', 'set event.ingested to the event time, so that old records raise no alerts')
    .option(
      '--until-idle <seconds>',
      'stop after this many seconds without records (default: run until stopped)',
      Number,
    )
    .option('--discard', 'store nothing; use this option to measure the cost of the service itself')
    .action(async (options: RunCommandOptions) => finish(await (await import('../run.ts')).runCommand(options)))
}
