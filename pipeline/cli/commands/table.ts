import { appCommands } from './apps.ts'
import type { CommandEntry } from './command.ts'
import { contentCommands } from './content.ts'
import { huntCommands } from './hunt.ts'
import { installationCommands } from './installation.ts'
import { ruleCommands } from './rules.ts'
import { serviceCommands } from './service.ts'

export const commandTable = (version: string, inCheckout: boolean): readonly CommandEntry[] => [
  ...huntCommands(version),
  { name: 'rules', description: 'list, test, build and deploy the rules', commands: ruleCommands(version) },
  {
    name: 'apps',
    description: 'review the applications in an export or in the entity store of the service',
    commands: appCommands(),
  },
  ...contentCommands(inCheckout),
  ...installationCommands(version),
  ...serviceCommands(version),
]
