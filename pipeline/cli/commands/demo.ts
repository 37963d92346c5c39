import type { AddCommand } from './command.ts'

export const addDemo: AddCommand = (parent, { finish, version }) => {
  parent
    .command('demo')
    .description('hunt over the bundled demo: an invented tenant on both vendors, a benign week and one attack')
    .option('--out <dir>', 'folder for the records and the results', 'out/demo')
    .option('--kafka', 'put the records into Kafka instead (KAFKA_BROKERS, KAFKA_TOPICS)')
    .action(async (options) => finish(await (await import('../demo.ts')).demoCommand(options, { version })))
}
