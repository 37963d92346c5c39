import type { AddCommand } from '../command.ts'
import { contentOption, environmentOption, suppressionOption } from '../shared-options.ts'

export const addRulesBuild: AddCommand = (parent, { finish }) => {
  parent
    .command('build')
    .description("build the pack for Kibana's rule import (NDJSON)")
    .option('--out <file>', 'write to a file (default: standard output)')
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .action(async (options) => finish(await (await import('../../rules.ts')).rulesBuildCommand(options)))
}
