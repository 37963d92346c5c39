// Where dead letters are, and which of them a command takes.
import { Option } from 'commander'
import { deadLetterCodes } from '../../../outcome.ts'
import { settingsOption } from '../shared-options.ts'

const repeatable = (text: string, before: readonly string[] = []): readonly string[] => [...before, text]

export const letterOptions = () => [
  settingsOption(),
  new Option('--file <path>', 'read the dead-letters.ndjson of a hunt (default: the topic of KAFKA_DEAD_LETTER_TOPIC)'),
  new Option(
    '--code <code>',
    `select letters with this code; repeat the option for more: ${Object.keys(deadLetterCodes).join(', ')} (default: all)`,
  ).argParser(repeatable),
  new Option(
    '--dataset <dataset>',
    'select letters of this dataset; repeat the option for more (default: all)',
  ).argParser(repeatable),
  new Option(
    '--since <time>',
    'select letters written at or after this time: a date (UTC), a time with its time zone, or an age such as 12h, 7d or 2w (default: the first letter)',
  ),
  new Option('--until <time>', 'select letters written before this time; a date includes its whole day (default: now)'),
]
