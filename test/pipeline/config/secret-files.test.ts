import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadConfig } from '../../../pipeline/config/config.ts'
import { currentSecret } from '../../../pipeline/config/secret-files.ts'
import { redact } from '../../../pipeline/errors/redact.ts'

it('a secret is as its file contains it now, logs hide it, and a deleted or empty file changes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'consentry-test-'))
  const file = join(folder, 'secret')
  writeFileSync(file, 'the first one\n')
  const outcome = loadConfig({ env: { KAFKA_SASL_USERNAME: 'u', KAFKA_SASL_PASSWORD_FILE: file } })
  const password = outcome.ok ? outcome.config.kafka.password : undefined
  expect(password).toBe('the first one')
  const current = () => currentSecret('kafka.password', 'the first one')
  writeFileSync(file, 'the second one\n')
  expect(current()).toBe('the second one')
  expect(redact('refused: the second one')).toBe('refused: ***')
  expect(currentSecret('kafka.password', 'from a variable')).toBe('from a variable')
  expect(currentSecret('elasticsearch.password', 'the first one')).toBe('the first one')
  for (const break_ of [() => writeFileSync(file, ''), () => rmSync(folder, { recursive: true })]) {
    break_()
    expect(current()).toBe('the first one')
  }
})
