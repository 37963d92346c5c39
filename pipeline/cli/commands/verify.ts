import type { VerifyCommandOptions } from '../verify.ts'
import type { DefineCommand } from './command.ts'
import { contentOption, jsonOption, positiveNumber, settingsOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish, version }) => {
  command
    .addOption(settingsOption())
    .addOption(contentOption())
    .option(
      '--space <space>',
      'Kibana space: the name of the new space that verify creates (default: consentry-verify-<random>)',
    )
    .option(
      '--rule <rule>',
      'verify this rule: its ID, name or folder; repeat the option for more (default: all active rules)',
      (rule: string, before: readonly string[] = []) => [...before, rule],
    )
    .option('--report <file>', 'Markdown file for the report', 'consentry-verify.md')
    .option('--timeout <minutes>', 'maximum time for Kibana to run the rules', positiveNumber('--timeout'), 12)
    .option('--keep', 'keep the space and the documents for inspection')
    .option('--dry-run', 'print the plan without connecting to a server')
    .addOption(jsonOption())
    .action(async (options: VerifyCommandOptions) =>
      finish(await (await import('../verify.ts')).verifyCommand(options, version)),
    )
}
