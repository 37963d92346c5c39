import type { Command } from 'commander'
import type { ExitCode } from '../exit.ts'

export interface CommandContext {
  readonly version: string
  /** Takes the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void
}

/**
 * Adds one command to its parent. The file that exports it holds names, options and help; the code of the command is
 * imported when the command runs, so that help and version answer at once.
 */
export type AddCommand = (parent: Command, context: CommandContext) => void
