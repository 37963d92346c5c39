import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import type { KafkaClientOptions } from '../clients/kafka.ts'
import { bySize, KafkaProducer } from '../clients/kafka-producer.ts'
import { UsageError } from '../errors/usage-error.ts'
import { makeTelemetry } from '../telemetry/telemetry.ts'
import { openConfig } from './config.ts'
import { renderDemo } from './demo-records.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { type HuntRunner, huntCommand } from './hunt.ts'
import type { FilterOptions, HuntCommandOptions } from './hunt-options.ts'
import { makeOutFolder, writeRecordFile } from './output.ts'
import { printResult } from './result.ts'
import { isInputOfEarlier } from './results-folder.ts'

export async function demoCommand(
  { kafka: sends, ...options }: Pick<HuntCommandOptions, keyof FilterOptions | 'out' | 'verbose'> & { kafka?: boolean },
  runner: HuntRunner,
): Promise<ExitCode> {
  const records = await renderDemo()
  if (sends) {
    const { kafka, service } = openConfig(undefined)
    const [topic] = kafka.topics
    await sendRecords(
      { kafka, log: makeTelemetry({ level: service.logLevel, quiet: options.quiet }).log },
      topic as string,
      records.map((recorded) => recorded.raw),
    )
    const sent = { topic, records: records.length }
    printResult(options, sent, () => `sent ${sent.records} demo records to topic ${topic}`)
    return exitCodes.done
  }
  await makeOutFolder(options.out)
  const file = join(options.out, 'records.ndjson')
  if (existsSync(file) && !(await isInputOfEarlier(options.out, file)))
    throw new UsageError(`${file} exists, and no earlier demo wrote it; choose another folder with --out, or move it`)
  await writeRecordFile(file, records.map((recorded) => `${recorded.raw}\n`).join(''))
  return huntCommand([file], { ...options, environment: join(packageRoot, 'environment.example.yaml') }, runner)
}

/** Sends the texts in order. Rejects with a DependencyError if the broker does not accept them. */
async function sendRecords(options: KafkaClientOptions, topic: string, texts: readonly string[]): Promise<void> {
  const producer = new KafkaProducer(options)
  try {
    for (const group of bySize(texts, ({ length }) => length))
      await producer.send(
        topic,
        group.map((value) => ({ value })),
      )
  } finally {
    await producer.close()
  }
}
