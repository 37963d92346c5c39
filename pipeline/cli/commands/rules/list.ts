import type { DefineCommand } from '../command.ts'
import { contentOption, environmentOption, jsonOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(jsonOption('{"rules": […]}'))
    .addOption(environmentOption())
    .addOption(contentOption())
    .action(async (options) => finish(await (await import('../../rules-list.ts')).rulesListCommand(options)))
}
