// The commands that read records from files or from the vendors.
import { Argument, Option } from 'commander'
import { clouds } from '../../collect/microsoft/clouds.ts'
import type { CommandEntry } from './command.ts'
import {
  configOption,
  contentOption,
  environmentOption,
  filterOptions,
  jsonOption,
  outOption,
  positiveNumber,
  repeatable,
  settingsOption,
  severityChoices,
} from './shared-options.ts'

/** Every variable that `collect` reads. */
const variables: readonly (readonly [name: string, about: string])[] = [
  ['AZURE_TENANT_ID', 'Microsoft: ID of the tenant'],
  ['AZURE_CLIENT_ID', 'Microsoft: ID of the application that collects'],
  ['AZURE_CLIENT_SECRET', 'its secret; AZURE_CLIENT_SECRET_FILE names a file with the secret'],
  ['AZURE_CLIENT_CERTIFICATE_PATH', 'instead: PEM file with certificate and key'],
  ['AZURE_FEDERATED_TOKEN_FILE', 'instead: file with the token of a workload identity'],
  ['MICROSOFT_CLOUD', `${Object.keys(clouds).join(', ')} (default: global)`],
  ['AZURE_AUTHORITY_HOST', 'other address of the token service'],
  ['MICROSOFT_GRAPH_URL, MICROSOFT_MANAGEMENT_URL', 'other addresses of Graph and of the Management Activity API'],
  ['GOOGLE_APPLICATION_CREDENTIALS', 'Google: JSON file with the key of the service account'],
  ['GOOGLE_ADMIN_EMAIL', 'Google: administrator that the service account acts for'],
  ['GOOGLE_CUSTOMER_ID', 'Google: ID of the customer, C… (default: my_customer)'],
  [
    'GOOGLE_ADMIN_URL, GOOGLE_ALERTS_URL, GOOGLE_TOKEN_URL',
    'other addresses of the Admin SDK, the Alert Center and the token service',
  ],
]

export const huntCommands = (version: string): readonly CommandEntry[] => [
  {
    name: 'hunt',
    description:
      'run the rules on exported logs; write documents, alerts, dead letters, evidence, timeline, indicators and a report',
    takes: [
      new Argument(
        '<path...>',
        'files or folders; - for standard input. NDJSON, JSON or CSV, plain, gzip or in ZIP archives; the content determines the format',
      ),
    ],
    options: [
      outOption('the results').default('out'),
      new Option(
        '--report <file>',
        'report file; .html writes HTML, .md writes Markdown; repeat the option for both (default: report.html in --out)',
      ).argParser(repeatable),
      contentOption(),
      new Option('--apps', 'also list the applications, sorted by review priority, and write them to apps.json'),
      new Option(
        '--redact',
        'also write the evidence, timeline and indicators to redacted/, with pseudonyms for people and tenants',
      ),
      jsonOption('the summary'),
      new Option('--verbose', 'list the blind spots of the rules and the approvals that had no effect'),
      new Option(
        '--fail-on <severity>',
        'exit with code 1 on an alert of this severity or higher (default: never)',
      ).choices(severityChoices),
      new Option('--max-members <count>', 'read ZIP archives of at most this many members (default: 10000)').argParser(
        positiveNumber('--max-members'),
      ),
      new Option('--max-extracted <gigabytes>', 'read ZIP archives up to this extracted size (default: 20)').argParser(
        positiveNumber('--max-extracted'),
      ),
      environmentOption(),
      configOption(),
      ...filterOptions(),
    ],
    run: async (paths, options) => (await import('../hunt.ts')).huntCommand(paths, options, { version }),
  },
  {
    name: 'collect',
    description:
      'collect logs and inventories of Microsoft 365, Entra ID and Google Workspace into files for a hunt, or into Kafka for the service; credentials come from environment variables',
    options: [
      new Option('--once', 'collect once into files; run the same command again to continue or to add newer records'),
      new Option(
        '--loop',
        'collect into Kafka until stopped; several collectors share the work, and each continues after the others',
      ).conflicts(['once', 'out', 'json']),
      new Option('--check', 'check each permission with one small request, and collect nothing').conflicts([
        'once',
        'loop',
      ]),
      settingsOption().conflicts(['once', 'check']),
      new Option(
        '--since <time>',
        'collect records from this time on: a date (UTC), a time with its time zone, or an age such as 12h, 7d or 30d (default: 30d; with --loop 1d). The unified audit log goes back 7 days: export older records as a Purview audit search',
      ),
      outOption('the collected files').default('collected'),
      new Option(
        '--no-subscribe',
        'do not start missing subscriptions of the Management Activity API (default: start them)',
      ),
      jsonOption(),
    ],
    more: `\nEnvironment variables:\n${variables.map(([name, about]) => `  ${name}\n      ${about}`).join('\n')}`,
    run: async (options) => (await import('../collect.ts')).collectCommand(options),
  },
  {
    name: 'normalize',
    description: 'print the ECS documents of exported logs as NDJSON',
    takes: [new Argument('<path...>', 'files or folders; - for standard input')],
    options: [
      new Option('--per-record', 'print one line for each input record: the array of its documents'),
      environmentOption(),
      configOption(),
    ],
    run: async (paths, options) => (await import('../normalize.ts')).normalizeCommand(paths, options),
  },
  {
    name: 'explain',
    description:
      'show how one record becomes documents, which values are not mapped, and why each rule matches or does not match',
    takes: [new Argument('<path>', 'file, or folder with --id; - for standard input')],
    options: [
      new Option(
        '--record <n>',
        'number of the record in the file, from 0 (`offset` in dead-letters.ndjson) (default: the only record)',
      ).argParser(Number),
      new Option(
        '--id <id>',
        'record of the document with this _id (`events._id` in alerts.ndjson) or event.id (default: --record)',
      ),
      new Option(
        '--rule <id>',
        'show one rule clause by clause: id, beginning of the id, name, or file such as m365/credential-added (default: all rules)',
      ),
      contentOption(),
      new Option(
        '--history',
        'read the whole input, so that the entity store annotates the document: first seen, known grants, ended accounts',
      ),
      jsonOption('the explanation'),
      environmentOption(),
      configOption(),
    ],
    run: async (path, options) => (await import('../explain.ts')).explainCommand(path, options),
  },
  {
    name: 'coverage',
    description: 'show gaps in the mappings of exported logs: unknown members, unknown events, rules without input',
    takes: [new Argument('<path...>', 'files or folders; - for standard input')],
    options: [jsonOption('all rows; the tables list only the most frequent ones'), environmentOption(), configOption()],
    run: async (paths, options) => (await import('../coverage.ts')).coverageCommand(paths, options),
  },
  {
    name: 'demo',
    description: 'run a hunt on the bundled demo: a fictional tenant with one week of benign activity and one attack',
    options: [
      outOption('the records and the results').default('out/demo'),
      jsonOption('the summary'),
      new Option('--kafka', 'send the records to Kafka instead (KAFKA_BROKERS, KAFKA_TOPICS)'),
      ...filterOptions(),
    ],
    run: async (options) => (await import('../demo.ts')).demoCommand(options, { version }),
  },
]
