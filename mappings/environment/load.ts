// Reads environment.yaml: the one loader that the normalizer, hunt, rules build and deploy share.
import { isIP } from 'node:net'
import type { ValidateFunction } from 'ajv/dist/2020.js'
import type { Document } from 'yaml'
import type { Diagnostic } from '../kernel/diagnostic.ts'
import { folded } from '../kernel/folded.ts'
import { typedGuid } from '../kernel/guid.ts'
import { containsMapped, isMappedNetwork } from '../kernel/ip-network.ts'
import { isObject } from '../kernel/json.ts'
import { ajv2020, yaml } from '../kernel/loaded-late.ts'
import { readNamed } from '../kernel/named-file.ts'
import { messageOf } from '../kernel/thrown.ts'
import { type Environment, emptyEnvironment, isApplicationId, isTypedGuid } from './environment.ts'
import { explain } from './explain.ts'
import { environmentSchema } from './schema.ts'

export interface LoadedEnvironment {
  /** The empty environment when there is an error. */
  readonly environment: Environment
  readonly diagnostics: readonly Diagnostic[]
}

const within = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most

/** Accepts an address whose prefix length fits its family: a shorter prefix would include foreign addresses. */
function isCidr(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/')
  const family = isIP(address)
  return (
    family !== 0 &&
    rest.length === 0 &&
    !isMappedNetwork(text) &&
    !containsMapped(text) &&
    /^\d{1,3}$/.test(prefix) &&
    within(Number(prefix), family === 4 ? [8, 32] : [7, 128])
  )
}

/** Checks for a day, or an instant with minutes or seconds. Date.parse accepts 30 February, which does not exist. */
export function isEndOfApproval(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/.test(text)) return false
  const instant = new Date(text)
  return Number.isFinite(instant.getTime()) && instant.toISOString().startsWith(text.slice(0, 10))
}

let validator: ValidateFunction | undefined
function validate(): ValidateFunction {
  // `verbose` adds the failed schema to each error. Its description is our message. A schema in `then` uses the
  // `properties` of its parent. The options strictRequired and strictTypes do not recognize this, so both are off.
  validator ??= new (ajv2020())({ allErrors: true, verbose: true, strictTypes: false })
    .addFormat('cidr', { type: 'string', validate: isCidr })
    .addFormat('guid', { type: 'string', validate: isTypedGuid })
    .addFormat('application-id', { type: 'string', validate: isApplicationId })
    .addFormat('end-of-approval', { type: 'string', validate: isEndOfApproval })
    .compile(environmentSchema)
  return validator
}

/** The steps of a JSON pointer, list positions as numbers. */
function pointerSteps(pointer: string, root: unknown): (string | number)[] {
  const steps: (string | number)[] = []
  let here: unknown = root
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    const step = Array.isArray(here) ? Number(name) : name
    here = Array.isArray(here) ? here[Number(name)] : isObject(here) ? here[name] : undefined
    steps.push(step)
  }
  return steps
}

const dotted = (steps: readonly (string | number)[]): string =>
  steps.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : `${path && `${path}.`}${step}`),
    '',
  )

/** Returns the position of the value in the file, or with `key` the position of this key in the value. */
function offsetOf(document: Document.Parsed, steps: readonly (string | number)[], key?: string): number {
  const { isMap, isNode, isScalar } = yaml()
  const node = document.getIn(steps, true)
  if (key !== undefined && isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
  }
  if (isNode(node) && node.range) return node.range[0]
  return steps.length === 0 ? 0 : offsetOf(document, steps.slice(0, -1))
}

/** The file after validation. Members that the file omits are absent. */
type Given = { -readonly [K in keyof Environment]?: Environment[K] } & { version: 1 }

/** Fills in the defaults. Converts IDs and addresses to lower case, so that other code can compare them directly. */
function complete(given: Given): Environment {
  const lower = (texts: readonly string[] = []) => texts.map(folded)
  return {
    version: 1,
    tenants: (given.tenants ?? []).map((tenant) => ({
      ...tenant,
      // Entra ids come in any case; Google customer ids are case-sensitive.
      id: tenant.vendor === 'microsoft' ? typedGuid(tenant.id).toLowerCase() : tenant.id,
    })),
    names: given.names ?? [],
    domains: lower(given.domains),
    administrators: lower(given.administrators),
    networks: given.networks ?? [],
    approvedApps: (given.approvedApps ?? []).map((app) => ({
      ...app,
      id: typedGuid(app.id).toLowerCase(),
      ...(app.ownerTenant !== undefined && { ownerTenant: typedGuid(app.ownerTenant).toLowerCase() }),
    })),
    identities: (given.identities ?? []).map(({ microsoft, google }) => ({
      microsoft: folded(microsoft),
      google: folded(google),
    })),
    available: given.available ?? [],
    rules: { ...emptyEnvironment.rules, ...given.rules },
  }
}

