// Files, their owners and how far they are shared: the drive activity.

import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { present } from '../../../kernel/present.ts'
import { toText } from '../../../lib/convert.ts'
import type { DeriveStep } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { streamBlock, textAt } from './acts.ts'

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

/** A change of access to the file shows whether an external party gains access. */
function writeSharing(document: EcsDocument, record: JsonObject, block: JsonObject): void {
  if (!document.event.category?.includes('configuration')) return
  const visibility = textAt(block, 'visibility')
  const domain = document.user?.target?.domain ?? textAt(block, 'target_domain')
  const own = toText(record.ownerDomain) ?? document.user?.domain
  const foreign = domain !== undefined && own !== undefined && domain.toLowerCase() !== own.toLowerCase()
  const external = foreign || (visibility === undefined ? undefined : reachesOutside.get(visibility))
  if (visibility === undefined && external === undefined) return
  document.saas = {
    ...document.saas,
    sharing: present({ scope: visibility, external }),
  }
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
