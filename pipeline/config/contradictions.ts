// Settings that contradict each other, and settings without effect.
import { type Config, type Setting, type SettingKey, settings } from './settings.ts'

/** A fault of the configuration: its place, the fault, the fix. Contains no secret. */
export interface ConfigProblem {
  readonly where: string
  readonly message: string
  readonly hint: string
}

/** The variable that the user set, or the place in the settings file. */
type NameOf = (key: SettingKey) => string

/** The name of a setting that a user should set. */
const variable = (key: SettingKey): string => (settings[key] as Setting).env[0]

export function contradictions({ kafka, elasticsearch: es, kibana, batch }: Config, nameOf: NameOf): ConfigProblem[] {
  const problems: ConfigProblem[] = []
  const refuse = (when: boolean, key: SettingKey, message: string, hint: string) => {
    if (when) problems.push({ where: nameOf(key), message, hint })
  }
  const credentials = kafka.username !== undefined && kafka.password !== undefined
  const bearer = kafka.saslMechanism === 'oauthbearer'
  const client = [kafka.oauthTokenUrl, kafka.oauthClientId, kafka.oauthClientSecret]
  refuse(
    bearer && client.includes(undefined),
    'kafka.saslMechanism',
    'oauthbearer needs a token endpoint and a client',
    `set ${variable('kafka.oauthTokenUrl')}, ${variable('kafka.oauthClientId')} and ${variable('kafka.oauthClientSecret')}`,
  )
  refuse(
    kafka.saslMechanism !== undefined && !bearer && !credentials,
    'kafka.saslMechanism',
    'needs a user name and a password',
    `set ${variable('kafka.username')} and ${variable('kafka.password')}`,
  )
  const pair = (one: SettingKey, value: unknown, other: SettingKey, otherValue: unknown) => {
    const [set, missing] = value === undefined ? [other, one] : [one, other]
    const isHalf = (value === undefined) !== (otherValue === undefined)
    refuse(isHalf, set, `requires ${variable(missing)}`, 'set both or neither')
  }
  pair('kafka.certFile', kafka.certFile, 'kafka.keyFile', kafka.keyFile)
  pair('elasticsearch.username', es.username, 'elasticsearch.password', es.password)
  pair('kibana.username', kibana.username, 'kibana.password', kibana.password)
  const retries = { kafka, elasticsearch: es, kibana, batch }
  for (const name of ['kafka', 'elasticsearch', 'kibana', 'batch'] as const) {
    const { retryBaseMs, retryCapMs } = retries[name]
    const above = `is above ${nameOf(`${name}.retryCapMs`)}`
    refuse(retryBaseMs > retryCapMs, `${name}.retryBaseMs`, above, 'set a lower base')
  }
  const repeated = new Set(kafka.topics).size < kafka.topics.length
  refuse(repeated, 'kafka.topics', 'contains a topic twice', 'list each topic once')
  const loop = kafka.topics.includes(kafka.deadLetterTopic)
  const readAgain = 'is also a source topic: dead letters would be read again'
  refuse(loop, 'kafka.deadLetterTopic', readAgain, 'use another topic')
  const mixed = [...kafka.topics, kafka.deadLetterTopic].includes(kafka.collectStateTopic)
  const compacted = 'is also a topic for records: compaction would remove them'
  refuse(mixed, 'kafka.collectStateTopic', compacted, 'use another topic')
  const servers = { elasticsearch: es, kibana }
  for (const name of ['elasticsearch', 'kibana'] as const) {
    const { apiKey, username } = servers[name]
    const both = apiKey !== undefined && username !== undefined
    const together = `is set together with ${nameOf(`${name}.username`)}`
    refuse(both, `${name}.apiKey`, together, 'keep either the API key or the user')
  }
  return problems
}

/** Settings without effect because of another setting: usually somebody forgot a switch. */
export function withoutEffect({ kafka }: Config, nameOf: NameOf): ConfigProblem[] {
  const warnings: ConfigProblem[] = []
  const warn = (when: boolean, key: SettingKey, hint: string, message = 'has no effect') => {
    if (when) warnings.push({ where: nameOf(key), message, hint })
  }
  const useTls = `set ${variable('kafka.tls')}=true to use TLS`
  warn(!kafka.tls && kafka.caFile !== undefined, 'kafka.caFile', useTls)
  warn(!kafka.tls && kafka.caFile === undefined && kafka.certFile !== undefined, 'kafka.certFile', useTls)
  const { username, saslMechanism: mechanism, oauthTokenUrl } = kafka
  const setMechanism = `set ${variable('kafka.saslMechanism')}`
  warn(mechanism === undefined && username !== undefined, 'kafka.username', setMechanism)
  warn(mechanism !== 'oauthbearer' && oauthTokenUrl !== undefined, 'kafka.oauthTokenUrl', `${setMechanism}=oauthbearer`)
  const unverified = 'is off: broker certificates are not verified'
  warn(
    kafka.tls && !kafka.rejectUnauthorized,
    'kafka.rejectUnauthorized',
    `set ${variable('kafka.caFile')}`,
    unverified,
  )
  return warnings
}
