// Files, their owners and how far they are shared: the drive activity.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { present } from '../../../kernel/present.ts'
import { toText } from '../../../lib/convert.ts'
import type { DeriveStep } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { streamBlock, textAt, textsAt } from './acts.ts'

/** Visibilities beyond the organization (true) and inside it (false). Other visibilities are inconclusive. */
const reachesOutside: ReadonlyMap<string, boolean> = new Map([
  ['people_with_link', true],
  ['public_on_the_web', true],
  ['shared_externally', true],
  ['private', false],
  ['people_within_domain_with_link', false],
  ['public_in_the_domain', false],
  ['shared_internally', false],
])

/**
 * Visibilities of a file that nobody outside can open. The set omits links for the domain: they do not show whether
 * outsiders also have access.
 */
const staysInside: ReadonlySet<string | undefined> = new Set(['private', 'shared_internally'])

/** The party loses its access or its link. */
const isTaken = (block: JsonObject): boolean => {
  const now = textsAt(block, 'new_value')
  const taken = now.length > 0 && now.every((value) => value === 'none' || value === 'private')
  return taken || textAt(block, 'membership_change_type')?.startsWith('remove_from_') === true
}

/** Approvals and the settings for editors give nobody access. */
const givesNobody = /^(?:approval_|change_acl_editors$)/

/**
 * Whether an external party gains access. The visibility is that of the whole file, so it decides only if the record
 * names no party. If the visibility is internal, a party in another domain also belongs to the organization.
 * `target_domain` is `all` for a link without a domain, and `visibility_change` is the new visibility of the whole
 * file: fields of
 * https://www.elastic.co/docs/reference/beats/filebeat/exported-fields-google_workspace
 */
function givesOutside(document: EcsDocument, record: JsonObject, block: JsonObject): boolean | undefined {
  if (isTaken(block) || givesNobody.test(document.event.action ?? '')) return undefined
  const visibility = textAt(block, 'visibility')
  const linkDomain = textAt(block, 'target_domain')?.toLowerCase()
  const domain = document.user?.target?.domain?.toLowerCase() ?? (linkDomain === 'all' ? undefined : linkDomain)
  const own = (toText(record.ownerDomain) ?? document.user?.domain)?.toLowerCase()
  if (domain === undefined || own === undefined) return reachesOutside.get(visibility ?? '')
  return domain !== own && !staysInside.has(visibility) && textAt(block, 'visibility_change') !== 'internal'
}

/** A change of access to the file shows whether an external party gains access. */
function writeSharing(document: EcsDocument, record: JsonObject, block: JsonObject): void {
  if (!document.event.category?.includes('configuration')) return
  const scope = textAt(block, 'visibility')
  const external = givesOutside(document, record, block)
  if (scope === undefined && external === undefined) return
  document.saas = { ...document.saas, sharing: present({ scope, external }) }
}

export const driveDetail: DeriveStep = ({ record, document, vendor }) => {
  const block = streamBlock(vendor, 'drive')
  const type = textAt(block, 'file', 'type')
  const owner = splitUserName(textAt(block, 'file', 'owner', 'email'))
  if (type !== undefined) {
    document.file ??= {}
    document.file.type = type === 'folder' || type === 'shared_drive' ? 'dir' : 'file'
  }
  if (owner !== undefined) {
    document.file ??= {}
    document.file.owner = owner.name
  }
  writeSharing(document, record, block)
  // Anonymous access has an empty address. A prebuilt rule searches for the empty address.
  if (isObject(record.actor) && record.actor.email === '') {
    document.source ??= {}
    document.source.user ??= {}
    document.source.user.email = ''
  }
}
