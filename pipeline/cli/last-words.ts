// Ends the process with a reason and with an exit code that scripts rely on.
import { isOutOfFiles, tooManyFiles } from '../../mappings/kernel/open-files.ts'
import { redact } from '../errors/redact.ts'
import { exitCodes } from './exit.ts'
import { printable } from './terminal.ts'

function end(reason: string, error?: unknown): never {
  if (isOutOfFiles(error)) {
    process.stderr.write(`consentry: ${tooManyFiles}\n`)
    process.exit(exitCodes.server)
  }
  const detail = error instanceof Error ? `: ${printable(`${error.name}: ${error.message}`)}` : ''
  const place = process.env.CONSENTRY_DEBUG && error instanceof Error ? `\n${error.stack}` : ''
  const report = `consentry: ${reason}, please report it (set CONSENTRY_DEBUG=1 to print a stack trace)${detail}${place}`
  process.stderr.write(`${redact(report)}\n`)
  process.exit(exitCodes.server)
}

/** The process ends after this delay, even if handles are still open. */
const endMs = 2_000

/**
 * Ends the process soon, with the exit code that is set. Node ends by itself when no handle is open, but libraries
 * leave sockets open: kafkajs opens a socket while it disconnects and never closes it.
 */
export function endSoon(): void {
  const end = (): void => {
    // On some systems, a write to a pipe completes only when the reader reads it.
    if (process.stdout.writableLength + process.stderr.writableLength === 0) process.exit()
    setTimeout(end, endMs).unref()
  }
  setTimeout(end, endMs).unref()
}

/** Watches the process until the caller calls the returned function at the end of the command. */
export function endWithReason(): () => void {
  const onUncaught = (error: unknown) => end('unexpected uncaught error', error)
  // No work is pending: Node would exit with code 13 and no message.
  const onStuck = () => end('the command stopped before it was complete')
  process.on('uncaughtException', onUncaught)
  process.on('unhandledRejection', onUncaught)
  process.on('beforeExit', onStuck)
  return () => process.off('beforeExit', onStuck)
}
