// Samples are the evidence of rules and the test of mappings: raw records, stored once, found by their file names.
import { readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import { findFiles } from '../../mappings/kernel/discover.ts'
import { type Json, prettyJson } from '../../mappings/kernel/json.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { unmappedFields } from '../../mappings/lib/vendor-catalog.ts'
import type { RuleEngine } from '../../rules/lib/engine.ts'
import { type Chain, processValue } from '../chain.ts'
import { decode } from '../decode/decode.ts'
import type { Failure, Outcome } from '../outcome.ts'

/** A raw record in the folder of its mapping. */
export interface Sample {
  /** `<vendor folder>/<name>`: the reference in rules and scenarios. */
  readonly ref: string
  /** Raw file and golden file, relative to the package root, with `/`. */
  readonly rawFile: string
  readonly goldenFile: string
  readonly text: string
}

const suffix = '.raw.json'

export function loadSamples(): Sample[] {
  const vendors = join(packageRoot, 'mappings', 'vendors')
  return findFiles(vendors, suffix).map((file) => {
    const rawFile = relative(packageRoot, file).split(sep).join('/')
    const vendor = basename(dirname(dirname(dirname(file))))
    return {
      ref: `${vendor}/${basename(file, suffix)}`,
      rawFile,
      goldenFile: rawFile.replace(suffix, '.ecs.json'),
      text: readFileSync(file, 'utf8'),
    }
  })
}

// Golden files: the documents of a sample, their fields outside the catalog, and the rules that match. They are
// regenerated and reviewed, so a new sample requires no rule edit, and a broader rule shows up as a difference.
export interface Golden {
  readonly document: EcsDocument
  readonly unmapped: readonly string[]
  /** Names of the rules that match the document, sorted. */
  readonly hits: readonly string[]
}

export function processText(text: string, source: string, chain: Chain): Outcome[] {
  return decode({ delivery: { source, offset: '0' }, text }).flatMap((decoded) => chain.process(decoded))
}

export function goldensOf(
  sample: Sample,
  chain: Chain,
  engine: RuleEngine,
): { goldens: Golden[]; failures: Failure[] } {
  const { events, failures } = processValue(
    { delivery: { source: sample.rawFile, offset: '0' }, text: sample.text },
    chain,
  )
  const goldens = events.map(({ document, dataset }): Golden => {
    const mapping = chain.normalizer.mappings.find((m) => m.mapping.dataset === dataset)?.mapping
    const hits = engine.match(document, dataset).map(({ name }) => name)
    return { document, unmapped: mapping === undefined ? [] : unmappedFields(mapping, document), hits: hits.sort() }
  })
  return { goldens, failures }
}

/** The golden file: one object, or a list if the record has several events. */
export function renderGolden(sample: Sample, goldens: readonly Golden[]): Artifact {
  const value = (goldens.length === 1 ? goldens[0] : goldens) as unknown as Json
  return { path: sample.goldenFile, text: prettyJson(value) }
}
