// Administration of Power Platform (record type 256): actor and source are in a list of dotted names.

import { splitUserName } from '../../../lib/user-name.ts'
import { namedValue } from '../../microsoft/readers/name-values.ts'
import { textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { recordType } from './record.ts'

export function readPowerPlatform({ record, document }: AuditDraft): void {
  if (recordType(record) !== 256) return
  const read = (name: string): string | undefined => textOf(namedValue(record.PropertyCollection, name))
  const agent = read('user_agent.original')
  if (agent !== undefined && document.user_agent?.original === undefined) {
    document.user_agent = { ...document.user_agent, original: agent }
  }
  // The record's own UserId is an object id here as often as an address.
  const name = read('enduser.principal_name')
  const split = name === undefined || document.user?.email !== undefined ? undefined : splitUserName(name)
  if (name !== undefined && split !== undefined) document.user = { ...document.user, email: name, ...split }
}
