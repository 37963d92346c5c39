import { Option } from 'commander'
import type { ApproveOptions } from '../../apps.ts'
import type { DefineCommand } from '../command.ts'
import { environmentOption, severityChoices } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .argument('<id>', 'client ID')
    .requiredOption('--reason <text>', 'reason for the approval')
    .option('--name <text>', 'display name of the application, as a note in the file (default: none)')
    .requiredOption('--owner <text>', 'person or team responsible for the application')
    .requiredOption('--expires <date>', 'last day of the approval, for example 2027-03-31')
    .addOption(
      new Option('--tier <tier>', 'highest permission tier that the approval covers')
        .choices(severityChoices)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--uses <use...>', 'activities that the approval covers')
        .choices(['entry', 'consent', 'use'])
        .default(['consent', 'use']),
    )
    .option(
      '--owner-tenant <id>',
      'tenant where the application is registered; the approval does not cover documents that name another tenant (default: any tenant)',
    )
    .addOption(environmentOption())
    .action(async (id, options: ApproveOptions) =>
      finish(await (await import('../../apps.ts')).appsApproveCommand(id, options)),
    )
}
