import { Argument, Option } from 'commander'
import type { HuntCommandOptions } from '../hunt-options.ts'
import type { AddCommand } from './command.ts'
import { configOption, contentOption, environmentOption, severityChoices } from './shared-options.ts'

export const addHunt: AddCommand = (parent, { finish, version }) => {
  parent
    .command('hunt')
    .description(
      'run the rules over exported logs; writes documents.ndjson, alerts.ndjson, dead-letters.ndjson and report.html',
    )
    .addArgument(
      new Argument(
        '<path...>',
        'files or folders; - is standard input. NDJSON, JSON, CSV, also gzipped: found out by content',
      ),
    )
    .option('--out <dir>', 'folder for the results', 'out')
    .option(
      '--report <file>',
      'write the report into this file, as HTML or Markdown by its ending (.html, .md); may be given twice (default: report.html in --out)',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .addOption(contentOption())
    .option('--apps', 'list the applications, too, those that need a look first; also written to apps.json')
    .option('--json', 'print one summary object')
    .option('--quiet', 'print nothing but errors')
    .option('--verbose', 'list the blind spots of the rules, and the approvals that had no effect')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 when there is an alert of this severity or above').choices(
        severityChoices,
      ),
    )
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (paths, options: HuntCommandOptions) =>
      finish(await (await import('../hunt.ts')).huntCommand(paths, options, { version })),
    )
}
