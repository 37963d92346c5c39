import { isCheckout } from '../../../mappings/kernel/package-root.ts'
import type { AddCommand } from './command.ts'

export const addGenerate: AddCommand = (parent, { finish }) => {
  parent
    .command('generate', { hidden: !isCheckout() })
    .description('write the generated files: ECS catalog, templates, goldens, rules, dashboards')
    .option('--check', 'write nothing; exit with code 1 if a generated file is out of date')
    .action(async (options) => finish(await (await import('../generate.ts')).generateCommand(options)))
}
