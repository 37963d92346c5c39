import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { loadEnvironment } from '../../../mappings/environment/load.ts'
import { readNamedText } from '../../../mappings/kernel/named-file.ts'
import { redactionKey } from '../../../pipeline/cli/redaction-key.ts'
import { StagedFiles } from '../../../pipeline/cli/staged-files.ts'
import { CollectFolder } from '../../../pipeline/collect/folder.ts'
import { loadConfig } from '../../../pipeline/config/config.ts'

const folder = mkdtempSync(join(tmpdir(), 'named-file-'))
const pipe = join(folder, '.consentry-collect.json')
execFileSync('mkfifo', [pipe])
afterAll(() => rmSync(folder, { recursive: true }))

it('the reader accepts a regular file, and rejects a pipe or a device', () => {
  const path = join(folder, 'text')
  writeFileSync(path, 'grün')
  expect(readNamedText(path)).toBe('grün')
  for (const special of [pipe, '/dev/zero']) expect(() => readNamedText(special)).toThrow('it is not a regular file')
})

it('a command rejects a pipe in place of a configuration, an environment, a secret, a key, a state or a report', async () => {
  for (const env of [{ KAFKA_TLS_CA: pipe }, { ES_API_KEY_FILE: pipe }])
    expect(JSON.stringify(loadConfig({ env }))).toContain('no regular file')
  expect(JSON.stringify(loadConfig({ file: pipe, env: {} }))).toContain('no regular file')
  expect(loadEnvironment(pipe).diagnostics[0]?.message).toBe('it is not a regular file')
  expect(() => redactionKey(pipe)).toThrow('it is not a regular file')
  await expect(new CollectFolder(folder).readState()).rejects.toThrow('it is not a regular file')
  for (const path of [pipe, '/dev/stdout', '/dev/null'])
    await expect(new StagedFiles().add(path)).rejects.toThrow('it is not a regular file')
})
