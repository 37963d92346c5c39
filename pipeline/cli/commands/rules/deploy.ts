import type { RulesDeployOptions } from '../../rules-deploy.ts'
import type { AddCommand } from '../command.ts'
import { contentOption, environmentOption, spaceOption, suppressionOption } from '../shared-options.ts'

export const addRulesDeploy: AddCommand = (parent, { finish }) => {
  parent
    .command('deploy')
    .description(
      'write rules and exception lists to Kibana; keep the enabled state, exceptions and actions that Kibana users set',
    )
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .addOption(spaceOption())
    .option('--yes', 'write the changes; a terminal requires this option')
    .option('--dry-run', 'print the changes without writing them')
    .option('--overwrite', 'overwrite changes that Kibana users made since the last deployment')
    .option('--json', 'print {"written": […], "kept": […], "keptItems": […], "left": […]}')
    .action(async (options: RulesDeployOptions) =>
      finish(await (await import('../../rules-deploy.ts')).rulesDeployCommand(options)),
    )
}
