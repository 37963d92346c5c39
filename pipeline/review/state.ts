// The result of a review, in a file that the operator names. The next review reports the changes since then. The file
// also proves the review to an auditor: the reviewer, the date and the applications (ATT&CK M1047).
import type { ValidateFunction } from 'ajv/dist/2020.js'
import { tiers } from '../../mappings/fields/oauth.ts'
import { type JsonObject, parsedJson, prettyJson } from '../../mappings/kernel/json.ts'
import { ajv2020 } from '../../mappings/kernel/loaded-late.ts'
import { isStanding } from './grants.ts'
import { type ReviewedApp, reviewedStatuses } from './review.ts'

/** The members of an application that the state keeps: all facts on which a reviewer decides. */
const kept = [
  ...(['vendor', 'tenant', 'id', 'tier', 'breadth', 'users', 'status', 'approval', 'credentials'] as const),
  ...(['owners', 'verified', 'reasons'] as const),
]

export type SeenApp = Pick<ReviewedApp, (typeof kept)[number]> & {
  readonly name?: string
  readonly scopes: readonly string[]
}

export interface DoneReview {
  readonly at: string
  /** The time of the last event in the review: an export may be older than its review. */
  readonly asOf: string
  readonly by?: string
  readonly note?: string
  readonly applications: number
  readonly changes: Readonly<Record<string, number>>
}

export interface ReviewState {
  readonly version: 1
  readonly reviews: readonly DoneReview[]
  readonly apps: readonly SeenApp[]
}

export const firstState: ReviewState = { version: 1, reviews: [], apps: [] }

export function standingScopes({ grants }: ReviewedApp): string[] {
  return [...new Set(grants.filter(isStanding).flatMap(({ scopes }) => scopes))].sort()
}

export function toSeen(app: ReviewedApp): SeenApp {
  const [name] = app.names
  const facts = Object.fromEntries(kept.map((key) => [key, app[key]]).filter(([, value]) => value !== undefined))
  return {
    ...(facts as Pick<ReviewedApp, (typeof kept)[number]>),
    ...(name !== undefined && { name }),
    owners: [...app.owners].sort(),
    scopes: standingScopes(app),
  }
}

const text = { type: 'string' }
const texts = { type: 'array', items: text }
const oneOf = (...values: readonly string[]) => ({ enum: values })

const doneSchema = {
  type: 'object',
  required: ['at', 'asOf', 'applications', 'changes'],
  properties: {
    at: text,
    asOf: text,
    by: text,
    note: text,
    applications: { type: 'number' },
    changes: { type: 'object', additionalProperties: { type: 'number' } },
  },
}

const seenSchema = {
  type: 'object',
  required: 'vendor tenant id breadth users status approval owners reasons scopes'.split(' '),
  properties: {
    vendor: oneOf('microsoft', 'google'),
    tenant: text,
    id: text,
    name: text,
    tier: oneOf(...tiers),
    breadth: oneOf('tenant', 'user', 'none'),
    users: { type: 'number' },
    status: oneOf(...reviewedStatuses),
    approval: oneOf('approved', 'exceeded', 'expired', 'none'),
    credentials: { type: 'number' },
    verified: { type: 'boolean' },
    owners: texts,
    reasons: texts,
    scopes: texts,
  },
}

let compiled: ValidateFunction<ReviewState> | undefined

function isState(value: unknown): value is ReviewState {
  compiled ??= new (ajv2020())().compile<ReviewState>({
    type: 'object',
    required: ['version', 'reviews', 'apps'],
    properties: {
      version: { const: 1 },
      reviews: { type: 'array', items: doneSchema },
      apps: { type: 'array', items: seenSchema },
    },
  })
  return compiled(value)
}

export function parseState(text: string): ReviewState | undefined {
  const value = parsedJson(text)
  if (!isState(value) || value.reviews.some(({ at }) => Number.isNaN(Date.parse(at)))) return undefined
  return { version: 1, reviews: value.reviews, apps: value.apps }
}

/** Renders a state. The same state always has the same text, because the file is under version control. */
export function renderState({ version, reviews, apps }: ReviewState): string {
  const key = ({ vendor, tenant, id }: SeenApp) => `${vendor} ${tenant} ${id}`
  const sorted = [...apps].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return prettyJson({ version, reviews, apps: sorted } as unknown as JsonObject)
}
