import type { AddCommand } from './command.ts'

export const addValidate: AddCommand = (parent, { finish }) => {
  parent
    .command('validate')
    .description(
      'check mappings, rules and dashboards, test the rules on their evidence, check that generated files are up to date',
    )
    .option('--json', 'print the diagnostics as JSON')
    .action(async (options) => finish(await (await import('../validate.ts')).validateCommand(options)))
}
