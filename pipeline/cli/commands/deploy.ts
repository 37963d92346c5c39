import type { Command } from 'commander'
import type { DeployOptions } from '../deploy.ts'
import type { DefineCommand } from './command.ts'
import {
  contentOption,
  environmentOption,
  jsonOption,
  settingsOption,
  spaceOption,
  suppressionOption,
} from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  addDeployOptions(command.addOption(settingsOption())).action(async (options: DeployOptions) =>
    finish(await (await import('../deploy.ts')).deployCommand('everything', options)),
  )
}

/** The options of a deployment, of everything or of the rules alone. */
export function addDeployOptions(command: Command): Command {
  return command
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .addOption(spaceOption())
    .option(
      '--enable <severity|rule>',
      'enable the rules of this severity or higher, or one rule by ID or name; repeatable (default: none)',
      (value: string, earlier: readonly string[] = []) => [...earlier, value],
    )
    .option('--yes', 'write the changes; required in a terminal')
    .option('--dry-run', 'print the changes without writing them')
    .option('--overwrite', 'overwrite changes that Kibana users made since the last deployment')
    .option('--prune', 'delete objects of earlier deployments that the pack no longer contains')
    .addOption(jsonOption())
}
