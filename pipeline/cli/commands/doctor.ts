import type { DoctorOptions } from '../doctor.ts'
import type { AddCommand } from './command.ts'
import { contentOption, environmentOption } from './shared-options.ts'

export const addDoctor: AddCommand = (parent, { finish }) => {
  parent
    .command('doctor')
    .description(
      'say what of an installation works and what to do about the rest: environment file, databases, Kafka, Elasticsearch, log sources, rules in Kibana; changes nothing',
    )
    .option('--config <file>', 'configuration file; environment variables win over it')
    .addOption(environmentOption())
    .addOption(contentOption())
    .option('--json', 'print [{"area", "verdict", "message", "todo"}, …]')
    .action(async (options: DoctorOptions) => finish(await (await import('../doctor.ts')).doctorCommand(options)))
}
