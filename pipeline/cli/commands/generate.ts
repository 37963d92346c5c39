import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .option('--check', 'write nothing; exit with code 1 if a generated file is out of date')
    .action(async (options) => finish(await (await import('../generate.ts')).generateCommand(options)))
}
