import type { PullOptions } from '../pull.ts'
import type { DefineCommand } from './command.ts'
import { outOption, spaceOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(spaceOption())
    .addOption(outOption('the files').makeOptionMandatory())
    .action(async (options: PullOptions) => finish(await (await import('../pull.ts')).pullCommand(options)))
}
