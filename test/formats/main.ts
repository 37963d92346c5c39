// Writes the formats table and the samples of the forms where they differ: part of `npm run generate`.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { formGroups } from './forms.ts'
import { loadNatives } from './natives.ts'
import { renderTable, samplePath, samplesFolder, storedSample, tablePath } from './table.ts'

function write(path: string, content: Buffer): void {
  const file = join(packageRoot, path)
  try {
    if (readFileSync(file).equals(content)) return
  } catch {
    // The file does not exist yet.
  }
  writeFileSync(file, content)
  console.log(`wrote ${path}`)
}

const natives = loadNatives()
const forms = formGroups.flatMap((group) => group.forms)
mkdirSync(join(packageRoot, samplesFolder), { recursive: true })
const names = new Set(forms.map((form) => basename(samplePath(form))))
for (const name of readdirSync(join(packageRoot, samplesFolder))) {
  if (!names.has(name)) rmSync(join(packageRoot, samplesFolder, name))
}
for (const form of forms) {
  const sample = storedSample(form, natives)
  if (sample !== undefined) write(samplePath(form), sample)
}
write(tablePath, Buffer.from(renderTable()))
