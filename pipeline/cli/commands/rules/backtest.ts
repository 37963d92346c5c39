import type { BacktestOptions } from '../../rules-backtest.ts'
import type { DefineCommand } from '../command.ts'
import { contentOption, environmentOption, jsonOption, settingsOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .option('--days <n>', 'number of days to report', '30')
    .option('--rule <rule>', 'run one rule, by ID or name (default: all rules)')
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(settingsOption())
    .addOption(
      jsonOption('{"documents", "alerts", "provisional", "rules": […], "apps": […], "accounts": […], "lines": […]}'),
    )
    .action(async (options: BacktestOptions) =>
      finish(await (await import('../../rules-backtest.ts')).rulesBacktestCommand(options)),
    )
}
