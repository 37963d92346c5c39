import { Option } from 'commander'
import type { DefineCommand } from '../command.ts'
import { contentOption, environmentOption, outOption, stackOption, suppressionOption } from '../shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(outOption('rules.ndjson (default: standard output)'))
    .addOption(
      new Option(
        '--for <source>',
        'build the portable edition: rules on the fields that the integrations of Elastic write (default: the full edition)',
      ).choices(['elastic-integrations']),
    )
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .addOption(stackOption())
    .action(async (options) => finish(await (await import('../../rules-build.ts')).rulesBuildCommand(options)))
}
