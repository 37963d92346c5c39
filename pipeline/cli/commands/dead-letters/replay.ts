import type { LetterReplayOptions } from '../../dead-letters-replay.ts'
import type { AddCommand } from '../command.ts'
import { jsonOption } from '../shared-options.ts'
import { letterOptions } from './options.ts'

export const addDeadLettersReplay: AddCommand = (parent, { finish }) => {
  const command = parent
    .command('replay')
    .description('process the records of dead letters again and report each outcome; a second replay changes nothing')
    .option('--id <id>', 'replay the letters of one record (default: all)')
    .option('--backfill', 'set event.ingested to the event time, so that old records raise no alerts')
    .addOption(jsonOption('a line for each outcome'))
  for (const option of letterOptions()) command.addOption(option)
  command.action(async (options: LetterReplayOptions) =>
    finish(await (await import('../../dead-letters-replay.ts')).replayLettersCommand(options)),
  )
}
