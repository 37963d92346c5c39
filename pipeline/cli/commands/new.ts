import { Argument, Option } from 'commander'
import { isCheckout } from '../../../mappings/kernel/package-root.ts'
import type { DefineCommand } from './command.ts'

/** Content that can be JSON; a mapping is source code. */
const contentKinds = ['sample', 'scenario', 'rule', 'dashboard']

export const define: DefineCommand = (command, { finish }) => {
  const inCheckout = isCheckout()
  command
    .addArgument(
      new Argument('<kind>', 'kind of content').choices(inCheckout ? ['mapping', ...contentKinds] : contentKinds),
    )
    .addArgument(
      new Argument(
        '<name>',
        'FOLDER/NAME, such as m365/strange-consent or google-workspace/new-app; NAME for a dashboard',
      ),
    )
    .option('--like <sample...>', 'samples to copy; for a rule, one that must match and one near miss (default: none)')
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
      `folder with your own rules, scenarios, samples and dashboards as JSON: the new files go there${inCheckout ? ' (default: the checkout)' : ' (required)'}`,
    )
    .addOption(
      new Option(
        '--from <file>',
        'for a mapping: records that provide the names of events and parameters, but no values (default: none)',
      ).hideHelp(!inCheckout),
    )
    .action(async (kind, name, options) => finish(await (await import('../new.ts')).newCommand(kind, name, options)))
}
