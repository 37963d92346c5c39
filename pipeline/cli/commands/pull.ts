import type { PullOptions } from '../pull.ts'
import type { AddCommand } from './command.ts'
import { spaceOption } from './shared-options.ts'

export const addPull: AddCommand = (parent, { finish }) => {
  parent
    .command('pull')
    .description(
      'write what Kibana users changed since the last deployment as files: changed members of rules (rules.json) and their own exception items (exceptions.ndjson)',
    )
    .addOption(spaceOption())
    .requiredOption('--out <dir>', 'folder for the files')
    .action(async (options: PullOptions) => finish(await (await import('../pull.ts')).pullCommand(options)))
}
