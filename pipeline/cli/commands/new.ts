import { Argument } from 'commander'
import type { AddCommand } from './command.ts'

export const addNew: AddCommand = (parent, { finish }) => {
  parent
    .command('new')
    .description('lay new content into a checkout, valid at once, and say what to do next; never writes over a file')
    .addArgument(new Argument('<kind>', 'what to lay').choices(['mapping', 'sample', 'scenario', 'rule', 'dashboard']))
    .addArgument(
      new Argument('<name>', 'FOLDER/NAME (m365/strange-consent, google-workspace/new-app); of a dashboard NAME'),
    )
    .option('--like <sample...>', 'samples to begin with: for a rule one that must match and a near miss')
    .option('--from <file>', 'of a mapping: records to learn the names of events and parameters from, no values')
    .action(async (kind, name, options) => finish(await (await import('../new.ts')).newCommand(kind, name, options)))
}
