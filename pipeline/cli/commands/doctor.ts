import type { DoctorOptions } from '../doctor.ts'
import type { DefineCommand } from './command.ts'
import { contentOption, environmentOption, jsonOption, settingsOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addOption(settingsOption())
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(jsonOption('[{"area", "verdict", "message", "todo"}, …]'))
    .action(async (options: DoctorOptions) => finish(await (await import('../doctor.ts')).doctorCommand(options)))
}
