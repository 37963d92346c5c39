// Assembles the command line from the table of commands.
import { existsSync, writeFileSync } from 'node:fs'
import { Command, CommanderError, Help, type Option } from 'commander'
import { isOutOfFiles, tooManyFiles } from '../../mappings/kernel/open-files.ts'
import { isCheckout } from '../../mappings/kernel/package-root.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { redact } from '../errors/redact.ts'
import { UsageError } from '../errors/usage-error.ts'
import { visibleLines } from '../safe-output/visible.ts'
import type { CommandEntry } from './commands/command.ts'
import { repeatable } from './commands/shared-options.ts'
import { commandTable } from './commands/table.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit.ts'
import { reportMisspelledVariables } from './misspelled-variables.ts'
import { helpFile, helpWidth } from './saved-help.ts'
import { printable } from './terminal.ts'

/** Builds the program. `finish` receives the exit code of the command. */
export function makeProgram(version: string, finish: (code: ExitCode) => void, inCheckout = isCheckout()): Command {
  const program = new Command('consentry')
    .description(
      'Find OAuth application abuse in Microsoft 365 and Google Workspace audit logs\n' +
        '(MITRE ATT&CK T1671, Cloud Application Integration).\n\n' +
        'Every command accepts --quiet. --json prints the result as JSON; run and\n' +
        'collect --loop have no result, only a log on standard error.\n\n' +
        'Exit codes:\n' +
        '  0    success\n' +
        '  1    diagnostics, pending changes, or alerts at or above --fail-on\n' +
        '  2    invalid usage or configuration\n' +
        '  3    input that is fully or partly unreadable\n' +
        '  4    server error, internal error, or a file system that is full or read-only\n' +
        '  129  ended by SIGHUP\n' +
        '  130  interrupted\n' +
        '  141  the reader closed the pipe before normalize printed all documents',
    )
    .version(version)
    .exitOverride()
    .configureHelp({ optionDescription: describeOption })
    .showHelpAfterError('(run with --help to list the options; put -- before an argument that begins with -)')
    .configureOutput({
      writeErr: (text) => process.stderr.write(visibleLines(redact(text))),
      outputError: (text, write) =>
        write(text.replace(tooMany, '$1: it takes $2, not $3; omit the others, or quote a text with spaces')),
    })

  addCommands(program, commandTable(version, inCheckout), finish)
  return program.configureOutput({ getOutHelpWidth: () => Math.min(process.stdout.columns ?? helpWidth, helpWidth) })
}

export function saveHelp(): void {
  const [installed, checkout] = [false, true].map((is) => makeProgram('', () => undefined, is).helpInformation())
  writeFileSync(helpFile, JSON.stringify({ installed, checkout }))
}

function addCommands(parent: Command, entries: readonly CommandEntry[], finish: (code: ExitCode) => void): void {
  for (const entry of entries) {
    const { name, description } = entry
    if ('commands' in entry) {
      addCommands(parent.command(name).description(description), entry.commands, finish)
      continue
    }
    const { takes = [], options = [], json, more = '', isDefault = false, hidden = false, run } = entry
    const command = parent.command(name, { isDefault, hidden }).description(description)
    for (const argument of takes) command.addArgument(argument)
    for (const option of options) {
      command.addOption(option)
      if (option.required && !option.variadic && option.parseArg !== repeatable) refuseRepetition(command, option)
    }
    if (json !== null) command.option('--json', `print the result as JSON${json === '' ? '' : `: ${json}`}`)
    command.option('--quiet', 'print only errors and the output that you request with --json or --format')
    command.addHelpText('after', more).action(async (...values) => {
      if (isDefault) refuseMisspelled(parent.name(), entries, values[0])
      finish(await run(...values))
    })
  }
}

/** `--json` selects the format of a list. */
function refuseOtherFormat(command: Command): void {
  const { json, format } = command.opts()
  if (json !== true || format === 'json' || command.getOptionValueSource('format') !== 'cli') return
  throw new UsageError(`--json selects the format json, but --format selects ${format}; omit one of the two options`)
}

const tooMany = /(too many arguments for '\w+')\. Expected (\d+) arguments? but got (\d+)\./

const plainHelp = new Help()

function describeOption(option: Option): string {
  const text = plainHelp.optionDescription(option)
  if (option.mandatory) return `${text} (required)`
  const isSwitch = (option.isBoolean() || option.negate) && option.long !== '--version' && option.long !== '--help'
  return isSwitch && !text.includes('(default: ') ? `${text} (default: ${option.negate ? 'on' : 'off'})` : text
}

/** Commander would keep only the last of several values. */
function refuseRepetition(command: Command, option: Option): void {
  let isGiven = false
  command.on(`option:${option.name()}`, () => {
    if (isGiven) throw new UsageError(`${option.long} is not repeatable; specify it once`)
    isGiven = true
  })
}

/** Silences everything except errors and requested results. */
function silence(command: Command): void {
  const { quiet, json } = command.opts()
  if (quiet !== true) return
  if (json !== true && command.getOptionValueSource('format') !== 'cli') console.log = () => undefined
  console.warn = () => undefined
}

/** The first path of the default command of a group may be a misspelled command. */
function refuseMisspelled(group: string, commands: readonly CommandEntry[], [word = '']: readonly string[]): void {
  const { hint } = didYouMean(
    word,
    commands.map(({ name }) => name),
  )
  if (hint !== undefined && !existsSync(word))
    throw new UsageError(`${group} ${word}: no such command or file; ${hint}`)
}

/** An unset script variable leaves an option without a value, or an empty ID, which every ID contains. */
function refuseEmptyValues(argv: readonly string[]): void {
  for (const [i, text] of argv.entries()) {
    const assigned = /^(--[a-z-]+)=\s*$/.exec(text)?.[1]
    if (assigned === undefined && text.trim() !== '') continue
    const option = assigned ?? argv[i - 1] ?? ''
    if (/^--./.test(option)) throw new UsageError(`${option}: the value is empty; specify a value or omit the option`)
    throw new UsageError(`the argument after ${printable(option)} is empty; specify an ID or a path`)
  }
}

/** Runs a command line and returns its exit code. An error message contains the location, the problem and the fix. */
export async function runProgram(argv: readonly string[], version: string): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const program = makeProgram(version, (result) => {
    code = result
  })
  program.hook('preAction', (_program, command) => {
    refuseOtherFormat(command)
    silence(command)
    reportMisspelledVariables(process.env)
  })
  const { log, warn, error: logError } = console
  // The last safeguard: texts of records, servers and the command line reach the terminal only without codes for it.
  console.log = (text = '') => log(visibleLines(text))
  console.error = (text = '') => logError(visibleLines(redact(text)))
  try {
    refuseEmptyValues(argv)
    await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    if (isOutOfFiles(error)) {
      console.error(`consentry: ${tooManyFiles}`)
      return exitCodes.server
    }
    const failed = exitCodeOf(error)
    if (failed === undefined) {
      // A defect of the product: the stack is for the developers, the message is for the user.
      const place = process.env.CONSENTRY_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
      const report = `unexpected error, please report it (set CONSENTRY_DEBUG=1 to print a stack trace): ${String(error)}${place}`
      console.error(`consentry: ${report}`)
      return exitCodes.server
    }
    // An attacker may also choose file names in an export.
    console.error(`consentry: ${messageOf(error)}`)
    return failed
  } finally {
    Object.assign(console, { log, warn, error: logError })
  }
}
