import type { RulesCoverageOptions } from '../../rules-coverage.ts'
import type { AddCommand } from '../command.ts'
import { contentOption } from '../shared-options.ts'

export const addRulesCoverage: AddCommand = (parent, { finish }) => {
  parent
    .command('coverage')
    .description('list the rules for each element of ATT&CK T1671 and each vendor, with the evidence that they match')
    .addOption(contentOption())
    .option('--json', 'print {"technique", "rows": […]}')
    .option('--navigator <file>', 'also write a layer for the ATT&CK Navigator to this file')
    .action(async (options: RulesCoverageOptions) =>
      finish(await (await import('../../rules-coverage.ts')).rulesCoverageCommand(options)),
    )
}
