import type { DiffOptions } from '../../deploy.ts'
import type { AddCommand } from '../command.ts'
import { contentOption, environmentOption, jsonOption, spaceOption, suppressionOption } from '../shared-options.ts'

export const addRulesDiff: AddCommand = (parent, { finish }) => {
  parent
    .command('diff')
    .description(
      'show the changes that a deployment would make in Kibana (KIBANA_URL, KIBANA_API_KEY); exit with code 1 if there are any',
    )
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .addOption(spaceOption())
    .addOption(jsonOption('{"rules": […], "exceptions": […], "left": […]}'))
    .action(async (options: DiffOptions) => finish(await (await import('../../deploy.ts')).rulesDiffCommand(options)))
}
