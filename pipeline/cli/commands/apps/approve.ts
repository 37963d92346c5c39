import { Option } from 'commander'
import type { ApproveOptions } from '../../apps.ts'
import type { AddCommand } from '../command.ts'
import { environmentOption, severityChoices } from '../shared-options.ts'

export const addAppsApprove: AddCommand = (parent, { finish }) => {
  parent
    .command('approve')
    .description('write an approval into the environment file')
    .argument('<id>', 'client id')
    .requiredOption('--reason <text>', 'why it is allowed')
    .option('--name <text>', 'its name, for the reader of the file')
    .requiredOption('--owner <text>', 'who answers for it')
    .requiredOption('--expires <day>', 'the last day of the approval, 2027-03-31')
    .addOption(
      new Option('--tier <tier>', 'the highest tier of permissions that is allowed')
        .choices(severityChoices)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--uses <use...>', 'what for').choices(['entry', 'consent', 'use']).default(['consent', 'use']),
    )
    .option('--owner-tenant <id>', 'tenant where it is registered: documents that name another are not covered')
    .addOption(environmentOption())
    .action(async (id, options: ApproveOptions) =>
      finish(await (await import('../../apps.ts')).appsApproveCommand(id, options)),
    )
}
