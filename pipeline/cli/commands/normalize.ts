import { Argument } from 'commander'
import type { NormalizeCommandOptions } from '../normalize.ts'
import type { DefineCommand } from './command.ts'
import { configOption, environmentOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addArgument(new Argument('<path...>', 'files or folders; - for standard input'))
    .option('--per-record', 'print one line for each input record: the array of its documents')
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (paths, options: NormalizeCommandOptions) =>
      finish(await (await import('../normalize.ts')).normalizeCommand(paths, options)),
    )
}
