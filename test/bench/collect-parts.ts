// What both forms of the collection bench share.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compare as compareRecords, documentsOf, manyFaults, setUp } from '../support/collect-run.ts'
import type { Published } from '../support/vendor-records.ts'

export interface BenchOptions {
  readonly records: number
  readonly kills: number
  readonly seed: number
}

const tokenCalls = 200

/** The fakes with all faults; each process has its own, and they publish the same records. */
export const openFakes = (folder: string, { records, seed }: Omit<BenchOptions, 'kills'>, days = 30) =>
  setUp({ seed, records, days, faults: manyFaults, tokenCalls }, join(folder, 'key.json'))

export function hunt(folder: string): Promise<number | null> {
  const main = fileURLToPath(new URL('../../pipeline/main.js', import.meta.url))
  const args = [main, 'hunt', join(folder, 'collected'), '--out', join(folder, 'hunt'), '--quiet']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve) => child.on('close', resolve))
}

/** Prints everything that was published against the documents of the hunt. Answers how many are lost or duplicated. */
export async function compare(folder: string, published: Published): Promise<number> {
  const found = await documentsOf(join(folder, 'hunt'))
  console.log('| log source | published | documents | lost | duplicated |\n| --- | --- | --- | --- | --- |')
  let faults = 0
  for (const { source, published: all, documents, lost, duplicated } of compareRecords(found, published)) {
    faults += lost.length + duplicated.length
    console.log(`| ${source} | ${all} | ${documents} | ${lost.length} | ${duplicated.length} |`)
  }
  return faults
}
