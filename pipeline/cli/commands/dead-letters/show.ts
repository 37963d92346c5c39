import type { LetterOptions } from '../../dead-letters.ts'
import type { DefineCommand } from '../command.ts'
import { letterOptions } from './options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command.argument('<id>', 'ID in the list: topic/partition/offset or file/position')
  for (const option of letterOptions()) command.addOption(option)
  command.action(async (id: string, options: LetterOptions) =>
    finish(await (await import('../../dead-letters.ts')).showLettersCommand(id, options)),
  )
}
