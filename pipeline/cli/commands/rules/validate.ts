import type { RulesCheckOptions } from '../../rules-test.ts'
import type { AddCommand } from '../command.ts'
import { contentOption, jsonOption } from '../shared-options.ts'

export const addRulesValidate: AddCommand = (parent, { finish, version }) => {
  parent
    .command('validate')
    .description('check rules and scenarios without running them')
    .addOption(contentOption())
    .addOption(jsonOption('{"ok", "diagnostics": […]}'))
    .option('--sarif <file>', 'write the diagnostics as SARIF to this file (default: none)')
    .action(async (options: RulesCheckOptions) =>
      finish(await (await import('../../rules-test.ts')).rulesValidateCommand(options, version)),
    )
}
