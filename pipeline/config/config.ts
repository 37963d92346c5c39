// One configuration from a YAML file and the environment, which takes precedence and suffices without a file.
import { accessSync, constants } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { ajv2020, yaml } from '../../mappings/kernel/loaded-late.ts'
import { readNamedText, refuseSpecial } from '../../mappings/kernel/named-file.ts'
import { getPath, setPath, splitPath } from '../../mappings/kernel/path.ts'
import { didYouMean } from '../../mappings/kernel/suggest.ts'
import { codeOf } from '../../mappings/kernel/thrown.ts'
import { placeInYaml } from '../../mappings/kernel/yaml-place.ts'
import { registerSecret } from '../errors/redact.ts'
import { type ConfigProblem, contradictions, withoutEffect } from './contradictions.ts'
import { quoted, unquote } from './quotes.ts'
import { readSecret } from './secret-files.ts'
import { type Config, type Setting, type SettingKey, settings } from './settings.ts'
import { unreadableFile } from './unreadable-file.ts'

export type { ConfigProblem } from './contradictions.ts'
export type { Config } from './settings.ts'

export type ConfigOutcome =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly ConfigProblem[] }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

export interface ConfigSources {
  readonly file?: string | undefined
  readonly env: Readonly<Record<string, string | undefined>>
}

const table = Object.entries(settings as Readonly<Record<string, Setting>>) as [SettingKey, Setting][]

/** Compiled on first use. */
let validate: ReturnType<typeof schemaOf> | undefined

/** Reads and checks everything, and returns every problem found. */
export function loadConfig(sources: ConfigSources): ConfigOutcome {
  const problems: ConfigProblem[] = []
  const found: JsonObject = sources.file === undefined ? {} : readFile(sources.file, problems)
  const origin = new Map<string, string>()
  for (const [key, setting] of table) {
    const said = fromEnvironment(key, setting, sources.env, problems)
    origin.set(key, said?.variable ?? (sources.file === undefined ? setting.env[0] : `${sources.file}: ${key}`))
    if (said !== undefined) {
      const text = unquote(said.text)
      if (text !== said.text) problems.push({ where: said.variable, ...quoted })
      setPath(found, splitPath(key), convert(setting, text))
    }
    const secret = setting.secret === true ? getPath(found, splitPath(key)) : undefined
    if (secret !== undefined) registerSecret(String(secret))
  }
  // Most offline commands have no settings, so there is nothing to check.
  if (Object.keys(found).length > 0) {
    validate ??= schemaOf()
    validate(found)
    for (const error of validate.errors ?? []) {
      const problem = explain(error, origin, sources.file)
      // An empty value has several faults, but one correction.
      if (!problems.some((each) => isDeepStrictEqual(each, problem))) problems.push(problem)
    }
  }
  if (problems.length > 0) return { ok: false, problems }
  for (const [key, setting] of table) {
    const path = splitPath(key)
    if ('default' in setting && getPath(found, path) === undefined) setPath(found, path, setting.default as Json)
    if (setting.kind === 'file') checkReadable(getPath(found, path), origin.get(key) ?? key, problems)
  }
  const config = found as unknown as Config
  const nameOf = (key: SettingKey) => origin.get(key) ?? key
  problems.push(...contradictions(config, nameOf))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config, warnings: withoutEffect(config, nameOf) }
}

function readFile(file: string, problems: ConfigProblem[]): JsonObject {
  try {
    const document = yaml().parseDocument(readNamedText(file))
    // A warning means that a value differs from its text in the file, for example after an unknown tag.
    const [fault] = [...document.errors, ...document.warnings]
    if (fault !== undefined) throw fault
    const value: unknown = document.toJS()
    if (isObject(value)) return value
    if (value !== null)
      problems.push({
        where: file,
        message: 'is not a YAML mapping',
        hint: 'start sections with lines such as `kafka:`',
      })
  } catch (error) {
    // A YAML error quotes the line it stumbles over, which may hold a password: name the place only.
    const at = error instanceof yaml().YAMLError ? error.linePos?.[0] : undefined
    const message =
      at === undefined ? `cannot be read (${codeOf(error) ?? 'syntax'})` : `is not YAML at line ${at.line}:${at.col}`
    problems.push({ where: file, message, hint: 'fix the file, or omit --config and use environment variables' })
  }
  return {}
}

/** Returns the default of a namespace, topic or group. It identifies the data of the default installation. */
function sharedDefault(setting: Setting): string | undefined {
  const value = 'default' in setting ? String(setting.default) : ''
  return value.startsWith('consentry') ? value : undefined
}

function fromEnvironment(key: SettingKey, setting: Setting, env: ConfigSources['env'], problems: ConfigProblem[]) {
  const given = setting.env.filter((variable) => (env[variable] ?? '') !== '')
  const files = setting.secret ? setting.env.map((v) => `${v}_FILE`).filter((v) => (env[v] ?? '') !== '') : []
  const [variable] = given
  const [fileVariable] = files
  const empty = variable === undefined ? setting.env.find((each) => env[each] !== undefined) : undefined
  // Docker Compose passes an unset variable as an empty variable.
  const shared = empty === undefined ? undefined : sharedDefault(setting)
  if (empty !== undefined && shared !== undefined)
    problems.push({ where: empty, message: 'is empty', hint: `give a value, or unset it for ${shared}` })
  if (variable !== undefined && fileVariable !== undefined)
    problems.push({ where: fileVariable, message: `is set together with ${variable}`, hint: 'set one of the two' })
  if (variable !== undefined) return { variable, text: (env[variable] ?? '').trim() }
  if (fileVariable === undefined) return undefined
  try {
    return { variable: fileVariable, text: readSecret(key, env[fileVariable] ?? '') }
  } catch (error) {
    problems.push({ where: fileVariable, ...unreadableFile(env[fileVariable] ?? '', error, true) })
    return undefined
  }
}

