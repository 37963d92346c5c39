// Watches the difference between the clock of this computer and the clock of Elasticsearch. Corrects no times.
import { setTimeout as sleep } from 'node:timers/promises'
import { clockToleranceMs } from '../clients/server-clock.ts'
import { describeError, type Telemetry } from '../telemetry/telemetry.ts'

export interface WatchClockOptions {
  /** The milliseconds by which this computer is ahead; undefined if unknown. */
  readonly difference: () => Promise<number | undefined>
  readonly telemetry: Telemetry
  readonly signal: AbortSignal
  readonly everyMs?: number
}

export async function watchClock({
  difference,
  telemetry,
  signal,
  everyMs = 60_000,
}: WatchClockOptions): Promise<void> {
  const { log, metrics } = telemetry
  let reported: number | undefined
  while (!signal.aborted) {
    try {
      const ahead = await difference()
      if (ahead !== undefined) {
        metrics.clockDifference.set(ahead / 1000)
        const isWrong = Math.abs(ahead) > clockToleranceMs
        const isNew = reported === undefined || Math.abs(ahead - reported) > clockToleranceMs
        if (isWrong && isNew)
          log.warn(
            { code: 'clock', secondsAhead: Math.round(ahead / 1000) },
            'the clock of this computer differs from the clock of Elasticsearch: event.ingested is wrong, and rules may not read the documents; synchronize the clocks',
          )
        if (!isWrong && reported !== undefined) log.info({ code: 'clock' }, 'the clocks agree again')
        if (!isWrong) reported = undefined
        else if (isNew) reported = ahead
      }
    } catch (error) {
      log.debug(describeError(error), 'the clocks could not be compared')
    }
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}
