import type { DefineCommand } from './command.ts'
import { filterOptions, jsonOption, outOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish, version }) => {
  command
    .addOption(outOption('the records and the results').default('out/demo'))
    .addOption(jsonOption('the summary'))
    .option('--kafka', 'send the records to Kafka instead (KAFKA_BROKERS, KAFKA_TOPICS)')
    .action(async (options) => finish(await (await import('../demo.ts')).demoCommand(options, { version })))
  for (const option of filterOptions()) command.addOption(option)
}