/** Converts environment text to the setting's type. Unconvertible text stays as it is, and the schema refuses it. */
function convert(setting: Setting, text: string): Json {
  switch (setting.kind) {
    case 'number':
      return /^-?\d+$/.test(text) ? Number(text) : text
    case 'flag': {
      const word = text.toLowerCase()
      if (['true', '1', 'yes', 'on'].includes(word)) return true
      return ['false', '0', 'no', 'off'].includes(word) ? false : text
    }
    case 'list':
      return text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    case 'choice': {
      const word = text.toLowerCase()
      return setting.values.find((value) => String(value) === word) ?? text
    }
    case 'text':
    case 'file':
      return text
  }
}

interface Schema {
  type: string
  properties: Record<string, Schema>
  additionalProperties: false
}

function settingSchema(setting: Setting): object {
  const pattern = 'pattern' in setting && setting.pattern !== undefined ? { pattern: setting.pattern } : {}
  switch (setting.kind) {
    case 'number':
      return { type: 'integer', minimum: setting.minimum, maximum: setting.maximum }
    case 'flag':
      return { type: 'boolean' }
    case 'list':
      return { type: 'array', minItems: 1, items: { type: 'string', ...pattern } }
    case 'choice':
      return { enum: setting.values }
    case 'text':
    case 'file':
      return { type: 'string', minLength: 1, ...pattern }
  }
}

function schemaOf() {
  const root: Schema = { type: 'object', properties: {}, additionalProperties: false }
  for (const [key, setting] of table) {
    let here = root
    const steps = key.split('.')
    for (const step of steps.slice(0, -1)) {
      here.properties[step] ??= { type: 'object', properties: {}, additionalProperties: false }
      here = here.properties[step]
    }
    here.properties[steps.at(-1) as string] = settingSchema(setting) as Schema
  }
  // The schema is derived from the settings table: validating the schema would double the time.
  return new (ajv2020())({ allErrors: true, meta: false, validateSchema: false, verbose: true }).compile(root)
}

function explain(error: ErrorObject, origin: ReadonlyMap<string, string>, file: string | undefined): ConfigProblem {
  const key = error.instancePath
    .slice(1)
    .replace(/\/\d+$/, '')
    .replaceAll('/', '.')
  const setting = (settings as Readonly<Record<string, Setting>>)[key]
  if (setting === undefined) {
    const extra = (error.params as { additionalProperty?: string }).additionalProperty
    const path = [key, extra].filter((part) => part !== undefined && part !== '').join('.')
    const place = file === undefined ? 'configuration' : `${file}:${placeInYaml(readNamedText(file), path)}`
    const message = extra === undefined ? 'must be a mapping of settings' : 'is not a setting'
    return { where: `${place}: ${path}`, message, hint: nearest(path) }
  }
  return {
    where: origin.get(key) ?? key,
    message: (patternOf(error, setting) ?? expected(setting, key)) + refused(setting, error.data),
    hint: setting.about,
  }
}

/** The form of a text that is not empty. */
const patternOf = ({ keyword, data }: ErrorObject, setting: Setting): string | undefined =>
  keyword === 'pattern' && data !== '' && setting.kind === 'text' && setting.form !== undefined
    ? `must be ${setting.form}; one line without blanks and invisible characters`
    : undefined

/** Returns the refused value. An address may contain credentials, and a list or mapping may contain any text. */
function refused(setting: Setting, value: unknown): string {
  const mayBeSecret = setting.secret === true || ('form' in setting && setting.form?.startsWith('http') === true)
  if (mayBeSecret || typeof value === 'object' || value === '' || String(value).includes('@')) return ''
  const text = JSON.stringify(value)
  return text.length > longestShown ? '' : `; it is ${text}`
}

const longestShown = 100

/** The unit of a number is the last word of its place in the file. */
function unitOf(key: string): string {
  const word = /(?:Ms|[sS]econds|[mM]inutes|[hH]ours|[dD]ays|[mM]egabytes|[bB]ytes)$/.exec(key)?.[0].toLowerCase()
  return word === undefined ? '' : ` of ${word === 'ms' ? 'milliseconds' : word}`
}

function expected(setting: Setting, key: string): string {
  switch (setting.kind) {
    case 'number':
      return `must be a whole number${unitOf(key)} from ${setting.minimum} to ${setting.maximum}`
    case 'flag':
      return 'must be true or false'
    case 'choice':
      return `must be one of ${setting.values.join(', ')}`
    case 'list':
      return `must be a list, not empty${setting.form === undefined ? '' : `, each ${setting.form}`}`
    case 'text':
      return `must be a string, not empty${setting.form === undefined ? '' : `: ${setting.form}`}`
    case 'file':
      return 'must be the path of a file'
  }
}

/** The setting that a misspelled name stands for, else the known settings of the same section. */
function nearest(path: string): string {
  const section = path.includes('.') ? `${path.split('.')[0]}.` : ''
  const known = table.map(([key]) => key).filter((key) => key.startsWith(section))
  const meant = didYouMean(path, new Set(table.flatMap(([key]) => [key, key.split('.')[0] as string])))
  return meant.hint ?? `known here: ${(known.length > 0 ? known : table.map(([key]) => key)).join(', ')}`
}

function checkReadable(value: Json | undefined, where: string, problems: ConfigProblem[]): void {
  if (typeof value !== 'string') return
  try {
    refuseSpecial(value)
    accessSync(value, constants.R_OK)
  } catch (error) {
    problems.push({ where, ...unreadableFile(value, error) })
  }
}
