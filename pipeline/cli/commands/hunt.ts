// The commands that read records from files or from the vendors.
import { Argument, Option } from 'commander'
import { clouds } from '../../collect/microsoft/clouds.ts'
import type { CommandEntry } from './command.ts'
import {
  configOption,
  contentOption,
  environmentOption,
  filterOptions,
  outOption,
  repeatable,
  severity,
  severityChoices,
  zipOptions,
} from './shared-options.ts'

const variables: readonly (readonly [name: string, about: string])[] = [
  ['AZURE_TENANT_ID', 'Microsoft: tenant ID'],
  ['AZURE_CLIENT_ID', 'Microsoft: client ID of the collector application'],
  ['AZURE_CLIENT_SECRET', 'client secret; or set AZURE_CLIENT_SECRET_FILE to a file with the secret'],
  ['AZURE_CLIENT_CERTIFICATE_PATH', 'alternative: PEM file with certificate and private key'],
  ['AZURE_FEDERATED_TOKEN_FILE', 'alternative: workload identity token file'],
  ['MICROSOFT_CLOUD', `${Object.keys(clouds).join(', ')} (default: global)`],
  ['AZURE_AUTHORITY_HOST', 'custom address of the token service'],
  [
    'MICROSOFT_GRAPH_URL, MICROSOFT_MANAGEMENT_URL',
    'custom addresses of Microsoft Graph and the Management Activity API',
  ],
  ['GOOGLE_APPLICATION_CREDENTIALS', 'Google: JSON key file of the service account'],
  ['GOOGLE_ADMIN_EMAIL', 'Google: administrator that the service account impersonates'],
  ['GOOGLE_CUSTOMER_ID', 'Google: customer ID, C… (default: my_customer)'],
  [
    'GOOGLE_ADMIN_URL, GOOGLE_ALERTS_URL, GOOGLE_TOKEN_URL',
    'custom addresses of the Admin SDK, the Alert Center and the token service',
  ],
]

const verboseOption = () =>
  new Option('--verbose', 'print the time and reason of every alert, rule blind spots and unused approvals')

export const huntCommands = (version: string): readonly CommandEntry[] => [
  {
    name: 'hunt',
    description:
      'run the rules on exported logs; write documents, alerts, dead letters, evidence, timeline, indicators and a report',
    takes: [
      new Argument(
        '<path...>',
        'files or folders; - for standard input. Formats, detected from the content: NDJSON, JSON or CSV, plain, gzipped or in ZIP archives',
      ),
    ],
    options: [
      outOption('the results').default('out'),
      new Option(
        '--report <file>',
        'report file, .html for HTML or .md for Markdown; repeatable (default: report.html in --out)',
      ).argParser(repeatable),
      contentOption(),
      new Option('--apps', 'also list the applications, sorted by review priority, and write them to apps.json'),
      new Option(
        '--redact',
        'also write the evidence, timeline and indicators to redacted/, with pseudonyms for people, tenants and files',
      ),
      new Option(
        '--redact-key <file>',
        'file with the pseudonym key, one line of at least 16 characters; the same key produces the same pseudonyms; created if missing (default: .redaction-key in --out)',
      ),
      verboseOption(),
      new Option('--fail-on <severity>', 'exit with code 1 on an alert of this severity or higher (default: never)')
        .choices(severityChoices)
        .argParser(severity),
      ...zipOptions(),
      environmentOption(),
      configOption(),
      ...filterOptions(),
    ],
    json: 'the summary',
    run: async (paths, options) => (await import('../hunt.ts')).huntCommand(paths, options, { version }),
  },
  {
    name: 'collect',
    description:
      'collect logs and inventories from Microsoft 365, Entra ID and Google Workspace into files for a hunt, or into Kafka for the service; read credentials from environment variables',
    options: [
      new Option('--once', 'collect once into files; run the same command again to continue or to add newer records'),
      new Option(
        '--loop',
        'collect into Kafka until stopped; run several collectors to share the work; each collector resumes where another collector stopped',
      ).conflicts(['once', 'out', 'json']),
      new Option('--check', 'test each permission with one small request, without collecting records').conflicts([
        'once',
        'loop',
        'since',
        'out',
      ]),
      new Option(
        '--config <file>',
        'configuration file of the service, only with --loop; environment variables take precedence (default: none)',
      ).conflicts(['once', 'check']),
      new Option(
        '--since <time>',
        'collect records since this time: a date (UTC), a time with a time zone, or an age such as 12h, 7d or 30d; the unified audit log goes back 7 days: export older records with a Purview audit search (default: 30d, or 1d with --loop)',
      ),
      outOption('the collected files').default('collected'),
      new Option(
        '--no-subscribe',
        'do not start missing subscriptions of the Management Activity API (default: start them)',
      ),
    ],
    json: '',
    more: `\nEnvironment variables:\n${variables.map(([name, about]) => `  ${name}\n      ${about}`).join('\n')}`,
    run: async (options) => (await import('../collect.ts')).collectCommand(options),
  },
  {
    name: 'normalize',
    description: 'print the ECS documents of exported logs as NDJSON',
    takes: [new Argument('<path...>', 'files or folders; - for standard input')],
    options: [
      new Option('--per-record', 'print one line per input record, with the array of its documents'),
      ...zipOptions(),
      environmentOption(),
      configOption(),
    ],
    json: 'one line per document, the same as without --json',
    run: async (paths, options) => (await import('../normalize.ts')).normalizeCommand(paths, options),
  },
  {
    name: 'explain',
    description: 'show the documents of one record, its unmapped values, and why each rule matches or does not match',
    takes: [
      new Argument(
        '<path>',
        'file, member of a ZIP archive (export.zip/audit.json), or folder with --id; - for standard input',
      ),
    ],
    options: [
      new Option(
        '--record <n>',
        'zero-based index of the record in the file (`offset` in dead-letters.ndjson) (default: the only record)',
      ).argParser(Number),
      new Option(
        '--id <id>',
        'explain the record of the document with this _id (`events._id` in alerts.ndjson) or event.id (default: --record)',
      ),
      new Option(
        '--rule <id>',
        'show one rule clause by clause: ID, ID prefix, name, or file such as m365/credential-added (default: all rules)',
      ),
      contentOption(),
      new Option(
        '--history',
        'read the whole input, so that the entity store annotates the document: first seen, known grants, deactivated accounts',
      ),
      ...zipOptions(),
      environmentOption(),
      configOption(),
    ],
    json: 'the explanation',
    run: async (path, options) => (await import('../explain.ts')).explainCommand(path, options),
  },
  {
    name: 'coverage',
    description: 'show mapping gaps for exported logs: unknown fields, unknown events, rules without input',
    takes: [new Argument('<path...>', 'files or folders; - for standard input')],
    options: [...zipOptions(), environmentOption(), configOption()],
    json: 'all rows; the tables list only the most frequent rows',
    run: async (paths, options) => (await import('../coverage.ts')).coverageCommand(paths, options),
  },
  {
    name: 'demo',
    description:
      'run a hunt on the bundled demo: a fictional tenant (environment.example.yaml) with one week of benign activity and one attack',
    options: [
      outOption('the records and the results').default('out/demo'),
      new Option('--kafka', 'send the records to Kafka without a hunt (KAFKA_BROKERS, KAFKA_TOPICS)'),
      verboseOption(),
      ...filterOptions(),
    ],
    json: 'the summary',
    run: async (options) => (await import('../demo.ts')).demoCommand(options, { version }),
  },
]
