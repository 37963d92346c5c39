import type { RulesCoverageOptions } from '../../rules-coverage.ts'
import type { AddCommand } from '../command.ts'
import { contentOption, jsonOption, stackOption } from '../shared-options.ts'

export const addRulesCoverage: AddCommand = (parent, { finish }) => {
  parent
    .command('coverage')
    .description(
      'list the rules for each element of ATT&CK T1671 and each vendor, with the evidence that they match, for each analytic of its detection strategy, and the counterparts of public rules',
    )
    .addOption(contentOption())
    .option(
      '--public',
      'list instead the rules of public rule sets, each with its counterpart or the reason for having none',
    )
    .addOption(jsonOption('{"technique", "attack", "rows": […], "withoutCredit": […], "detection", "public": […]}'))
    .option('--navigator <file>', 'also write a layer for the ATT&CK Navigator to this file (default: none)')
    .addOption(stackOption())
    .action(async (options: RulesCoverageOptions) =>
      finish(await (await import('../../rules-coverage.ts')).rulesCoverageCommand(options)),
    )
}
