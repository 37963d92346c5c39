// Shows the progress of a run on standard error: one changing line on a terminal, else a line every ten seconds.
import { longWaitMs } from '../collect/vendor-client.ts'
import type { Readability } from '../decode/readability.ts'
import { readInputs } from '../framing/files.ts'
import { commandStart } from './command-start.ts'
import type { CommonOptions } from './common-options.ts'
import { printable } from './terminal.ts'
import { leftOut } from './unread.ts'
import { zipLimits } from './zip-limits.ts'

export interface Progress {
  update(state: { records: number; bytesRead?: number; bytesTotal?: number }): void
  /** Shows the work after the last record was read. */
  stage(text: () => string): void
  end(): void
}

const silent: Progress = { update: () => undefined, stage: () => undefined, end: () => undefined }
const terminalMs = 200
const logMs = 10_000

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}

export interface StatusLine {
  /** Writes the line if the last line is old enough. Calls `text` only then. */
  update(text: () => string): void
  end(): void
}

type Output = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>

export function makeStatusLine(stream: Output, clock: () => number = Date.now, started: number = clock()): StatusLine {
  const isTerminal = stream.isTTY === true
  // Off a terminal, a short run writes no progress line.
  let shown = isTerminal ? 0 : started
  return {
    update(text) {
      const now = clock()
      if (now - shown < (isTerminal ? terminalMs : logMs)) return
      shown = now
      stream.write(isTerminal ? `\r\u001b[K${text()}` : `${text()}\n`)
    },
    end() {
      if (isTerminal) stream.write('\r\u001b[K')
    },
  }
}

export function makeProgress(
  stream: Output,
  quiet: boolean,
  clock: () => number = Date.now,
  begin: number = commandStart() ?? clock(),
): Progress {
  if (quiet) return silent
  const started = clock()
  const status = makeStatusLine(stream, clock, begin)
  let bytesRead = 0
  let bytesTotal: number | undefined
  let text: (() => string) | undefined
  const show = () => text !== undefined && status.update(text)
  function say(next: () => string): void {
    text = next
    show()
  }
  // A step can take a minute without news.
  const timer = setInterval(show, 1000).unref()
  return {
    update(state) {
      bytesRead = state.bytesRead ?? bytesRead
      bytesTotal = state.bytesTotal ?? bytesTotal
      say(() => {
        const elapsed = (clock() - started) / 1000
        const parts = [`${state.records.toLocaleString('en')} records`]
        if (elapsed > 0) parts.push(`${Math.round(state.records / elapsed).toLocaleString('en')}/s`)
        if (bytesTotal && bytesRead > 0 && bytesRead < bytesTotal)
          parts.push(`${duration((elapsed * (bytesTotal - bytesRead)) / bytesRead)} left`)
        return parts.join(' · ')
      })
    },
    stage: say,
    end() {
      clearInterval(timer)
      status.end()
    },
  }
}

/** Shows the number of records so far, and the reason for a wait. */
export function watchCollection(stream: Output, quiet: boolean) {
  const progress = makeProgress(stream, quiet)
  let records = 0
  let waits = ''
  progress.stage(() => `${records.toLocaleString('en')} records${waits}`)
  return {
    observers: {
      onProgress: (count: number) => {
        records = count
        waits = ''
      },
      onRetry: (reason: string, waitMs: number) => {
        waits = `; trying again: ${printable(reason)}`
        // The records of another log source would replace the reason.
        if (waitMs > longWaitMs && !quiet)
          stream.write(`trying again in ${duration(waitMs / 1000)}: ${printable(reason)}\n`)
      },
    },
    end: () => progress.end(),
  }
}

/** Reads the inputs of a command and shows the progress. A failed input does not end the reading. */
export async function* readWithProgress(
  paths: readonly string[],
  { reading, earlierResults }: Pick<Readability, 'reading' | 'earlierResults'>,
  options: CommonOptions,
): ReturnType<typeof readInputs> {
  const progress = makeProgress(process.stderr, options.quiet === true)
  let records = 0
  const onProgress = (state: { bytesRead: number; bytesTotal?: number }) => progress.update({ records, ...state })
  try {
    for await (const values of readInputs(paths, { ...reading, onProgress, zip: zipLimits(options) })) {
      records += values.length
      yield values
      progress.update({ records })
    }
  } finally {
    progress.end()
    for (const line of leftOut(earlierResults)) console.error(line)
  }
}
