import { Argument } from 'commander'
import type { CoverageCommandOptions } from '../coverage.ts'
import type { AddCommand } from './command.ts'
import { configOption, environmentOption } from './shared-options.ts'

export const addCoverage: AddCommand = (parent, { finish }) => {
  parent
    .command('coverage')
    .description('tell what the mappings do not see of exported logs: unknown members and events, rules left blind')
    .addArgument(new Argument('<path...>', 'files or folders; - is standard input'))
    .option('--json', 'print everything as one object; the tables show the most frequent')
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (paths, options: CoverageCommandOptions) =>
      finish(await (await import('../coverage.ts')).coverageCommand(paths, options)),
    )
}
