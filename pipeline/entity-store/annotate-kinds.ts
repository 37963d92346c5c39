// Counts the kinds of directory data that an application began to read, if it spreads the reads over days: an intruder who reads
// one list each night stays below every hourly count.
import { dayMs, monthMs } from '../../mappings/kernel/durations.ts'
import type { Annotating } from './annotations.ts'
import { appView } from './identities.ts'
import { learningMs } from './novelty.ts'
import { directoryKind } from './use.ts'

/** A program with a complete list of requests sends them within a day or two. */
const fewestDays = 3

/** `logged` is the start of the log source: what a program read in the first weeks of the log is not new. */
export function annotateKinds({ annotations, subject, lookup, appIds }: Annotating, logged: number | undefined): void {
  const { at, oauth } = subject
  const kind = oauth === undefined ? undefined : directoryKind(oauth)
  if (kind === undefined || logged === undefined) return
  const view = appView(lookup, subject, appIds)
  if (view.count('directory_kinds', at).approximate) return
  const begun = new Map([[kind, at]])
  for (const { value, first } of view.firstSeenWithin('directory_kinds', 0, at)) begun.set(value, first)
  const since = Math.max(at - monthMs, logged + learningMs)
  const recent = [...begun.values()].filter((first) => first >= since)
  if ((begun.get(kind) as number) < since) return
  if (new Set(recent.map((first) => Math.floor(first / dayMs))).size >= fewestDays)
    annotations.activity.kinds_new = recent.length
}
