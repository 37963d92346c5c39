import type { DiffOptions } from '../../deploy.ts'
import type { DefineCommand } from '../command.ts'
import { contentOption, environmentOption, jsonOption, spaceOption, suppressionOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .addOption(spaceOption())
    .addOption(jsonOption('{"rules": […], "exceptions": […], "left": […]}'))
    .action(async (options: DiffOptions) => finish(await (await import('../../deploy.ts')).rulesDiffCommand(options)))
}
