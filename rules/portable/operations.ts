// Acts as names of operations, from the vendors' tables: a consent is `event.action: "Consent to application."`.
import type { Operation } from '../../mappings/lib/operation.ts'
import { allOf, anyOf, type Native, oneOf } from './native.ts'

/** Returns the condition for an act: operations that are always this act, and others with a deciding condition. */
export function actQuery(
  act: string,
  rows: Readonly<Record<string, Operation>>,
  spell: (name: string) => readonly string[],
  sign: (act: string) => Native | undefined,
): Native | undefined {
  const certain: string[] = []
  const possible: string[] = []
  for (const [name, { read }] of Object.entries(rows)) {
    const acts: readonly string[] = read?.acts ?? []
    if (!acts.includes(act)) continue
    if (acts.length === 1) certain.push(...spell(name))
    else possible.push(...spell(name))
  }
  if (certain.length + possible.length === 0) return undefined
  const what = possible.length === 0 ? undefined : sign(act)
  if (certain.length === 0 && what === undefined) return undefined
  return anyOf([
    ...(certain.length === 0 ? [] : [oneOf('event.action', certain)]),
    ...(what === undefined ? [] : [allOf([oneOf('event.action', possible), what])]),
  ])
}
