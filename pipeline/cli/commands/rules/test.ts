import type { RulesTestOptions } from '../../rules-test.ts'
import type { DefineCommand } from '../command.ts'
import { contentOption, jsonOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish, version }) => {
  command
    .option(
      '--rule <id>',
      'test one rule: id, beginning of the id, name, or file such as m365/credential-added (default: all rules)',
    )
    .addOption(contentOption())
    .option('--no-mutations', 'skip the mutations (default: run them)')
    .option('--watch', 'test again after each change to a file')
    .addOption(jsonOption('{"ok", "rules": […]}'))
    .option('--junit <file>', 'write a JUnit report with one case for each sample and scenario (default: none)')
    .option('--sarif <file>', 'write the diagnostics as SARIF to this file (default: none)')
    .action(async (options: RulesTestOptions) =>
      finish(await (await import('../../rules-test.ts')).rulesTestCommand(options, version)),
    )
}
