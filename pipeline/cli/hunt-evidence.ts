// The files that a responder hands over: their paths, next to the other results, and their pseudonyms.
import { join } from 'node:path'
import { present } from '../../mappings/kernel/present.ts'
import { evidenceNames, redactedFolder } from '../framing/earlier-results.ts'
import { evidenceApps } from '../hunt/evidence/evidence-apps.ts'
import {
  type Evidence,
  type EvidenceOptions,
  type EvidenceOutput,
  writeEvidence,
} from '../hunt/evidence/evidence-files.ts'
import { Redactor } from '../hunt/evidence/redactor.ts'
import { NdjsonFile } from '../hunt/ndjson-file.ts'
import type { ReviewedApp } from '../review/review.ts'
import { makeOutFolder } from './output.ts'
import type { StagedFiles } from './staged-files.ts'

export interface EvidenceFacts extends Omit<EvidenceOptions, 'apps' | 'output' | 'redacted'> {
  readonly folder: string
  readonly staged: StagedFiles
  /** The pseudonym key; undefined without redacted copies. */
  readonly redactKey: string | undefined
  readonly apps: readonly ReviewedApp[]
  /** The IDs of the application that `--app` selects. */
  readonly asked: readonly string[] | undefined
}

export async function writeEvidenceFiles(facts: EvidenceFacts): Promise<Evidence> {
  const { folder, staged, redactKey, apps, asked, ...options } = facts
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
  async function redactedOutput(): Promise<EvidenceOutput> {
    const place = join(folder, redactedFolder)
    await makeOutFolder(place)
    return outputIn(place)
  }
  try {
    const output = await outputIn(folder)
    const redacted =
      redactKey === undefined ? undefined : { output: await redactedOutput(), redactor: new Redactor(redactKey) }
    return await writeEvidence({
      ...options,
      apps: evidenceApps(options.collector, apps, asked),
      output,
      ...present({ redacted }),
    })
  } finally {
    await Promise.all(files.map((file) => file.close()))
  }
}
