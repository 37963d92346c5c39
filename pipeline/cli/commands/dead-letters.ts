import type { AddCommand } from './command.ts'
import { addDeadLettersList } from './dead-letters/list.ts'
import { addDeadLettersReplay } from './dead-letters/replay.ts'
import { addDeadLettersShow } from './dead-letters/show.ts'

export const addDeadLetters: AddCommand = (parent, context) => {
  const letters = parent
    .command('dead-letters')
    .description('list dead letters, and process their records again after a fix')
  addDeadLettersList(letters, context)
  addDeadLettersShow(letters, context)
  addDeadLettersReplay(letters, context)
}
