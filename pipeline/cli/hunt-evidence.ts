// The files that a responder hands over: their paths, next to the other results, and their pseudonyms.
import { join } from 'node:path'
import type { DataTotals } from '../hunt/evidence/data-taken.ts'
import { type EvidenceApp, type EvidenceOutput, writeEvidence } from '../hunt/evidence/evidence-files.ts'
import { Redactor } from '../hunt/evidence/redactor.ts'
import { indexApps } from '../hunt/report/apps.ts'
import type { Collector } from '../hunt/report/collect.ts'
import type { ReviewedApp } from '../review/review.ts'
import { NdjsonFile } from '../sink/ndjson.ts'
import { makeOutFolder } from './output.ts'
import type { StagedFiles } from './staged-files.ts'

export const evidenceNames = ['evidence.csv', 'timeline.csv', 'timeline.jsonl', 'indicators.csv'] as const
const redactedFolder = 'redacted'

/** The places of these files in a folder of results. */
export function evidencePaths(folder: string): string[] {
  return [folder, join(folder, redactedFolder)].flatMap((place) => evidenceNames.map((name) => join(place, name)))
}

export interface EvidenceFacts {
  readonly folder: string
  readonly staged: StagedFiles
  readonly redact: boolean
  readonly collector: Collector
  readonly apps: readonly ReviewedApp[]
  /** Where the documents and alerts of the hunt are by now. */
  readonly documents: string
  readonly alerts: string
  readonly signal: AbortSignal
}

export async function writeEvidenceFiles(facts: EvidenceFacts): Promise<DataTotals> {
  const { folder, staged, redact, documents, alerts, signal } = facts
  const files: NdjsonFile[] = []
  async function outputIn(place: string): Promise<EvidenceOutput> {
    const [evidence, timeline, timelineJson, indicators] = await Promise.all(
      evidenceNames.map(async (name) => {
        const file = new NdjsonFile(await staged.add(join(place, name)))
        files.push(file)
        return (lines: readonly string[]) => file.append(lines)
      }),
    )
    return { evidence, timeline, timelineJson, indicators } as EvidenceOutput
  }
  try {
    const output = await outputIn(folder)
    if (redact) await makeOutFolder(join(folder, redactedFolder))
    const redacted = redact
      ? { output: await outputIn(join(folder, redactedFolder)), redactor: new Redactor() }
      : undefined
    return await writeEvidence({
      documents,
      alerts,
      apps: alertedApps(facts),
      output,
      signal,
      ...(redacted !== undefined && { redacted }),
    })
  } finally {
    await Promise.all(files.map((file) => file.close()))
  }
}

/** The applications with alerts, by each of their keys. */
function alertedApps({ collector, apps }: EvidenceFacts): Map<string, EvidenceApp> {
  const known = indexApps(apps)
  const alerted = new Map<string, EvidenceApp>()
  for (const [key, { app, name }] of collector.groups) {
    if (app === undefined) continue
    const reviewed = known.get(key)
    const found = { key, id: reviewed?.id ?? app.id, name: reviewed?.names[0] ?? name ?? '' }
    alerted.set(key, found)
    for (const [other, each] of known) if (reviewed !== undefined && each === reviewed) alerted.set(other, found)
  }
  return alerted
}
