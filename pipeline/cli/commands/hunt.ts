import { Argument, Option } from 'commander'
import type { HuntCommandOptions } from '../hunt-options.ts'
import type { DefineCommand } from './command.ts'
import {
  configOption,
  contentOption,
  environmentOption,
  filterOptions,
  jsonOption,
  outOption,
  positiveNumber,
  severityChoices,
} from './shared-options.ts'

export const define: DefineCommand = (command, { finish, version }) => {
  command
    .addArgument(
      new Argument(
        '<path...>',
        'files or folders; - for standard input. NDJSON, JSON or CSV, plain, gzip or in ZIP archives; the content determines the format',
      ),
    )
    .addOption(outOption('the results').default('out'))
    .option(
      '--report <file>',
      'report file; .html writes HTML, .md writes Markdown; repeat the option for both (default: report.html in --out)',
      (file: string, before: readonly string[] = []) => [...before, file],
    )
    .addOption(contentOption())
    .option('--apps', 'also list the applications, sorted by review priority, and write them to apps.json')
    .option(
      '--redact',
      'also write the evidence, timeline and indicators to redacted/, with pseudonyms for people and tenants',
    )
    .addOption(jsonOption('the summary'))
    .option('--verbose', 'list the blind spots of the rules and the approvals that had no effect')
    .addOption(
      new Option(
        '--fail-on <severity>',
        'exit with code 1 on an alert of this severity or higher (default: never)',
      ).choices(severityChoices),
    )
    .addOption(
      new Option('--max-members <count>', 'read ZIP archives of at most this many members (default: 10000)').argParser(
        positiveNumber('--max-members'),
      ),
    )
    .addOption(
      new Option('--max-extracted <gigabytes>', 'read ZIP archives up to this extracted size (default: 20)').argParser(
        positiveNumber('--max-extracted'),
      ),
    )
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (paths, options: HuntCommandOptions) =>
      finish(await (await import('../hunt.ts')).huntCommand(paths, options, { version })),
    )
  for (const option of filterOptions()) command.addOption(option)
}
