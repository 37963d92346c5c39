import type { DefineCommand } from './command.ts'
import { settingsOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(settingsOption())
    .option('--dry-run', 'print the changes without making them')
    .action(async (options) => finish(await (await import('../setup.ts')).setupCommand(options)))
}
