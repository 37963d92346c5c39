// The commands that process the records in Kafka.
import { Argument, Option } from 'commander'
import { deadLetterCodes } from '../../outcome.ts'
import type { CommandEntry } from './command.ts'
import { environmentOption, positiveCount, repeatable, settingsOption } from './shared-options.ts'

const backfillOption = () =>
  new Option('--backfill', 'set event.ingested to the event time, so that old records raise no alerts')

/** Options that locate the dead letters and select the letters for a command. */
const letterOptions = () => [
  settingsOption(),
  environmentOption(),
  new Option('--file <path>', 'read dead-letters.ndjson from a hunt (default: the topic in KAFKA_DEAD_LETTER_TOPIC)'),
  new Option(
    '--code <code>',
    `select dead letters with this code; repeatable: ${Object.keys(deadLetterCodes).join(', ')} (default: all)`,
  ).argParser(repeatable),
  new Option('--dataset <dataset>', 'select dead letters of this dataset; repeatable (default: all)').argParser(
    repeatable,
  ),
  new Option(
    '--since <time>',
    'select dead letters since this time: a date (UTC), a time with a time zone, or an age such as 12h, 7d or 2w (default: the first dead letter)',
  ),
  new Option('--until <time>', 'select dead letters before this time; a date includes the whole day (default: now)'),
]

export const serviceCommands = (version: string): readonly CommandEntry[] => [
  {
    name: 'run',
    description: 'run the service: read records from Kafka, write documents to Elasticsearch',
    options: [
      settingsOption(),
      environmentOption(),
      backfillOption(),
      new Option(
        '--until-idle <seconds>',
        'stop after this many seconds without records (default: run until stopped)',
      ).argParser(Number),
      new Option('--discard', 'discard all documents, to measure the overhead of the service'),
    ],
    json: null,
    run: async (options) => (await import('../run.ts')).runCommand(options, version),
  },
  {
    name: 'dead-letters',
    description: 'list dead letters and reprocess their records after a fix',
    commands: [
      {
        name: 'list',
        description: 'list dead letters and count them by code; change nothing',
        options: [
          new Option('--limit <number>', 'maximum number of dead letters to show, newest first')
            .argParser(positiveCount('--limit'))
            .default(50),
          ...letterOptions(),
        ],
        json: 'one line per dead letter with its record; --limit does not apply',
        run: async (options) => (await import('../dead-letters.ts')).listLettersCommand(options),
      },
      {
        name: 'show',
        description: 'show the dead letters of one record and the result of a new processing attempt; change nothing',
        takes: [new Argument('<id>', 'ID from the list: topic/partition/offset or file/position')],
        options: letterOptions(),
        json: '{"letters": […]}',
        run: async (id, options) => (await import('../dead-letters.ts')).showLettersCommand(id, options),
      },
      {
        name: 'replay',
        description: 'reprocess the records of dead letters and report each outcome; a second replay changes nothing',
        options: [
          new Option('--id <id>', 'replay the dead letters of one record (default: all)'),
          backfillOption(),
          ...letterOptions(),
        ],
        json: 'one line per outcome',
        run: async (options) => (await import('../dead-letters.ts')).replayLettersCommand(options),
      },
    ],
  },
  {
    name: 'reprocess',
    description: 'regenerate stored documents from the records in Kafka',
    options: [
      settingsOption(),
      environmentOption(),
      new Option(
        '--since <time>',
        'reprocess records written to Kafka since this time: a date (UTC), a time with a time zone, or an age such as 12h, 7d or 2w (default: the first record)',
      ),
      new Option(
        '--until <time>',
        'reprocess records written to Kafka before this time; a date includes the whole day (default: now)',
      ),
      new Option(
        '--offsets <range>',
        'reprocess records of a partition: [TOPIC/]PARTITION:FIRST-LAST; omit FIRST or LAST for an open range; repeatable (default: all)',
      ).argParser(repeatable),
      new Option(
        '--namespace <namespace>',
        'write to the data streams of this namespace (default: overwrite the stored documents)',
      ),
      new Option('--group <group>', 'consumer group of the run (default: KAFKA_GROUP with the suffix .reprocess)'),
      new Option(
        '--alert',
        'set event.ingested of new and changed documents to the current time, so that rules evaluate them',
      ),
      new Option('--dry-run', 'count the differences without writing documents'),
    ],
    json: '',
    run: async (options) => (await import('../reprocess.ts')).reprocessCommand(options),
  },
]
