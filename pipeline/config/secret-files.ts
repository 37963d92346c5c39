// Secrets that settings read from files: an operator replaces the file while the service runs.
import { statSync } from 'node:fs'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { registerSecret } from '../errors/redact.ts'
import type { SettingKey } from './settings.ts'

const origins = new Map<SettingKey, { readonly file: string; readonly secret: string }>()

const mostBytes = 64 * 1024

/** The secret in a file, without its last line break. */
function read(file: string): string {
  if (statSync(file).size > mostBytes)
    throw Object.assign(new Error('too large'), { code: `more than ${mostBytes} bytes` })
  return readNamedText(file).replace(/\r?\n$/, '')
}

/** Reads the secret of a setting, and keeps the path for later reads. */
export function readSecret(key: SettingKey, file: string): string {
  const secret = read(file)
  origins.set(key, { file, secret })
  return secret
}

/** The secret of a setting as its file contains it now; unchanged if it comes from no file, or if the file cannot be read. */
export function currentSecret(key: SettingKey, secret: string): string {
  const origin = origins.get(key)
  if (origin?.secret !== secret) return secret
  try {
    const current = read(origin.file)
    registerSecret(current)
    return current === '' ? secret : current
  } catch {
    return secret
  }
}
