import type { RulesDeployOptions } from '../../rules-deploy.ts'
import type { AddCommand } from '../command.ts'
import { contentOption, environmentOption, spaceOption, suppressionOption } from '../shared-options.ts'

export const addRulesDeploy: AddCommand = (parent, { finish }) => {
  parent
    .command('deploy')
    .description(
      'write rules and exception lists to Kibana; keeps what its users decided: what runs, their exceptions, actions',
    )
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .addOption(spaceOption())
    .option('--yes', 'write, in a terminal, too')
    .option('--dry-run', 'only say what would change')
    .option('--overwrite', 'write over what somebody changed in Kibana since the last deployment')
    .option('--json', 'print {"written": […], "kept": […], "keptItems": […], "left": […]}')
    .action(async (options: RulesDeployOptions) =>
      finish(await (await import('../../rules-deploy.ts')).rulesDeployCommand(options)),
    )
}
