import { Argument } from 'commander'
import type { ExplainCommandOptions } from '../explain.ts'
import type { AddCommand } from './command.ts'
import { configOption, contentOption, environmentOption } from './shared-options.ts'

export const addExplain: AddCommand = (parent, { finish }) => {
  parent
    .command('explain')
    .description(
      'tell how one record becomes documents, what of it is left over, and why each rule matches or does not match',
    )
    .addArgument(new Argument('<path>', 'file, or folder with --id; - is standard input'))
    .option('--record <n>', 'which record of the file, from 0 (`offset` in dead-letters.ndjson)', Number)
    .option('--id <id>', 'the record of a document, by its _id (`events._id` in alerts.ndjson) or event.id')
    .option(
      '--rule <id>',
      'one rule, clause by clause, by its id (or the beginning of it), name or file (`m365/credential-added`)',
    )
    .addOption(contentOption())
    .option(
      '--history',
      'read all of the input, so that memory (first seen, known grants, ended accounts) annotates the document',
    )
    .option('--json', 'print the whole account as one object')
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (path, options: ExplainCommandOptions) =>
      finish(await (await import('../explain.ts')).explainCommand(path, options)),
    )
}
