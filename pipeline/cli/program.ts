// The command line: names, options and help. What a command does is imported when it runs, so that help and version
// answer at once.
import { Argument, Command, CommanderError, Option } from 'commander'
import { redact } from '../errors/redact.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit.ts'
import { printable } from './terminal.ts'

const environmentOption = () =>
  new Option(
    '--environment <file>',
    'what the organisation knows about itself (default: ./environment.yaml if it is there)',
  )
const configOption = () =>
  new Option(
    '--config <file>',
    'configuration file; of it the databases of addresses are used (or GEO_CITY_DATABASE, GEO_ASN_DATABASE)',
  )
const contentOption = () =>
  new Option('--content <dir>', "your own rules, stories, samples and dashboards as JSON, beside the pack's")
const suppressionOption = () =>
  new Option(
    '--suppression',
    'one alert a day for what repeats with the same application and account (Kibana needs a Platinum licence for it)',
  )
const severityChoices = ['low', 'medium', 'high', 'critical']

/** Builds the program. `finish` is told the exit code of the command that ran. */
export function makeProgram(version: string, finish: (code: ExitCode) => void): Command {
  const program = new Command('consentry')
    .description(
      'Finds OAuth application abuse in Microsoft 365 and Google Workspace audit logs (MITRE ATT&CK T1671).\n\n' +
        'Exit codes: 0 done, 1 diagnostics or alerts at or above --fail-on, 2 usage or configuration,\n' +
        '3 input, or a part of it, that could not be read, 4 a server, 130 interrupted.',
    )
    .version(version)
    .showHelpAfterError('(add --help for the options)')
    .configureOutput({ writeErr: (text) => process.stderr.write(redact(text)) })

  program
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
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 when there is an alert of this severity or above').choices(
        severityChoices,
      ),
    )
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (paths, options) =>
      finish(await (await import('./hunt.ts')).huntCommand(paths, options, { version })),
    )

  program
    .command('normalize')
    .description('print the ECS documents of exported logs as NDJSON')
    .addArgument(new Argument('<path...>', 'files or folders; - is standard input'))
    .option('--per-record', 'one line per record of the input: the array of its documents')
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (paths, options) => finish(await (await import('./normalize.ts')).normalizeCommand(paths, options)))

  program
    .command('explain')
    .description(
      'tell how one record becomes documents, what of it is left over, and why each rule fires or stays quiet',
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
      'read all of the input, so that memory (first seen, known grants, ended accounts) stamps the document',
    )
    .option('--json', 'print the whole account as one object')
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (path, options) => finish(await (await import('./explain.ts')).explainCommand(path, options)))

  program
    .command('coverage')
    .description('tell what the mappings do not see of exported logs: unknown members and events, rules left blind')
    .addArgument(new Argument('<path...>', 'files or folders; - is standard input'))
    .option('--json', 'print everything as one object; the tables show the most frequent')
    .addOption(environmentOption())
    .addOption(configOption())
    .action(async (paths, options) => finish(await (await import('./coverage.ts')).coverageCommand(paths, options)))

  program
    .command('demo')
    .description('hunt over the bundled demo: an invented tenant on both vendors, a benign week and one attack')
    .option('--out <dir>', 'folder for the records and the results', 'out/demo')
    .option('--kafka', 'put the records into Kafka instead (KAFKA_BROKERS, KAFKA_TOPICS)')
    .action(async (options) => finish(await (await import('./demo.ts')).demoCommand(options, { version })))

  const rules = program.command('rules').description('the rule pack')
  rules
    .command('list')
    .description('list the rules')
    .option('--json', 'print {"rules": […]}')
    .addOption(environmentOption())
    .addOption(contentOption())
    .action(async (options) => finish(await (await import('./rules.ts')).rulesListCommand(options)))
  rules
    .command('build')
    .description("build the pack for Kibana's rule import (NDJSON)")
    .option('--out <file>', 'write to a file (default: standard output)')
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .action(async (options) => finish(await (await import('./rules.ts')).rulesBuildCommand(options)))

  rules
    .command('validate')
    .description('check rules and stories, without running evidence')
    .addOption(contentOption())
    .option('--json', 'print the diagnostics as JSON')
    .option('--sarif <file>', 'write the diagnostics as SARIF')
    .action(async (options) => finish(await (await import('./rules-test.ts')).rulesValidateCommand(options, version)))
  rules
    .command('test')
    .description('prove rules on their evidence, and try every change of a rule that the evidence should notice')
    .option('--rule <id>', 'one rule, by its id (or the beginning of it), name or file (`m365/credential-added`)')
    .addOption(contentOption())
    .option('--no-mutations', 'do not try changes')
    .option('--watch', 'test again whenever a file changes')
    .option('--json', 'print {"ok", "rules": […]}')
    .option('--junit <file>', 'write a JUnit report, one case for each piece of evidence')
    .option('--sarif <file>', 'write the diagnostics as SARIF')
    .action(async (options) => finish(await (await import('./rules-test.ts')).rulesTestCommand(options, version)))

  rules
    .command('noise')
    .description('say how often each rule alerts on a month in which nothing is wrong; exit 1 above a budget')
    .addOption(contentOption())
    .option(
      '--json',
      'print {"days", "events", "alerts", "alertsAsArrived", "perDay", "rules": […], "diagnostics": […]}',
    )
    .action(async (options) => finish(await (await import('./rules-noise.ts')).rulesNoiseCommand(options)))
  rules
    .command('coverage')
    .description('T1671 element by element: the rules on it for each vendor, and the evidence they fire on')
    .addOption(contentOption())
    .option('--json', 'print {"technique", "rows": […]}')
    .option('--navigator <file>', 'write a layer for the ATT&CK Navigator')
    .action(async (options) => finish(await (await import('./rules-coverage.ts')).rulesCoverageCommand(options)))
  rules
    .command('diff')
    .description('say what a deployment would change in Kibana (KIBANA_URL, KIBANA_API_KEY); exit 1 when it would')
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .option('--space <space>', 'Kibana space (default: KIBANA_SPACE, or the default space)')
    .option('--json', 'print {"rules": […], "exceptions": […], "left": […]}')
    .action(async (options) => finish(await (await import('./rules-deploy.ts')).rulesDiffCommand(options)))
  rules
    .command('deploy')
    .description(
      'write rules and exception lists to Kibana; keeps what its users decided: what runs, their exceptions, actions',
    )
    .addOption(environmentOption())
    .addOption(contentOption())
    .addOption(suppressionOption())
    .option('--space <space>', 'Kibana space (default: KIBANA_SPACE, or the default space)')
    .option('--yes', 'write, in a terminal, too')
    .option('--dry-run', 'only say what would change')
    .option('--overwrite', 'write over what somebody changed in Kibana since the last deployment')
    .option('--json', 'print {"written": […], "kept": […], "keptItems": […], "left": […]}')
    .action(async (options) => finish(await (await import('./rules-deploy.ts')).rulesDeployCommand(options)))

  const apps = program
    .command('apps')
    .description('review the applications: of an export, or of the memory of the service')
  const memoryOption = () => new Option('--config <file>', 'where Elasticsearch is; without PATH its memory is read')
  const exportArgument = () =>
    new Argument('[path...]', 'exported logs; without any, the memory of the service is read')
  apps
    .command('list', { isDefault: true })
    .description('list the applications, those that need a look first')
    .addArgument(exportArgument())
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['table', 'csv', 'json', 'markdown']).default('table'),
    )
    .option('--first-party', "list the vendors' own applications, too")
    .addOption(memoryOption())
    .addOption(environmentOption())
    .action(async (paths, options) => finish(await (await import('./apps.ts')).appsListCommand(paths, options)))
  apps
    .command('review')
    .description('list what is new, changed or due since the last review, and record that it was done')
    .addArgument(exportArgument())
    .requiredOption('--state <file>', 'what the last review saw; made by the first one that is done')
    .option('--done', 'record this review in the file: the next one starts here')
    .option('--by <name>', 'who did it')
    .option('--note <text>', 'what to remember of it')
    .option('--fail-on-change', 'exit with 1 when there is something to look at')
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['table', 'csv', 'json', 'markdown']).default('table'),
    )
    .option('--first-party', "look at the vendors' own applications, too")
    .addOption(memoryOption())
    .addOption(environmentOption())
    .action(async (paths, options) =>
      finish(await (await import('./apps-review.ts')).appsReviewCommand(paths, options)),
    )
  apps
    .command('show')
    .description("tell one application's whole story: grants, accounts, changes")
    .argument('<id>', 'client id or object id')
    .addArgument(exportArgument())
    .option('--json', 'print one object')
    .addOption(memoryOption())
    .addOption(environmentOption())
    .action(async (id, paths, options) => finish(await (await import('./apps.ts')).appsShowCommand(id, paths, options)))
  apps
    .command('contain')
    .description('print the commands that take its access away, and what they break; runs nothing')
    .argument('<id>', 'client id or object id')
    .addArgument(exportArgument())
    .addOption(memoryOption())
    .addOption(environmentOption())
    .action(async (id, paths, options) =>
      finish(await (await import('./apps.ts')).appsContainCommand(id, paths, options)),
    )
  apps
    .command('approve')
    .description('write an approval into the environment file')
    .argument('<id>', 'client id')
    .requiredOption('--reason <text>', 'why it is allowed')
    .option('--name <text>', 'its name, for the reader of the file')
    .requiredOption('--owner <text>', 'who answers for it')
    .requiredOption('--expires <day>', 'the last day of the approval, 2027-03-31')
    .addOption(
      new Option('--tier <tier>', 'the highest tier of permissions that is allowed')
        .choices(severityChoices)
        .makeOptionMandatory(),
    )
    .addOption(
      new Option('--uses <use...>', 'what for').choices(['entry', 'consent', 'use']).default(['consent', 'use']),
    )
    .option('--owner-tenant <id>', 'tenant where it is registered: documents that name another are not covered')
    .addOption(environmentOption())
    .action(async (id, options) => finish(await (await import('./apps.ts')).appsApproveCommand(id, options)))

  const dashboards = program.command('dashboards').description('the Kibana dashboards')
  dashboards
    .command('build')
    .description("build the dashboards for Kibana's saved-object import (NDJSON)")
    .option('--out <file>', 'write to a file (default: standard output)')
    .addOption(contentOption())
    .action(async (options) => finish(await (await import('./dashboards.ts')).dashboardsBuildCommand(options)))

  program
    .command('new')
    .description('lay new content into a checkout, valid at once, and say what to do next; never writes over a file')
    .addArgument(new Argument('<kind>', 'what to lay').choices(['mapping', 'sample', 'story', 'rule', 'dashboard']))
    .addArgument(
      new Argument('<name>', 'FOLDER/NAME (m365/strange-consent, google-workspace/new-app); of a dashboard NAME'),
    )
    .option('--like <sample...>', 'samples to begin with: of a rule the one that fires and a near miss')
    .option('--from <file>', 'of a mapping: records to learn the names of events and parameters from, no values')
    .action(async (kind, name, options) => finish(await (await import('./new.ts')).newCommand(kind, name, options)))

  program
    .command('validate')
    .description(
      'check mappings, rules and dashboards, prove the rules on their evidence, check that generated files are fresh',
    )
    .option('--json', 'print the diagnostics as JSON')
    .action(async (options) => finish(await (await import('./validate.ts')).validateCommand(options)))

  program
    .command('generate')
    .description('write the generated files: ECS catalogue, templates, goldens, rules, dashboards')
    .option('--check', 'write nothing; exit 1 when a file is not what the generator makes')
    .action(async (options) => finish(await (await import('./generate.ts')).generateCommand(options)))

  program
    .command('setup')
    .description('install templates in Elasticsearch and create topics in Kafka; changes nothing that is not ours')
    .option('--config <file>', 'configuration file; environment variables win over it')
    .option('--dry-run', 'say what would change')
    .action(async (options) => finish(await (await import('./setup.ts')).setupCommand(options)))

  program
    .command('doctor')
    .description(
      'say what of an installation works and what to do about the rest: environment file, databases, Kafka, Elasticsearch, feeds, rules in Kibana; changes nothing',
    )
    .option('--config <file>', 'configuration file; environment variables win over it')
    .addOption(environmentOption())
    .addOption(contentOption())
    .option('--json', 'print [{"area", "verdict", "message", "todo"}, …]')
    .action(async (options) => finish(await (await import('./doctor.ts')).doctorCommand(options)))

  program
    .command('run')
    .description('run the service: Kafka in, Elasticsearch out')
    .option('--config <file>', 'configuration file; environment variables win over it')
    .option('--backfill', 'set event.ingested to the event time, so that history does not alert')
    .option('--until-idle <seconds>', 'end when for so long nothing came', Number)
    .option('--discard', 'store nothing: measures what the service itself costs')
    .action(async (options) => finish(await (await import('./run.ts')).runCommand(options)))

  return program
}

/** Runs a command line to its exit code. Errors are printed: where, what, what to do. */
export async function runProgram(argv: readonly string[], version: string): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const program = makeProgram(version, (result) => {
    code = result
  })
  const settle = (command: Command) => {
    command.exitOverride()
    command.commands.forEach(settle)
  }
  settle(program)
  try {
    await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    const failed = exitCodeOf(error)
    if (failed === undefined) {
      // A defect of ours: where it happened is for us, the sentence is for the user.
      const place = process.env.CONSENTRY_DEBUG ? `\n${(error as Error).stack}` : ''
      const report = `unexpected error, please report it (CONSENTRY_DEBUG=1 shows where): ${String(error)}${place}`
      console.error(`consentry: ${redact(report)}`)
      return exitCodes.server
    }
    // File names in an export are the attacker's words, too.
    console.error(
      `consentry: ${redact((error as Error).message)
        .split('\n')
        .map(printable)
        .join('\n')}`,
    )
    return failed
  }
}
