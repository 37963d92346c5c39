// `related.*` of an activity: every account, address and host that its document names.
import { toText } from '../../convert.ts'
import type { Draft, MappingStep } from '../step.ts'

function addDistinct(kept: string[], value: string | undefined): void {
  if (value !== undefined && value !== '' && !kept.includes(value)) kept.push(value)
}

function writeRelated({ record, document }: Draft, hosts: boolean): void {
  const { source, user } = document
  const target = user?.target
  document.related ??= {}
  const { related } = document
  const users: string[] = []
  if (user !== undefined) {
    addDistinct(users, user.name)
    addDistinct(users, user.email)
    addDistinct(users, user.id)
  }
  if (target !== undefined) {
    addDistinct(users, target.name)
    addDistinct(users, target.email)
  }
  addDistinct(users, document.file?.owner)
  if (related.user !== undefined) for (const name of related.user) addDistinct(users, name)
  if (users.length > 0) related.user = users
  const ip = source?.ip
  if (related.ip === undefined) {
    if (ip !== undefined && ip !== '') related.ip = [ip]
  } else addDistinct(related.ip, ip)
  if (!hosts) return
  const domains = related.hosts ?? []
  addDistinct(domains, user?.domain)
  addDistinct(domains, toText(record.ownerDomain))
  if (domains.length > 0) related.hosts = domains
}

/** Collects `related.*`, after every other step. */
export const relatedStep: MappingStep = {
  madeFor: ({ activity }) => {
    const hosts = activity?.envelope === 'extended'
    return (draft) => writeRelated(draft, hosts)
  },
}
