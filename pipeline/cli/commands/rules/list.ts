import type { AddCommand } from '../command.ts'
import { contentOption, environmentOption } from '../shared-options.ts'

export const addRulesList: AddCommand = (parent, { finish }) => {
  parent
    .command('list')
    .description('list the rules')
    .option('--json', 'print {"rules": […]}')
    .addOption(environmentOption())
    .addOption(contentOption())
    .action(async (options) => finish(await (await import('../../rules.ts')).rulesListCommand(options)))
}
