import { Argument } from 'commander'
import type { CoverageCommandOptions } from '../coverage.ts'
import type { DefineCommand } from './command.ts'
import { configOption, environmentOption, jsonOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addArgument(new Argument('<path...>', 'files or folders; - for standard input'))
    .addOption(jsonOption('all rows; the tables list only the most frequent ones'))
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (paths, options: CoverageCommandOptions) =>
      finish(await (await import('../coverage.ts')).coverageCommand(paths, options)),
    )
}
