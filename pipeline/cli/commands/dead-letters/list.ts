import type { LetterListOptions } from '../../dead-letters.ts'
import type { DefineCommand } from '../command.ts'
import { jsonOption, positiveNumber } from '../shared-options.ts'
import { letterOptions } from './options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .option('--limit <number>', 'maximum number of letters to show, newest first', positiveNumber('--limit'), 50)
    .addOption(jsonOption('a line for each letter, with its record'))
  for (const option of letterOptions()) command.addOption(option)
  command.action(async (options: LetterListOptions) =>
    finish(await (await import('../../dead-letters.ts')).listLettersCommand(options)),
  )
}
