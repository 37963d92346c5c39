// How far a run is, on standard error: on a terminal in one line that changes, else in a new line every ten seconds.

export interface Progress {
  update(state: { records: number; bytesRead?: number; bytesTotal?: number }): void
  /** Clears the line of a terminal. */
  end(): void
}

const silent: Progress = { update: () => undefined, end: () => undefined }
const terminalMs = 200
const logMs = 10_000

function duration(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}

/** Progress of a run over files: records, rate and, where the size is known, the time left. */
export function makeProgress(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
  quiet: boolean,
  clock: () => number = Date.now,
): Progress {
  if (quiet) return silent
  const isTerminal = stream.isTTY === true
  const started = clock()
  // A short run writes no line into a log.
  let shown = isTerminal ? 0 : started
  let bytesRead = 0
  let bytesTotal: number | undefined
  return {
    update(state) {
      bytesRead = state.bytesRead ?? bytesRead
      bytesTotal = state.bytesTotal ?? bytesTotal
      const now = clock()
      if (now - shown < (isTerminal ? terminalMs : logMs)) return
      shown = now
      const elapsed = (now - started) / 1000
      const parts = [`${state.records.toLocaleString('en')} records`]
      if (elapsed > 0) parts.push(`${Math.round(state.records / elapsed).toLocaleString('en')}/s`)
      if (bytesTotal && bytesRead > 0 && bytesRead < bytesTotal)
        parts.push(`${duration((elapsed * (bytesTotal - bytesRead)) / bytesRead)} left`)
      const line = parts.join(' · ')
      stream.write(isTerminal ? `\r\u001b[K${line}` : `${line}\n`)
    },
    end() {
      if (isTerminal) stream.write('\r\u001b[K')
    },
  }
}
