import type { DefineCommand } from './command.ts'
import { jsonOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(jsonOption('{"ok", "diagnostics": […]}'))
    .action(async (options) => finish(await (await import('../validate.ts')).validateCommand(options)))
}
