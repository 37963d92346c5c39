// Defender XDR CloudAppEvents: a row about an activity, with the native record of the application in RawEventData.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { isOperation } from '../../mappings/vendors/m365/operations.ts'
import { pick } from './members.ts'
import { looksLikeJson } from './text.ts'
import type { Place, Walk } from './walk.ts'

/** Facts that Defender adds to the record: the owner and the origin of the application. */
const found = [
  ...['ActionType', 'Application', 'ApplicationId', 'AccountObjectId', 'AccountDisplayName', 'OAuthAppId', 'ReportId'],
  ...['IPAddress', 'CountryCode', 'City', 'ISP', 'IsAdminOperation', 'Timestamp'],
]

/** A row of an advanced hunting export, or of the Log Analytics table of the same name. */
export function isDefenderRow(value: JsonObject): boolean {
  return typeof value.ActionType === 'string' && (value.Timestamp !== undefined || value.TimeGenerated !== undefined)
}

export function takeDefenderRow(row: JsonObject, place: Place, walk: Walk): void {
  const raw = row.RawEventData
  const context: JsonObject = { ...place.context, ...pick(row, found) }
  // Rows of other applications and tables contain their own records, which this product recognizes but does not use.
  const isOurs = isOperation(String(row.ActionType))
  const inner: Place = { ...walk.inside(place, '.RawEventData'), context, ...(!isOurs && { otherwise: 'not_ours' }) }
  if (isObject(raw) && Object.keys(raw).length > 0) walk.value(raw, inner)
  else if (typeof raw === 'string' && looksLikeJson(raw)) walk.text(raw, inner)
  else {
    const detail = `the row ${row.ActionType ?? ''} has no native record in RawEventData: a query of CloudAppEvents must keep this column`
    walk.fail(isOurs ? 'audit_data_empty' : 'not_ours', detail, row, place)
  }
}
