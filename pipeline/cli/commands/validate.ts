import type { AddCommand } from './command.ts'
import { jsonOption } from './shared-options.ts'

export const addValidate: AddCommand = (parent, { finish }) => {
  parent
    .command('validate')
    .description(
      'check mappings, rules and dashboards, test the rules on their evidence, check that generated files are up to date',
    )
    .addOption(jsonOption('{"ok", "diagnostics": […]}'))
    .action(async (options) => finish(await (await import('../validate.ts')).validateCommand(options)))
}
