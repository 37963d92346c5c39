// Activities of the Reports API as rows of the table `activity` of the BigQuery export: one record for each application.
import type { RawRecord } from './campaign.ts'

interface Parameter {
  readonly name: string
  readonly value?: string
  readonly boolValue?: boolean
  readonly intValue?: string
  readonly multiValue?: readonly string[]
  readonly multiMessageValue?: readonly { readonly parameter: readonly Parameter[] }[]
}

interface Activity {
  readonly id: { readonly time: string; readonly uniqueQualifier: string; readonly applicationName: string }
  readonly actor: { readonly email: string }
  readonly ipAddress?: string
  readonly events: readonly [
    { readonly type: string; readonly name: string; readonly parameters: readonly Parameter[] },
  ]
}

const cell = (parameter: Parameter): unknown =>
  parameter.multiMessageValue?.map((one) => columns(one.parameter)) ??
  parameter.multiValue ??
  parameter.intValue ??
  parameter.boolValue ??
  parameter.value

const columns = (list: readonly Parameter[]): RawRecord =>
  Object.fromEntries(list.map((one) => [one.name.toLowerCase(), cell(one)]))

/** The rows of `records`, in the same order. Integers are text, as in an export to JSON. */
export const activityRows = (records: readonly RawRecord[]): readonly RawRecord[] =>
  records.map((record) => {
    const { id, actor, ipAddress, events } = record as unknown as Activity
    const [event] = events
    return {
      time_usec: `${Date.parse(id.time) * 1000}`,
      email: actor.email,
      ip_address: ipAddress ?? null,
      event_type: event.type,
      event_name: event.name,
      record_type: id.applicationName,
      unique_identifier: id.uniqueQualifier,
      [id.applicationName]: columns(event.parameters),
    }
  })
