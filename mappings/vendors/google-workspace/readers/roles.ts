// The roles of parameter values in ECS: the parties and objects of an event.
import { isIP } from 'node:net'
import type { EcsDocument } from '../../../fields/document.ts'
import type { Json } from '../../../kernel/json.ts'
import { toIp } from '../../../lib/address.ts'
import { toText } from '../../../lib/convert.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import type { ParameterRole } from '../activity-parameter.ts'
import { writeGroup, writeUrl, writeUserTarget } from './targets.ts'

export type RoleWriter = (document: EcsDocument, value: Json) => void

/** Returns the texts of a value. One parameter may name several parties. */
function textsOf(value: Json): string[] {
  const texts: string[] = []
  for (const member of Array.isArray(value) ? value : [value]) {
    const text = toText(member)
    if (text !== undefined) texts.push(text)
  }
  return texts
}

function addRelated(document: EcsDocument, list: 'user' | 'ip' | 'hosts' | 'hash', values: readonly string[]): void {
  if (values.length === 0) return
  document.related ??= {}
  document.related[list] = [...new Set([...(document.related[list] ?? []), ...values])]
}

/** The first address is the target; the others are related. */
function writeTarget(document: EcsDocument, value: Json): void {
  const texts = textsOf(value)
  const addresses = texts.filter((text) => splitUserName(text) !== undefined)
  if (document.user?.target?.email === undefined) writeUserTarget(document, addresses[0])
  addRelated(document, 'user', texts)
}

function writeActor(document: EcsDocument, value: Json): void {
  const [address] = textsOf(value)
  const parts = splitUserName(address)
  if (address === undefined || parts === undefined || document.user?.email !== undefined) return
  document.user = { ...document.user, ...parts, email: address }
  document.source ??= {}
  // This is the format of the newer streams' envelope. Only these streams name the actor in a parameter.
  document.source.user = { ...document.source.user, name: address, domain: parts.domain, email: address }
}

/** Writes the user of a device as the actor, if the envelope names no actor. */
function writeUser(document: EcsDocument, value: Json): void {
  const [address] = textsOf(value)
  const parts = splitUserName(address)
  if (address === undefined || parts === undefined) return
  if (document.user?.email !== undefined || document.user?.name !== undefined) return
  document.user = { ...document.user, ...parts, email: address }
}

function writeActorAddress(document: EcsDocument, value: Json): void {
  const address = textsOf(value).map(toIp).find(Boolean)
  if (address === undefined || document.source?.ip !== undefined) return
  document.source = { ...document.source, ip: address }
}

const sha256 = /^[0-9a-fA-F]{64}$/

function writeHash(document: EcsDocument, value: Json): void {
  const hashes = textsOf(value)
  addRelated(document, 'hash', hashes)
  const hash = hashes.find((text) => sha256.test(text))
  if (hash === undefined) return
  document.file ??= {}
  document.file.hash ??= {}
  document.file.hash.sha256 ??= hash
}

function writeFile(document: EcsDocument, value: Json): void {
  const [name] = textsOf(value)
  if (name === undefined) return
  document.file ??= {}
  document.file.name ??= name
  const dot = document.file.name.lastIndexOf('.')
  if (dot !== -1 && dot < document.file.name.length - 1) document.file.extension = document.file.name.slice(dot + 1)
}

function writeRecipients(document: EcsDocument, value: Json): void {
  writeTarget(document, value)
  const domains = textsOf(value).flatMap((text) => splitUserName(text)?.domain ?? [])
  addRelated(document, 'hosts', domains)
}

const writers: Readonly<Record<ParameterRole, RoleWriter>> = {
  target: writeTarget,
  target_domain: (document, value) => {
    const [domain] = textsOf(value)
    if (domain === undefined || document.user?.target?.domain !== undefined) return
    document.user = { ...document.user, target: { ...document.user?.target, domain } }
  },
  related: (document, value) => addRelated(document, 'user', textsOf(value)),
  actor: writeActor,
  user: writeUser,
  actor_address: writeActorAddress,
  group: (document, value) => writeGroup(document, textsOf(value)[0]),
  address: (document, value) =>
    addRelated(
      document,
      'ip',
      textsOf(value).filter((text) => isIP(text) !== 0),
    ),
  recipient: writeRecipients,
  url: (document, value) => writeUrl(document, textsOf(value)[0]),
  file: writeFile,
  hash: writeHash,
}

export function roleWriter(roles: ParameterRole | readonly ParameterRole[]): RoleWriter {
  if (typeof roles === 'string') return writers[roles]
  return (document, value) => {
    for (const role of roles) writers[role](document, value)
  }
}
