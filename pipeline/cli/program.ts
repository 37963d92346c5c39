// Assembles the command line. Each command is defined in its own file below `commands`.

import { Command, CommanderError, Help, type Option } from 'commander'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import { redact } from '../errors/redact.ts'
import { addApps } from './commands/apps.ts'
import { addCollect } from './commands/collect.ts'
import type { AddCommand } from './commands/command.ts'
import { addCoverage } from './commands/coverage.ts'
import { addDashboards } from './commands/dashboards.ts'
import { addDeadLetters } from './commands/dead-letters.ts'
import { addDemo } from './commands/demo.ts'
import { addDeploy } from './commands/deploy.ts'
import { addDoctor } from './commands/doctor.ts'
import { addExplain } from './commands/explain.ts'
import { addGenerate } from './commands/generate.ts'
import { addHunt } from './commands/hunt.ts'
import { addNew } from './commands/new.ts'
import { addNormalize } from './commands/normalize.ts'
import { addPull } from './commands/pull.ts'
import { addReprocess } from './commands/reprocess.ts'
import { addRules } from './commands/rules.ts'
import { addRun } from './commands/run.ts'
import { addSetup } from './commands/setup.ts'
import { quietOption } from './commands/shared-options.ts'
import { addUndeploy } from './commands/undeploy.ts'
import { addValidate } from './commands/validate.ts'
import { addVerify } from './commands/verify.ts'
import { type ExitCode, exitCodeOf, exitCodes } from './exit.ts'
import { printable } from './terminal.ts'

/** In the order of the help. */
const commands: readonly AddCommand[] = [
  addHunt,
  addCollect,
  addNormalize,
  addExplain,
  addCoverage,
  addDemo,
  addRules,
  addApps,
  addDashboards,
  addNew,
  addValidate,
  addGenerate,
  addSetup,
  addDeploy,
  addPull,
  addUndeploy,
  addVerify,
  addDoctor,
  addRun,
  addDeadLetters,
  addReprocess,
]

/** Builds the program. `finish` receives the exit code of the command. */
export function makeProgram(version: string, finish: (code: ExitCode) => void): Command {
  const program = new Command('consentry')
    .description(
      'Find OAuth application abuse in Microsoft 365 and Google Workspace audit logs\n' +
        '(MITRE ATT&CK T1671, Cloud Application Integration).\n\n' +
        'Exit codes:\n' +
        '  0    success\n' +
        '  1    diagnostics, changes, or alerts at or above --fail-on\n' +
        '  2    invalid usage or configuration\n' +
        '  3    input that cannot be read, in whole or in part\n' +
        '  4    server error or internal error\n' +
        '  130  interrupted',
    )
    .version(version)
    .showHelpAfterError('(run with --help to list the options)')
    .configureOutput({ writeErr: (text) => process.stderr.write(redact(text)) })

  for (const add of commands) add(program, { version, finish })
  settleOptions(program)
  return program
}

/** Their standard output is records or logs: what to do with them is up to the shell. */
const neverQuiet: ReadonlySet<string> = new Set(['normalize', 'run'])

/** What every command has: the same `--quiet`, and a help that names the default of each option. */
function settleOptions(command: Command): void {
  command.configureHelp({ optionDescription: describeOption })
  command.commands.forEach(settleOptions)
  if (command.commands.length === 0 && !neverQuiet.has(command.name())) command.addOption(quietOption())
}

const plainHelp = new Help()

function describeOption(option: Option): string {
  const text = plainHelp.optionDescription(option)
  if (option.mandatory) return `${text} (required)`
  const isSwitch = (option.isBoolean() || option.negate) && option.long !== '--version' && option.long !== '--help'
  return isSwitch ? `${text} (default: ${option.negate ? 'on' : 'off'})` : text
}

/** Nothing but errors: results are in files and in the exit code. */
function silence(command: Command): void {
  if (command.opts().quiet !== true) return
  console.log = () => undefined
  console.warn = () => undefined
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
  program.hook('preAction', (_program, command) => silence(command))
  const { log, warn } = console
  try {
    await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    const failed = exitCodeOf(error)
    if (failed === undefined) {
      // A defect of ours: where it happened is for us, the sentence is for the user.
      const place = process.env.CONSENTRY_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
      const report = `unexpected error, please report it (set CONSENTRY_DEBUG=1 to print a stack trace): ${String(error)}${place}`
      console.error(`consentry: ${redact(report)}`)
      return exitCodes.server
    }
    // File names in an export are the attacker's words, too.
    console.error(`consentry: ${redact(messageOf(error)).split('\n').map(printable).join('\n')}`)
    return failed
  } finally {
    Object.assign(console, { log, warn })
  }
}
