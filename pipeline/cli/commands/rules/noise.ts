import type { AddCommand } from '../command.ts'
import { contentOption } from '../shared-options.ts'

export const addRulesNoise: AddCommand = (parent, { finish }) => {
  parent
    .command('noise')
    .description('say how often each rule alerts on a month in which nothing is wrong; exit 1 above a budget')
    .addOption(contentOption())
    .option(
      '--json',
      'print {"days", "events", "alerts", "alertsAsArrived", "perDay", "rules": […], "diagnostics": […]}',
    )
    .action(async (options) => finish(await (await import('../../rules-noise.ts')).rulesNoiseCommand(options)))
}
