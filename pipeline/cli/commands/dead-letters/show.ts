import type { LetterOptions } from '../../dead-letters.ts'
import type { AddCommand } from '../command.ts'
import { letterOptions } from './options.ts'

export const addDeadLettersShow: AddCommand = (parent, { finish }) => {
  const command = parent
    .command('show')
    .argument('<id>', 'ID in the list: topic/partition/offset or file/position')
    .description('show the dead letters of one record, and what the record becomes today; change nothing')
  for (const option of letterOptions()) command.addOption(option)
  command.action(async (id: string, options: LetterOptions) =>
    finish(await (await import('../../dead-letters.ts')).showLettersCommand(id, options)),
  )
}
