import type { RawRecord } from '../../../rules/campaigns/campaign.ts'
import { identityOf } from '../results.ts'
import { type Mutate, replaceEach } from './mutation.ts'
import { moveTimes } from './times.ts'

const separators = [
  // Consents of Entra ID, in both of its logs.
  /(Scope: +)([^,\]"\\]+)()/g,
  // Delegated permission grants, in both logs. Entra's own log quotes the value twice.
  /("DelegatedPermissionGrant\.Scope","(?:NewValue|oldValue":(?:null|"[^"]*"),"newValue)":"(?:\\")? *)([^"\\]+)((?:\\")?")/g,
]
const betweenParts = 30_000

/** Returns a copy of the record for each scope, half a minute apart; undefined for fewer than two scopes. */
function oneForEach(record: RawRecord): RawRecord[] | undefined {
  const text = JSON.stringify(record)
  const scopes = scopesOf(text)
  if (scopes.length < 2) return undefined
  const { id } = identityOf(record)
  return scopes.map((scope, n) => {
    const part = withScope(text, scope).replaceAll(`"${id}"`, `"${n === 0 ? id : numbered(id, n)}"`)
    return JSON.parse(moveTimes(part, (time) => time + n * betweenParts)) as RawRecord
  })
}

/** An id of the same layout that ends in a number. */
const numbered = (id: string, n: number) => `${id.slice(0, -3)}${String(n).padStart(3, '0')}`

function scopesOf(text: string): string[] {
  const lists = separators.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, , list]) => (list as string).split(' ')),
  )
  const google = googleScopes(JSON.parse(text) as RawRecord)
  return [...new Set([...lists.flat(), ...google])].filter((scope) => scope !== '')
}

interface Parameter {
  readonly name?: string
  readonly multiValue?: readonly string[]
  readonly multiMessageValue?: readonly { readonly parameter?: readonly { readonly value?: string }[] }[]
}

function parametersOf(record: RawRecord): readonly Parameter[] {
  const events = Array.isArray(record.events) ? (record.events as { readonly parameters?: readonly Parameter[] }[]) : []
  return events.flatMap(({ parameters }) => parameters ?? [])
}

const isScopes = ({ name }: Parameter) => name === 'scope' || name === 'API_SCOPES'

const googleScopes = (record: RawRecord) =>
  parametersOf(record).flatMap((each) => (isScopes(each) ? (each.multiValue ?? []) : []))

function withScope(text: string, scope: string): string {
  const microsoft = separators.reduce(
    (all, pattern) => all.replace(pattern, (_, before, __, after) => `${before}${scope}${after}`),
    text,
  )
  return JSON.stringify(JSON.parse(microsoft), (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value
    const parameter = value as Parameter
    if (isScopes(parameter) && parameter.multiValue !== undefined) return { ...parameter, multiValue: [scope] }
    if (parameter.name !== 'scope_data' || parameter.multiMessageValue === undefined) return value
    const kept = parameter.multiMessageValue.filter(({ parameter: inner }) =>
      inner?.some((each) => each.value === scope),
    )
    return { ...parameter, multiMessageValue: kept }
  })
}

/** Splits each grant into one grant per scope. */
export const splitScopes: Mutate = (attack) => replaceEach(attack, oneForEach)
