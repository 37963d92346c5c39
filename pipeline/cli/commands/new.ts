import { Argument, Option } from 'commander'
import type { AddCommand } from './command.ts'

export const addNew: AddCommand = (parent, { finish }) => {
  parent
    .command('new')
    .description(
      'create valid new content in a checkout, or as JSON in your own folder, and print the next steps; never overwrite a file',
    )
    .addArgument(
      new Argument('<kind>', 'kind of content').choices(['mapping', 'sample', 'scenario', 'rule', 'dashboard']),
    )
    .addArgument(
      new Argument(
        '<name>',
        'FOLDER/NAME, such as m365/strange-consent or google-workspace/new-app; NAME for a dashboard',
      ),
    )
    .option('--like <sample...>', 'samples to copy; for a rule, one that must match and one near miss')
    .addOption(
      new Option('--type <type>', 'for a rule: its type (default: query)').choices([
        'query',
        'eql',
        'threshold',
        'new_terms',
      ]),
    )
    .option(
      '--content <dir>',
      'write JSON into this folder, which hunt, rules and dashboards read with the same option (default: the checkout)',
    )
    .option('--from <file>', 'for a mapping: records that provide the names of events and parameters, but no values')
    .action(async (kind, name, options) => finish(await (await import('../new.ts')).newCommand(kind, name, options)))
}
