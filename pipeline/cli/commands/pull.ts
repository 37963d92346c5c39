import type { PullOptions } from '../pull.ts'
import type { AddCommand } from './command.ts'
import { outOption, spaceOption } from './shared-options.ts'

export const addPull: AddCommand = (parent, { finish }) => {
  parent
    .command('pull')
    .description(
      'write what Kibana users changed since the last deployment as files: changed members of rules (rules.json) and their own exception items (exceptions.ndjson)',
    )
    .addOption(spaceOption())
    .addOption(outOption('the files').makeOptionMandatory())
    .action(async (options: PullOptions) => finish(await (await import('../pull.ts')).pullCommand(options)))
}
