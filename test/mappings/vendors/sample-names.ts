import { readdirSync } from 'node:fs'

const suffix = '.raw.json'

/** The names of the samples in a folder, sorted. */
export function samplesIn(folder: string): string[] {
  const raw = readdirSync(folder).filter((file) => file.endsWith(suffix))
  return raw.map((file) => file.slice(0, -suffix.length)).sort()
}
