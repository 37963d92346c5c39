import { Argument } from 'commander'
import type { ExplainCommandOptions } from '../explain.ts'
import type { DefineCommand } from './command.ts'
import { configOption, contentOption, environmentOption, jsonOption } from './shared-options.ts'

export const define: DefineCommand = (command, { finish }) => {
  command
    .addArgument(new Argument('<path>', 'file, or folder with --id; - for standard input'))
    .option(
      '--record <n>',
      'number of the record in the file, from 0 (`offset` in dead-letters.ndjson) (default: the only record)',
      Number,
    )
    .option(
      '--id <id>',
      'record of the document with this _id (`events._id` in alerts.ndjson) or event.id (default: --record)',
    )
    .option(
      '--rule <id>',
      'show one rule clause by clause: id, beginning of the id, name, or file such as m365/credential-added (default: all rules)',
    )
    .addOption(contentOption())
    .option(
      '--history',
      'read the whole input, so that the entity store annotates the document: first seen, known grants, ended accounts',
    )
    .addOption(jsonOption('the explanation'))
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (path, options: ExplainCommandOptions) =>
      finish(await (await import('../explain.ts')).explainCommand(path, options)),
    )
}
