// `related.*` of an activity: every account, address and host that its document names.
import { toText } from '../../../lib/convert.ts'
import { Distinct } from '../../../lib/distinct.ts'
import type { Draft } from '../../../lib/step.ts'
import type { MappingStep } from '../../mapping-step.ts'

function addDistinct(kept: Distinct<string>, value: string | undefined): void {
  if (value !== undefined && value !== '') kept.add(value)
}

function distinctOf(values: readonly string[] | undefined): Distinct<string> {
  const distinct = new Distinct<string>()
  if (values !== undefined) for (const value of values) distinct.add(value)
  return distinct
}

function writeRelated({ record, document }: Draft, hosts: boolean): void {
  const { source, user } = document
  const target = user?.target
  document.related ??= {}
  const { related } = document
  const users = new Distinct<string>()
  if (user !== undefined) {
    addDistinct(users, user.name)
    addDistinct(users, user.email)
    addDistinct(users, user.id)
  }
  if (target !== undefined) {
    addDistinct(users, target.name)
    addDistinct(users, target.email)
  }
  addDistinct(users, user?.changes?.email)
  addDistinct(users, document.file?.owner)
  if (related.user !== undefined) for (const name of related.user) addDistinct(users, name)
  if (users.list.length > 0) related.user = users.list
  const ip = source?.ip
  if (ip !== undefined && ip !== '' && related.ip?.includes(ip) !== true) related.ip = [...(related.ip ?? []), ip]
  if (!hosts) return
  const domains = distinctOf(related.hosts)
  addDistinct(domains, user?.domain)
  addDistinct(domains, toText(record.ownerDomain))
  if (domains.list.length > 0) related.hosts = domains.list
}

/** Collects `related.*`, after every other step. */
export const relatedStep: MappingStep = {
  madeFor: ({ activity }) => {
    const hosts = activity?.envelope === 'extended'
    return (draft) => writeRelated(draft, hosts)
  },
}
