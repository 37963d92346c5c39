import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { loadContent } from '../../mappings/kernel/discover.ts'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { retell, type Story, type Told } from '../../rules/lib/story.ts'
import { makeEvidenceStore, sampleText } from '../hunt/proof.ts'
import { loadSamples } from '../hunt/samples.ts'
import { sendRecords } from '../sink/kafka-records.ts'
import { makeTelemetry } from '../telemetry.ts'
import { openConfig } from './config.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { huntCommand } from './hunt.ts'

/** The stories that the demo is made of. */
const demoStories = ['cross/demo-week', 'cross/demo-attack']

/** The raw records of the demo in the order in which they are delivered, one JSON text each. */
async function tellDemo(): Promise<Told[]> {
  const stories = (await loadContent<Story>('rules', 'story')).map((content) => content.value)
  const store = makeEvidenceStore(loadSamples(), stories)
  return stories
    .filter((story) => demoStories.includes(story.id))
    .flatMap((story) => retell(story, (reference) => sampleText(store, reference)))
    .map((told) => ({ ...told, raw: JSON.stringify(JSON.parse(told.raw)) }))
    .sort((a, b) => (a.delivered < b.delivered ? -1 : a.delivered > b.delivered ? 1 : 0))
}

/** `consentry demo`: an invented tenant on both vendors, a benign week and one attack, hunted or put into Kafka. */
export async function demoCommand(options: { out: string; kafka?: boolean }): Promise<ExitCode> {
  const records = await tellDemo()
  if (options.kafka) {
    const { kafka, service } = openConfig(undefined)
    const [topic] = kafka.topics
    await sendRecords(
      { kafka, log: makeTelemetry({ level: service.logLevel }).log },
      topic as string,
      records.map((told) => told.raw),
    )
    console.log(`${records.length} demo records put into ${topic}`)
    return exitCodes.done
  }
  await mkdir(options.out, { recursive: true })
  const file = join(options.out, 'records.ndjson')
  await writeFile(file, records.map((told) => `${told.raw}\n`).join(''))
  return huntCommand([file], { out: options.out, environment: join(packageRoot, 'environment.example.yaml') })
}
