import type { LetterReplayOptions } from '../../dead-letters-replay.ts'
import type { DefineCommand } from '../command.ts'
import { jsonOption } from '../shared-options.ts'
import { letterOptions } from './options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .option('--id <id>', 'replay the letters of one record (default: all)')
    .option('--backfill', 'set event.ingested to the event time, so that old records raise no alerts')
    .addOption(jsonOption('a line for each outcome'))
  for (const option of letterOptions()) command.addOption(option)
  command.action(async (options: LetterReplayOptions) =>
    finish(await (await import('../../dead-letters-replay.ts')).replayLettersCommand(options)),
  )
}
