// A record of the state topic: the cursor of one log source. Compaction keeps the last record of each key.
import { isObject } from '../../../mappings/kernel/json.ts'
import type { Cursor } from './cursor.ts'

export interface State {
  readonly organization: string
  readonly source: string
  readonly cursor: Cursor
}

const version = 1

export const stateKey = (organization: string, source: string): string => `${organization}/${source}`

export const stateValue = (state: State): string => JSON.stringify({ version, ...state })

export function readState(value: Buffer): State | undefined {
  const state = parsed(value)
  if (!isObject(state) || state.version !== version || !isObject(state.cursor)) return undefined
  const { organization, source, cursor } = state
  if (typeof organization !== 'string' || typeof source !== 'string') return undefined
  const { since, complete, reread, pass } = cursor
  const isPass = isObject(pass) && isTime(pass.reached) && isTime(pass.until) && typeof pass.rereads === 'boolean'
  if (!isTime(since) || !isOptionalTime(complete) || !isOptionalTime(reread) || !(pass === undefined || isPass))
    return undefined
  return { organization, source, cursor: cursor as unknown as Cursor }
}

const isTime = (value: unknown): boolean => typeof value === 'string' && Number.isFinite(Date.parse(value))
const isOptionalTime = (value: unknown): boolean => value === undefined || isTime(value)

function parsed(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8'))
  } catch {
    return undefined
  }
}
