// One line on standard error that says how far a run is; only when standard error is a terminal.

export interface Progress {
  update(state: { records: number; bytesRead?: number; bytesTotal?: number }): void
  /** Clears the line. */
  end(): void
}

const silent: Progress = { update: () => undefined, end: () => undefined }
const interval = 200

function seconds(value: number): string {
  return value < 90 ? `${Math.ceil(value)} s` : `${Math.ceil(value / 60)} min`
}

/** Progress of a run over files: records, rate and, where the size is known, the time left. */
export function makeProgress(stream: NodeJS.WriteStream, quiet: boolean): Progress {
  if (quiet || !stream.isTTY) return silent
  const started = Date.now()
  let shown = 0
  let bytesRead = 0
  let bytesTotal: number | undefined
  return {
    update(state) {
      bytesRead = state.bytesRead ?? bytesRead
      bytesTotal = state.bytesTotal ?? bytesTotal
      const now = Date.now()
      if (now - shown < interval) return
      shown = now
      const elapsed = (now - started) / 1000
      const parts = [`${state.records.toLocaleString('en')} records`]
      if (elapsed > 0) parts.push(`${Math.round(state.records / elapsed).toLocaleString('en')}/s`)
      if (bytesTotal && bytesRead > 0 && bytesRead < bytesTotal) {
        parts.push(`${seconds((elapsed * (bytesTotal - bytesRead)) / bytesRead)} left`)
      }
      stream.write(`\r\u001b[K${parts.join(' · ')}`)
    },
    end: () => void stream.write('\r\u001b[K'),
  }
}
