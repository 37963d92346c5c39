// Parameters of Reports API events with the value member that fits each.
import type { RawRecord } from './campaign.ts'

export type Value = string | readonly string[] | boolean | number

/** A named parameter with the value member that fits it. */
const parameter = (name: string, value: Value): RawRecord => {
  if (typeof value === 'boolean') return { name, boolValue: value }
  if (typeof value === 'number') return { name, intValue: String(value) }
  return typeof value === 'string' ? { name, value } : { name, multiValue: value }
}

export const parameters = (values: Readonly<Record<string, Value>>): RawRecord[] =>
  Object.entries(values).map(([name, value]) => parameter(name, value))

const buckets: readonly (readonly [RegExp, string])[] = [
  [/gmail|mail\.google/u, 'GMAIL'],
  [/auth\/(drive|documents|spreadsheets|presentations)/u, 'DRIVE'],
  [/calendar/u, 'CALENDAR'],
  [/contacts|directory\.readonly/u, 'CONTACTS'],
  [/admin\.|apps\.groups/u, 'GSUITE_ADMIN'],
  [/classroom/u, 'CLASSROOM'],
  [/auth\/script\.(projects|deployments)/u, 'APPS_SCRIPT_API'],
  [/auth\/script\./u, 'APPS_SCRIPT_RUNTIME'],
  [/userinfo|^(openid|email|profile)$/u, 'IDENTITY'],
]

const bucketOf = (scope: string): string => buckets.find(([pattern]) => pattern.test(scope))?.[1] ?? 'OTHER'

export const scopeData = (scopes: readonly string[]): RawRecord => ({
  name: 'scope_data',
  multiMessageValue: scopes.map((scope) => ({
    parameter: [
      { name: 'scope_name', value: scope },
      { name: 'product_bucket', multiValue: [bucketOf(scope)] },
    ],
  })),
})
