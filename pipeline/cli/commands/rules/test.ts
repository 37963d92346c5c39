import type { RulesTestOptions } from '../../rules-test.ts'
import type { AddCommand } from '../command.ts'
import { contentOption } from '../shared-options.ts'

export const addRulesTest: AddCommand = (parent, { finish, version }) => {
  parent
    .command('test')
    .description('prove rules on their evidence, and try every change of a rule that the evidence should notice')
    .option('--rule <id>', 'one rule, by its id (or the beginning of it), name or file (`m365/credential-added`)')
    .addOption(contentOption())
    .option('--no-mutations', 'do not try changes')
    .option('--watch', 'test again whenever a file changes')
    .option('--json', 'print {"ok", "rules": […]}')
    .option('--junit <file>', 'write a JUnit report, one case for each piece of evidence')
    .option('--sarif <file>', 'write the diagnostics as SARIF')
    .action(async (options: RulesTestOptions) =>
      finish(await (await import('../../rules-test.ts')).rulesTestCommand(options, version)),
    )
}
