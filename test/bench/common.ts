// Inputs and figures that several benchmarks share.
import { loadSamples } from '../../pipeline/content-check/samples.ts'
import { readInputs } from '../../pipeline/framing/files.ts'

/** Returns the raw values of the files, or of the bundled samples if there are no paths. */
export async function readTexts(paths: readonly string[]): Promise<string[]> {
  if (paths.length === 0) return loadSamples().map(({ text }) => text)
  const texts: string[] = []
  for await (const values of readInputs([...paths], {}))
    for (const { text, value } of values) texts.push(text ?? JSON.stringify(value))
  return texts
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number
}

export const round = (value: number): number => Math.round(value * 100) / 100
