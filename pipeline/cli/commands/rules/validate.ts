import type { RulesCheckOptions } from '../../rules-test.ts'
import type { DefineCommand } from '../command.ts'
import { contentOption, jsonOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish, version }) => {
  command
    .addOption(contentOption())
    .addOption(jsonOption('{"ok", "diagnostics": […]}'))
    .option('--sarif <file>', 'write the diagnostics as SARIF to this file (default: none)')
    .action(async (options: RulesCheckOptions) =>
      finish(await (await import('../../rules-test.ts')).rulesValidateCommand(options, version)),
    )
}
