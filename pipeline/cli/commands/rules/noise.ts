import type { DefineCommand } from '../command.ts'
import { contentOption, jsonOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(contentOption())
    .addOption(
      jsonOption('{"days", "events", "alerts", "alertsAsArrived", "perDay", "rules": […], "diagnostics": […]}'),
    )
    .action(async (options) => finish(await (await import('../../rules-noise.ts')).rulesNoiseCommand(options)))
}
