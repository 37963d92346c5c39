import type { DeployOptions } from '../../deploy.ts'
import type { DefineCommand } from '../command.ts'
import { addDeployOptions } from '../deploy.ts'

export const define: DefineCommand = (command, { finish }) => {
  addDeployOptions(command).action(async (options: DeployOptions) =>
    finish(await (await import('../../deploy.ts')).deployCommand('rules', options)),
  )
}
