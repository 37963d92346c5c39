// Processes the records of a part of the topics again with the current stages.
import { messageOf } from '../../mappings/kernel/thrown.ts'
import type { UpdateEntities } from '../entity-store/update-entities.ts'
import type { Event, Outcome } from '../outcome.ts'
import { isolate } from '../service/isolate.ts'
import { transformBatch } from '../service/transform-batch.ts'
import { toFailure } from '../sink/failure.ts'
import { type ReadRangesOptions, readRanges } from '../source/kafka-ranges.ts'
import type { RawKafkaValue } from '../source/source.ts'
import type { Overwrite, ReprocessTally } from './overwrite.ts'

export interface ReprocessOptions {
  readonly reading: ReadRangesOptions
  readonly transform: (value: RawKafkaValue) => Iterable<Outcome | undefined>
  readonly updateEntities: UpdateEntities
  readonly overwrite: Overwrite
  readonly tally: ReprocessTally
}

/** Resolves after the last record. Failures are only counted: the run writes no dead letters. */
export async function reprocess({ reading, ...stages }: ReprocessOptions): Promise<void> {
  const { transform, updateEntities, overwrite, tally } = stages
  await readRanges(reading, async (batch) => {
    const { signal } = batch
    const { events, failures } = await transformBatch(batch, transform, reading.telemetry)
    const annotate = (some: readonly Event[]) => updateEntities(some, { signal })
    const annotated = await isolate(events, annotate, signal)
    const stored = await isolate(
      annotated.results.flat(),
      (some: readonly Event[]) => overwrite.store(some, signal),
      signal,
    )
    for (const failure of [...batch.failures, ...failures]) tally.undocumented.add(failure)
    for (const { item, error } of annotated.failed)
      tally.refused.add(toFailure(item, 'annotation_failed', messageOf(error)))
    for (const { item, error } of stored.failed) tally.refused.add(toFailure(item, 'storing_failed', messageOf(error)))
  })
}
