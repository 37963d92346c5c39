import type { RulesCoverageOptions } from '../../rules-coverage.ts'
import type { AddCommand } from '../command.ts'
import { contentOption } from '../shared-options.ts'

export const addRulesCoverage: AddCommand = (parent, { finish }) => {
  parent
    .command('coverage')
    .description('T1671 element by element: the rules on it for each vendor, and the evidence they match')
    .addOption(contentOption())
    .option('--json', 'print {"technique", "rows": […]}')
    .option('--navigator <file>', 'write a layer for the ATT&CK Navigator')
    .action(async (options: RulesCoverageOptions) =>
      finish(await (await import('../../rules-coverage.ts')).rulesCoverageCommand(options)),
    )
}
