import { Argument, Option } from 'commander'
import type { CommandEntry } from './command.ts'
import { environmentOption, severity, severityChoices, zipOptions } from './shared-options.ts'

const exportArgument = () =>
  new Argument('[path...]', 'exported logs; omit PATH to read the entity store at ES_URL or --config')
const idAndExport = () => [
  new Argument('<id>', 'client ID, object ID, or a unique part of the ID or name'),
  exportArgument(),
]
const formatOption = () =>
  new Option('--format <format>', 'format of the list; --json selects json')
    .choices(['table', 'csv', 'json', 'markdown'])
    .default('table')
const tenantOption = () =>
  new Option('--tenant <name>', 'tenant of the application: its ID or its name (default: the only tenant that has it)')
const firstPartyOption = () =>
  new Option(
    '--first-party',
    'include applications from Microsoft and Google that received a grant or were changed; only a hunt shows the use of their other clients',
  )
const sourceOptions = () => [
  new Option(
    '--config <file>',
    'configuration file with the Elasticsearch address, used without PATH (default: ES_URL)',
  ),
  environmentOption(),
  ...zipOptions(),
]

export const appCommands = (): readonly CommandEntry[] => [
  {
    name: 'list',
    isDefault: true,
    description: 'list the applications, sorted by review priority',
    takes: [exportArgument()],
    options: [
      formatOption(),
      new Option(
        '--account <text>',
        'address of an account, or a part of it; list only the applications that the account owns or changed, or for which it granted or holds access (default: all applications)',
      ),
      firstPartyOption(),
      ...sourceOptions(),
    ],
    json: '{"apps": […]}',
    run: async (paths, options) => (await import('../apps.ts')).appsListCommand(paths, options),
  },
  {
    name: 'review',
    description:
      'list applications that are new or changed since the last review, or due for review; with --done, record the review',
    takes: [exportArgument()],
    options: [
      new Option(
        '--state <file>',
        'file with the state of the last review; the first review with --done creates it',
      ).makeOptionMandatory(),
      new Option('--done', 'record this review in the state file; the next review starts from it'),
      new Option('--by <name>', 'name of the reviewer (default: none)'),
      new Option('--note <text>', 'note to store with the review (default: none)'),
      new Option('--fail-on-change', 'exit with code 1 if an application needs a review'),
      formatOption(),
      firstPartyOption(),
      ...sourceOptions(),
    ],
    json: '',
    run: async (paths, options) => (await import('../apps-review.ts')).appsReviewCommand(paths, options),
  },
  {
    name: 'show',
    description: 'show the history of one application: grants, accounts, changes',
    takes: idAndExport(),
    options: [tenantOption(), ...sourceOptions()],
    json: 'the application',
    run: async (id, paths, options) => (await import('../apps.ts')).appsShowCommand(id, paths, options),
  },
  {
    name: 'delegations',
    description:
      'list the domain-wide delegations of Google Workspace; Consentry reconstructs them from events, because no API lists them',
    takes: [exportArgument()],
    options: [formatOption(), ...sourceOptions()],
    json: '{"delegations": […]}',
    run: async (paths, options) => (await import('../apps-delegations.ts')).appsDelegationsCommand(paths, options),
  },
  {
    name: 'contain',
    description:
      'print the commands that revoke the access of an application, and list the side effects of these commands; run nothing',
    takes: idAndExport(),
    options: [tenantOption(), ...sourceOptions()],
    json: '{"id", "name", "tenant", "breaks": […], "steps": […], "gaps": […]}',
    run: async (id, paths, options) => (await import('../apps.ts')).appsContainCommand(id, paths, options),
  },
  {
    name: 'approve',
    description: 'add an approval to the environment file; create the file if it does not exist',
    takes: idAndExport(),
    options: [
      new Option('--reason <text>', 'reason for the approval').makeOptionMandatory(),
      new Option('--name <text>', 'display name of the application, as a note in the file (default: none)'),
      new Option('--owner <text>', 'person or team responsible for the application').makeOptionMandatory(),
      new Option('--expires <date>', 'last day of the approval, for example 2027-03-31').makeOptionMandatory(),
      new Option('--tier <tier>', 'highest permission tier that the approval covers')
        .choices(severityChoices)
        .argParser(severity)
        .makeOptionMandatory(),
      new Option(
        '--uses <use...>',
        'activities that the approval covers (default: the activities of the renewed approval, otherwise consent use)',
      ).choices(['entry', 'consent', 'use']),
      new Option(
        '--owner-tenant <id>',
        'home tenant of the application; the approval does not cover documents with another home tenant (default: any tenant)',
      ),
      tenantOption(),
      ...sourceOptions(),
    ],
    json: '{"id", "file", "replaced"}',
    run: async (id, paths, options) => (await import('../apps.ts')).appsApproveCommand(id, paths, options),
  },
]
