// The commands that process the records in Kafka.
import { Argument, Option } from 'commander'
import { deadLetterCodes } from '../../outcome.ts'
import type { CommandEntry } from './command.ts'
import { jsonOption, positiveNumber, repeatable, settingsOption } from './shared-options.ts'

const backfillOption = () =>
  new Option('--backfill', 'set event.ingested to the event time, so that old records raise no alerts')

/** Where dead letters are, and which of them a command takes. */
const letterOptions = () => [
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

export const serviceCommands = (): readonly CommandEntry[] => [
  {
    name: 'run',
    description: 'run the service: read records from Kafka, write documents to Elasticsearch',
    options: [
      settingsOption(),
      backfillOption(),
      new Option(
        '--until-idle <seconds>',
        'stop after this many seconds without records (default: run until stopped)',
      ).argParser(Number),
      new Option('--discard', 'store nothing; use this option to measure the cost of the service itself'),
    ],
    run: async (options) => (await import('../run.ts')).runCommand(options),
  },
  {
    name: 'dead-letters',
    description: 'list dead letters, and process their records again after a fix',
    commands: [
      {
        name: 'list',
        description: 'list dead letters and count them by code; change nothing',
        options: [
          new Option('--limit <number>', 'maximum number of letters to show, newest first')
            .argParser(positiveNumber('--limit'))
            .default(50),
          jsonOption('a line for each letter, with its record'),
          ...letterOptions(),
        ],
        run: async (options) => (await import('../dead-letters.ts')).listLettersCommand(options),
      },
      {
        name: 'show',
        description: 'show the dead letters of one record, and the result of processing the record now; change nothing',
        takes: [new Argument('<id>', 'ID in the list: topic/partition/offset or file/position')],
        options: letterOptions(),
        run: async (id, options) => (await import('../dead-letters.ts')).showLettersCommand(id, options),
      },
      {
        name: 'replay',
        description:
          'process the records of dead letters again and report each outcome; a second replay changes nothing',
        options: [
          new Option('--id <id>', 'replay the letters of one record (default: all)'),
          backfillOption(),
          jsonOption('a line for each outcome'),
          ...letterOptions(),
        ],
        run: async (options) => (await import('../dead-letters-replay.ts')).replayLettersCommand(options),
      },
    ],
  },
  {
    name: 'reprocess',
    description: 'regenerate stored documents from the records of the topics; a second run changes nothing',
    options: [
      settingsOption(),
      new Option(
        '--since <time>',
        'records that reached Kafka from this time on: a date (UTC), a time with its time zone, or an age such as 12h, 7d or 2w (default: the first record)',
      ),
      new Option(
        '--until <time>',
        'records that reached Kafka before this time; a date includes its whole day (default: now)',
      ),
      new Option(
        '--offsets <range>',
        'records of a partition: [TOPIC/]PARTITION:FIRST-LAST; omit FIRST or LAST for an open range; repeat the option for more (default: all)',
      ).argParser(repeatable),
      new Option(
        '--namespace <namespace>',
        'write to the data streams of this namespace (default: overwrite the documents)',
      ),
      new Option('--group <group>', 'consumer group of the run (default: KAFKA_GROUP followed by .reprocess)'),
      new Option('--alert', 'set event.ingested of changed and new documents to now, so that rules read them'),
      new Option('--dry-run', 'compare and count the differences; write nothing'),
      jsonOption(),
    ],
    run: async (options) => (await import('../reprocess.ts')).reprocessCommand(options),
  },
]
