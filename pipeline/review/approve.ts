// Approvals are written into the environment file itself, so that they are reviewed and kept like everything else in it.
import { isMap, isSeq, parseDocument } from 'yaml'
import type { Approval } from '../../mappings/environment/environment.ts'

/** The text of an environment file with one approval added, or renewed; comments and the order stay. */
export function addApproval(text: string, approval: Approval): string {
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
  return String(document)
}
