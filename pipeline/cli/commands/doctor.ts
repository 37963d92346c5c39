import type { DoctorOptions } from '../doctor.ts'
import type { AddCommand } from './command.ts'
import { contentOption, environmentOption, jsonOption, settingsOption } from './shared-options.ts'

export const addDoctor: AddCommand = (parent, { finish }) => {
  parent
    .command('doctor')
    .description(
      'check an installation and suggest fixes: environment file, databases, Kafka, Elasticsearch, log sources, rules in Kibana; change nothing',
    )
    .addOption(settingsOption())
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(jsonOption('[{"area", "verdict", "message", "todo"}, …]'))
    .action(async (options: DoctorOptions) => finish(await (await import('../doctor.ts')).doctorCommand(options)))
}
