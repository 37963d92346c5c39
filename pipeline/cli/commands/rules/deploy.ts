import type { DeployOptions } from '../../deploy.ts'
import type { AddCommand } from '../command.ts'
import { addDeployOptions } from '../deploy.ts'

export const addRulesDeploy: AddCommand = (parent, { finish }) => {
  const command = parent
    .command('deploy')
    .description(
      'write rules and exception lists to Kibana; keep the enabled state, exceptions and actions that Kibana users set',
    )
  addDeployOptions(command).action(async (options: DeployOptions) =>
    finish(await (await import('../../deploy.ts')).deployCommand('rules', options)),
  )
}