/** Returns each entry that repeats an earlier one, with both indexes. Only one of the two would have an effect. */
function* repeated({
  tenants,
  approvedApps,
}: Environment): Generator<readonly [list: string, at: number, first: number]> {
  const keys = {
    tenants: tenants.map(({ vendor, id }) => `${vendor} ${id}`),
    approvedApps: approvedApps.map(({ id, ownerTenant = '' }) => `${id} ${ownerTenant}`),
  }
  for (const [list, texts] of Object.entries(keys)) {
    const places = new Map<string, number>()
    for (const [at, key] of texts.entries()) {
      const first = places.get(key)
      if (first === undefined) places.set(key, at)
      else yield [list, at, first]
    }
  }
}

const tooDeep = 'the values are nested too deeply or contain themselves'

/** Reads the text of an environment file. Diagnostics contain `file` as the file name. */
export function parseEnvironment(text: string, file: string): LoadedEnvironment {
  const { isScalar, LineCounter, parseDocument } = yaml()
  const lines = new LineCounter()
  const diagnose = (code: 'E002' | 'E003', offset: number, message: string, hint?: string): Diagnostic => {
    const { line, col } = lines.linePos(offset)
    return {
      code,
      level: 'error',
      file,
      path: `${Math.max(1, line)}:${Math.max(1, col)}`,
      message,
      ...(hint !== undefined && { hint }),
    }
  }
  const failed = (diagnostics: readonly Diagnostic[]) => ({ environment: emptyEnvironment, diagnostics })
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  // A warning means that a value differs from its text in the file, for example after an unknown tag.
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0)
    return failed(
      faults.map(({ code, pos, message }) =>
        code === 'MULTIPLE_DOCS'
          ? diagnose('E002', pos[0], 'a second document begins here', 'keep one document: remove the line `---`')
          : diagnose('E002', pos[0], message.includes('call stack') ? tooDeep : message),
      ),
    )

  let value: unknown
  try {
    value = document.toJS()
    JSON.stringify(value)
  } catch (error) {
    // Aliases that do not resolve, expand without limit or contain themselves.
    const message = error instanceof ReferenceError ? error.message : tooDeep
    return failed([diagnose('E002', 0, message, 'write out the values, without anchors and aliases')])
  }
  if (value === null || value === undefined)
    return failed([diagnose('E003', 0, 'is empty', 'begin with `version: 1`, or leave the file out')])

  const check = validate()
  if (!check(value)) {
    const errors = (check.errors ?? []).flatMap((error) => {
      const steps = pointerSteps(error.instancePath, value)
      const node = document.getIn(steps, true)
      const wording = explain(error, isScalar(node) ? node.source : undefined)
      if (wording === undefined) return []
      const path = dotted(steps)
      const message = path === '' ? wording.message : `${path}: ${wording.message}`
      return [{ offset: offsetOf(document, steps, wording.key), message, hint: wording.hint }]
    })
    errors.sort((a, b) => a.offset - b.offset)
    return failed(errors.map(({ offset, message, hint }) => diagnose('E003', offset, message, hint)))
  }
  const environment = complete(value as Given)
  const repeats = [...repeated(environment)].map(([list, at, first]) => {
    const offset = offsetOf(document, [list, at, 'id'])
    return diagnose('E003', offset, `${list}[${at}]: has the ID of ${list}[${first}]`, 'keep one of them')
  })
  return repeats.length > 0 ? failed(repeats) : { environment, diagnostics: [] }
}

const readFailures: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  ENOENT: ['the file does not exist', 'check the path, or copy environment.example.yaml there and fill it in'],
  ENOTDIR: ['a part of the path is no folder', 'check the path'],
  EISDIR: ['is a folder, not a file', 'name the file, for example environment.yaml in it'],
  EACCES: ['permission denied', 'let the user that runs consentry read the file'],
  ERR_ENCODING_INVALID_ENCODED_DATA: ['is not in UTF-8', 'save the file as UTF-8'],
  EPERM: ['permission denied', 'let the user that runs consentry read the file'],
}

function unreadable(file: string, error: unknown): Diagnostic {
  const code = String((error as { code?: unknown }).code)
  const [message, hint] = readFailures[code] ?? [messageOf(error), 'give a file that can be read']
  return { code: 'E001', level: 'error', file, path: '', message, hint }
}

/** Reads an environment file. Returns all problems as diagnostics and throws no error. */
export function loadEnvironment(path: string): LoadedEnvironment {
  try {
    return parseEnvironment(new TextDecoder('utf-8', { fatal: true }).decode(readNamed(path)), path)
  } catch (error) {
    return { environment: emptyEnvironment, diagnostics: [unreadable(path, error)] }
  }
}
