// Builders for the Looker Studio log (application data_studio), and of connectors that run on Apps Script inside Google.
import type { RawRecord } from './campaign.ts'
import { use } from './google-events.ts'
import { type App, activity, type Org, type Parts, type Person } from './google-layouts.ts'
import { parameters, type Value } from './google-parameters.ts'

/** A report or a data source. */
export interface Asset {
  readonly id: string
  readonly name: string
  readonly kind: 'REPORT' | 'DATA_SOURCE'
  readonly owner: Person
}

export const asset = (org: Org, owner: Person, kind: Asset['kind'], name: string): Asset => ({
  id: org.random.uuid(),
  name,
  kind,
  owner,
})

type Visibility = 'PRIVATE' | 'SHARED_EXPLICITLY' | 'PEOPLE_WITHIN_DOMAIN_WITH_LINK' | 'PEOPLE_WITH_LINK'

type AssetParts = Parts & { readonly asset: Asset }

const studio = (
  org: Org,
  parts: AssetParts,
  type: 'ACCESS' | 'ACL_CHANGE',
  name: string,
  values: Readonly<Record<string, Value>> = {},
): RawRecord =>
  activity(org, {
    at: parts.at,
    application: 'data_studio',
    who: parts.who,
    from: parts.from,
    events: [
      {
        type,
        name,
        parameters: parameters({
          ASSET_ID: parts.asset.id,
          ASSET_NAME: parts.asset.name,
          ASSET_TYPE: parts.asset.kind,
          OWNER_EMAIL: parts.asset.owner.email,
          ...values,
        }),
      },
    ],
  })

/** A user creates a report, or a data source with a connector. */
export const createAsset = (org: Org, parts: AssetParts & { readonly connector?: string; readonly report?: Asset }) =>
  studio(org, parts, 'ACCESS', 'CREATE', {
    VISIBILITY: 'PRIVATE',
    ...(parts.connector ? { CONNECTOR_TYPE: parts.connector } : {}),
    ...(parts.report ? { EMBEDDED_IN_REPORT_ID: parts.report.id } : {}),
  })

export const viewAsset = (org: Org, parts: AssetParts & { readonly visibility: Visibility }): RawRecord =>
  studio(org, parts, 'ACCESS', 'VIEW', { VISIBILITY: parts.visibility })

/** A report is sent by mail on a schedule; the log does not name the recipients. */
export const mailReport = (org: Org, parts: AssetParts): RawRecord =>
  studio(org, parts, 'ACCESS', 'ADD_REPORT_EMAIL_DELIVERY')

/** A data source serves all readers with the rights of its owner. */
export const ownersCredentials = (org: Org, parts: AssetParts): RawRecord =>
  studio(org, parts, 'ACL_CHANGE', 'CHANGE_DATA_SOURCE_ACCESS_TYPE', {
    OLD_VALUE: 'VIEWER_CREDENTIALS',
    NEW_VALUE: 'OWNER_CREDENTIALS',
    VISIBILITY: 'PRIVATE',
  })

/** A person receives access to a report. */
export const shareAsset = (
  org: Org,
  parts: AssetParts & { readonly target: string; readonly right: 'CAN_VIEW' | 'CAN_EDIT' },
): RawRecord =>
  studio(org, parts, 'ACL_CHANGE', 'CHANGE_USER_ACCESS', {
    OLD_VALUE: 'NONE',
    NEW_VALUE: parts.right,
    PRIOR_VISIBILITY: 'PRIVATE',
    TARGET_USER_EMAIL: parts.target,
    VISIBILITY: 'SHARED_EXPLICITLY',
    VISIBILITY_CHANGE: parts.target.endsWith(`@${org.domain}`) ? 'INTERNAL' : 'EXTERNAL',
  })

/** One call of a connector: it runs on Apps Script, so the call has no address. */
export const connectorCall = (
  org: Org,
  parts: { readonly at: number; readonly who: Person; readonly app: App; readonly method: string },
): RawRecord =>
  use(org, {
    ...parts,
    from: null,
    bucket: parts.method.startsWith('sheets') || parts.method.startsWith('drive') ? 'DRIVE' : 'APPS_SCRIPT_RUNTIME',
    bytes: org.random.integer(2_000, 90_000),
  })
