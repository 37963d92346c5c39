import type { AddCommand } from '../command.ts'
import { contentOption, jsonOption } from '../shared-options.ts'

export const addRulesNoise: AddCommand = (parent, { finish }) => {
  parent
    .command('noise')
    .description(
      'show how often each rule alerts on the benign baseline of one month; exit with code 1 if a rule exceeds its budget',
    )
    .addOption(contentOption())
    .addOption(
      jsonOption('{"days", "events", "alerts", "alertsAsArrived", "perDay", "rules": […], "diagnostics": […]}'),
    )
    .action(async (options) => finish(await (await import('../../rules-noise.ts')).rulesNoiseCommand(options)))
}
