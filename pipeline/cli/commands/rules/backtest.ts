import type { BacktestOptions } from '../../rules-backtest.ts'
import type { AddCommand } from '../command.ts'
import { contentOption, environmentOption, jsonOption, settingsOption } from '../shared-options.ts'

export const addRulesBacktest: AddCommand = (parent, { finish }) => {
  parent
    .command('backtest')
    .description(
      'run the rules on the stored documents of the last days: show the alerts per rule and day, and the lines of the environment file that would remove the most alerts',
    )
    .option('--days <n>', 'number of days to report', '30')
    .option('--rule <rule>', 'run one rule, by ID or name (default: all rules)')
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(settingsOption())
    .addOption(jsonOption('{"documents", "alerts", "rules": […], "apps": […], "accounts": […], "lines": […]}'))
    .action(async (options: BacktestOptions) =>
      finish(await (await import('../../rules-backtest.ts')).rulesBacktestCommand(options)),
    )
}
