import type { RulesDiffOptions } from '../../rules-deploy.ts'
import type { AddCommand } from '../command.ts'
import { contentOption, environmentOption, spaceOption, suppressionOption } from '../shared-options.ts'

export const addRulesDiff: AddCommand = (parent, { finish }) => {
  parent
    .command('diff')
    .description('say what a deployment would change in Kibana (KIBANA_URL, KIBANA_API_KEY); exit 1 when it would')
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .addOption(spaceOption())
    .option('--json', 'print {"rules": […], "exceptions": […], "left": […]}')
    .action(async (options: RulesDiffOptions) =>
      finish(await (await import('../../rules-deploy.ts')).rulesDiffCommand(options)),
    )
}
