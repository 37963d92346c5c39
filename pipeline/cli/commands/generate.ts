import type { AddCommand } from './command.ts'

export const addGenerate: AddCommand = (parent, { finish }) => {
  parent
    .command('generate')
    .description('write the generated files: ECS catalogue, templates, goldens, rules, dashboards')
    .option('--check', 'write nothing; exit 1 when a file is not what the generator makes')
    .action(async (options) => finish(await (await import('../generate.ts')).generateCommand(options)))
}
