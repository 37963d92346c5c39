// The commands that install the product in Elasticsearch and Kibana, and check the installation.
import { Option } from 'commander'
import type { CommandEntry } from './command.ts'
import {
  contentOption,
  environmentOption,
  outOption,
  positiveNumber,
  repeatable,
  settingsOption,
  spaceOption,
  suppressionOptions,
} from './shared-options.ts'

export const deployOptions = () => [
  settingsOption(),
  environmentOption(),
  contentOption(),
  ...suppressionOptions(),
  spaceOption(),
  new Option(
    '--enable <severity|vendor|rule>',
    'enable the rules of this severity or higher, the rules for m365 or google-workspace, or one rule by ID or name; repeatable (default: none)',
  ).argParser(repeatable),
  new Option('--yes', 'write the changes; without --yes, only list them'),
  new Option(
    '--dry-run',
    'print the changes without writing them (the default without --yes); exit with code 1 if there are changes',
  ),
  new Option('--overwrite', 'overwrite changes that Kibana users made since the last deployment'),
  new Option(
    '--prune',
    'delete objects from earlier deployments that are no longer in the pack; keep those that Kibana users changed, unless --overwrite is set',
  ),
]

export const installationCommands = (version: string): readonly CommandEntry[] => [
  {
    name: 'setup',
    description:
      'install the Consentry templates in Elasticsearch and create the topics in Kafka; with ES_SERVICE_PASSWORD, create the role and user of the service; with KIBANA_SYSTEM_PASSWORD, set the password of kibana_system',
    options: [
      settingsOption(),
      new Option('--dry-run', 'print the changes without making them; exit with code 1 if there are changes'),
    ],
    json: '{"dryRun", "changes": [{"kind", "name", "change"}, …]}',
    run: async (options) => (await import('../setup.ts')).setupCommand(options),
  },
  {
    name: 'deploy',
    description:
      'deploy templates, data views, dashboards, Discover sessions, exception lists and rules to Elasticsearch and Kibana; keep changes by Kibana users',
    options: deployOptions(),
    json: '',
    run: async (options) => (await import('../deploy.ts')).deployCommand('everything', options),
  },
  {
    name: 'pull',
    description:
      'write changes by Kibana users since the last deployment to files: changed rule properties (rules.json) and added exception items (exceptions.ndjson)',
    options: [settingsOption(), spaceOption(), outOption('the files').makeOptionMandatory()],
    json: '{"changed": […], "exceptions": […], "files": […]}',
    run: async (options) => (await import('../pull.ts')).pullCommand(options),
  },
  {
    name: 'undeploy',
    description:
      'delete the deployed objects from Kibana: rules, exception lists, dashboards, Discover sessions, data views; keep documents, templates and alerts',
    options: [
      settingsOption(),
      contentOption(),
      spaceOption(),
      new Option('--yes', 'delete the objects; without --yes, only list them, and exit with code 1 if there are any'),
    ],
    json: '',
    run: async (options) => (await import('../undeploy.ts')).undeployCommand(options),
  },
  {
    name: 'verify',
    description:
      'test the rule pack in your own Kibana: deploy it to a new space, replay its evidence in a new namespace, compare actual and expected alerts, open every dashboard, and clean up',
    options: [
      settingsOption(),
      contentOption(),
      new Option('--space <space>', 'Kibana space: name of the new space (default: consentry-verify-<random>)'),
      new Option(
        '--rule <rule>',
        'verify this rule: ID, name or folder; repeatable (default: all active rules)',
      ).argParser(repeatable),
      new Option('--report <file>', 'Markdown file for the report').default('consentry-verify.md'),
      new Option('--timeout <minutes>', 'maximum time for Kibana to run the rules')
        .argParser(positiveNumber('--timeout'))
        .default(12),
      new Option('--keep', 'keep the space and the documents for inspection'),
      new Option('--dry-run', 'print the plan without connecting to a server'),
    ],
    json: '',
    run: async (options) => (await import('../verify.ts')).verifyCommand(options, version),
  },
  {
    name: 'doctor',
    description:
      'check an installation and suggest fixes: environment file, IP address databases, Kafka, Elasticsearch, log sources, rules in Kibana; change nothing',
    options: [settingsOption(), environmentOption(), contentOption(), spaceOption()],
    json: '[{"area", "verdict", "message", "todo"}, …]',
    run: async (options) => (await import('../doctor.ts')).doctorCommand(options),
  },
]
