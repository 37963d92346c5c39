// The vendor block of a sign-in: all members in snake case, as in Elastic's integration and rules.
import { words } from '../../../fields/field.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { cleanMembers } from '../../../lib/clean.ts'
import { toBoolean, toDouble, toLong } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { refusalText } from '../../../lib/refusal.ts'
import type { Draft } from '../../../lib/step.ts'
import { objectsOf, textOf } from '../../microsoft/readers/values.ts'
import { blockOf, membersOf } from './envelope.ts'
import { shaper, signInShape } from './shapes.ts'
import { snakeBlock } from './snake-block.ts'

/** Members of the envelope that stay in the block. */
const kept = words(`
  category identity operationName operationVersion resultType resultSignature resultDescription callerIpAddress
`)

const keepShape = shaper(signInShape)

const toProperties = snakeBlock({
  moved: ['ip_address', 'ipaddress', 'user_agent', 'location'],
  renames: {
    created_date_time: 'created_at',
    processing_time_in_milliseconds: 'processing_time_ms',
    risk_level_during_sign_in: 'risk_level_during_signin',
  },
})

function shapeDetails(properties: JsonObject): void {
  const list = objectsOf(properties.authentication_processing_details)
  if (list.length === 0) return
  const named: JsonObject = {}
  for (const { key, value } of list) {
    const name = textOf(key)
    if (name !== undefined && name !== '__proto__' && value !== undefined) named[name] = value
  }
  properties.authentication_processing_details = named
  properties.authentication_processing_details_list = list as JsonObject[]
}

function shapeStatus(properties: JsonObject, draft: Draft): void {
  if (!isObject(properties.status)) return
  const { failure_reason: reason, additional_details: details, ...status } = properties.status
  properties.status = status
  const texts = [textOf(reason), textOf(details)]
  const message = texts[0] === undefined ? texts[1] : texts[1] === undefined ? texts[0] : `${texts[0]} (${texts[1]})`
  if (message !== undefined) draft.document.message = message
}

/** Writes the location of the service address to the field of Elastic's integration and to the one of ECS. */
export function readPlace(location: JsonObject, envelopeCountry: string | undefined, { document }: Draft): void {
  const coordinates = membersOf(location.geoCoordinates)
  const [lat, lon] = [toDouble(coordinates.latitude), toDouble(coordinates.longitude)]
  const hasPoint = lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180
  const geo: NonNullable<typeof document.geo> = {}
  put(geo, 'city_name', textOf(location.city))
  put(geo, 'region_name', textOf(location.state))
  put(geo, 'country_iso_code', envelopeCountry ?? textOf(location.countryOrRegion))
  const isNamed = Object.keys(geo).length > 0
  if (hasPoint) geo.location = { lat, lon }
  if (Object.keys(geo).length > 0) document.geo = geo
  // The service writes 0, 0 for an address that it cannot locate.
  if (isNamed) document.source = { ...document.source, geo: { ...geo } }
}

/**
 * The service writes `none` for the device code flow with transferable tokens, so the flow comes from the
 * authentication protocol.
 */
function shapeTransfer(properties: JsonObject): void {
  const stated = textOf(properties.original_transfer_method)?.toLowerCase()
  if (stated !== undefined && stated !== 'none') return
  if (textOf(properties.authentication_protocol)?.toLowerCase() === 'devicecode') {
    properties.original_transfer_method = 'deviceCodeFlow'
  }
}

const deviceSwitches = ['is_compliant', 'is_managed'] as const

function shapeDevice(properties: JsonObject): void {
  const detail = properties.device_detail
  if (!isObject(detail)) return
  for (const name of deviceSwitches) {
    const boolean = toBoolean(detail[name])
    if (boolean !== undefined) detail[name] = boolean
  }
}

/** Sets the autonomous system of the address, if the service states it. */
function readNetwork({ record, document, problem }: Draft): void {
  const system = record.autonomousSystemNumber
  const number = toLong(system)
  if (number === undefined && system !== undefined && system !== null && system !== '')
    problem(refusalText('source.as.number', system))
  if (number !== undefined && number > 0) document.source = { ...document.source, as: { number } }
}

export function shapeSignIn(draft: Draft): void {
  const { record, context = {}, document, vendor } = draft
  const signIn = blockOf(context, kept)
  signIn.category ??= 'SignInLogs'
  signIn.operation_name ??= 'Sign-in activity'
  const properties = toProperties(record)
  shapeDetails(properties)
  shapeStatus(properties, draft)
  shapeTransfer(properties)
  shapeDevice(properties)
  readNetwork(draft)
  keepShape(properties)
  cleanMembers(properties)
  readPlace(membersOf(record.location), textOf(context.location), draft)
  signIn.properties = properties
  vendor.signinlogs = signIn
  const operation = textOf(signIn.operation_name)
  if (operation !== undefined) document.event.action = operation
}
