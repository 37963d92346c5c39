// Builders of the Takeout log (application takeout): a user starts an export of the own account, Google completes it, somebody downloads it.
import type { RawRecord } from './campaign.ts'
import { activity, MINUTE, type Network, type Org, type Parts, type Person } from './google-layouts.ts'
import { parameters } from './google-parameters.ts'

type Destination = 'BOX' | 'DRIVE' | 'DROPBOX' | 'EMAIL' | 'ONEDRIVE'

interface Export {
  readonly id: string
  readonly products: string
  readonly destination: Destination
}

const takeout = (
  org: Org,
  parts: Parts & { readonly act: 'STARTED' | 'COMPLETED' | 'DOWNLOADED'; readonly job: Export },
): RawRecord => {
  const { act, job, who } = parts
  const common = { PRODUCTS_REQUESTED: job.products, TAKEOUT_ID: job.id, USER_EMAIL: who.email }
  const more = {
    STARTED: { INITIATED_BY: who.email, TAKEOUT_DESTINATION: job.destination },
    COMPLETED: {
      COMPLETION_TIME: parts.at * 1000,
      INITIATED_BY: who.email,
      TAKEOUT_DESTINATION: job.destination,
      TAKEOUT_STATUS: 'COMPLETED',
    },
    DOWNLOADED: { DOWNLOAD_TIME: parts.at * 1000 },
  }
  return activity(org, {
    at: parts.at,
    application: 'takeout',
    who,
    from: parts.from,
    events: [
      { type: 'USER_TAKEOUT', name: `${act}_USER_TAKEOUT`, parameters: parameters({ ...common, ...more[act] }) },
    ],
  })
}

interface ExportParts {
  readonly at: number
  readonly who: Person
  readonly from: Network
  readonly products: string
  readonly destination: Destination
  /** The minutes that Google needs. */
  readonly minutes: number
}

/** The export is started and completed; by mail, its link is opened from the same network afterwards. */
export const exportAccount = (org: Org, parts: ExportParts): readonly RawRecord[] => {
  const { at, who, from } = parts
  const job = { id: org.random.uuid(), products: parts.products, destination: parts.destination }
  const end = at + parts.minutes * MINUTE
  return [
    takeout(org, { at, who, from, act: 'STARTED', job }),
    takeout(org, { at: end, who, from: null, act: 'COMPLETED', job }),
    ...(parts.destination === 'EMAIL'
      ? [takeout(org, { at: end + 9 * MINUTE, who, from, act: 'DOWNLOADED', job })]
      : []),
  ]
}
