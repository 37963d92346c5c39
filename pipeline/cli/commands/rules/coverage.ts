import type { RulesCoverageOptions } from '../../rules-coverage.ts'
import type { DefineCommand } from '../command.ts'
import { contentOption, jsonOption, stackOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(contentOption())
    .option(
      '--public',
      'list the rules of public rule sets instead, each with its counterpart or the reason why it has none',
    )
    .addOption(jsonOption('{"technique", "attack", "rows": […], "withoutCredit": […], "detection", "public": […]}'))
    .option('--navigator <file>', 'also write a layer for the ATT&CK Navigator to this file (default: none)')
    .addOption(stackOption())
    .action(async (options: RulesCoverageOptions) =>
      finish(await (await import('../../rules-coverage.ts')).rulesCoverageCommand(options)),
    )
}
