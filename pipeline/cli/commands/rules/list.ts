import type { AddCommand } from '../command.ts'
import { contentOption, environmentOption, jsonOption } from '../shared-options.ts'

export const addRulesList: AddCommand = (parent, { finish }) => {
  parent
    .command('list')
    .description('list the rules')
    .addOption(jsonOption('{"rules": […]}'))
    .addOption(environmentOption())
    .addOption(contentOption())
    .action(async (options) => finish(await (await import('../../rules.ts')).rulesListCommand(options)))
}
