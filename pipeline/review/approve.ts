// Approvals are written into the environment file itself, so that they are reviewed and kept like everything else in it.
import { isMap, isSeq, parseDocument } from 'yaml'
import type { Approval } from '../../mappings/environment/environment.ts'

/** The forms of application IDs: GUIDs of Microsoft; clients, projects and service accounts of Google. */
const idForms = [
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  /^\d{6,30}(-[0-9a-z]+)?(\.apps\.googleusercontent\.com)?$/i,
  /^[a-z0-9._-]+@[a-z0-9.-]+\.gserviceaccount\.com$/i,
]

/** Whether a text can be the ID of an application. A display name is no ID: anybody can choose it. */
export function isApplicationId(text: string): boolean {
  return idForms.some((form) => form.test(text))
}

/** The text of an environment file with one approval added, or renewed; comments and the order stay. */
export function addApproval(text: string, approval: Approval): { text: string; replaced: boolean } {
  const document = parseDocument(text)
  if (!isMap(document.contents)) document.contents = document.createNode({ version: 1 }) as never
  const approvals = document.get('approvedApps')
  const list = isSeq(approvals) ? approvals : document.createNode([])
  if (!isSeq(approvals)) document.set('approvedApps', list)
  const known = isSeq(list)
    ? list.items.findIndex((item) => isMap(item) && String(item.get('id')).toLowerCase() === approval.id.toLowerCase())
    : -1
  const node = document.createNode(approval)
  if (isSeq(list)) {
    if (known >= 0) list.items[known] = node
    else list.add(node)
  }
  // Long lines stay: a file of an organization is edited and not written anew.
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), replaced: known >= 0 }
}
