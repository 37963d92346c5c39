// Creates the mapping of an application of Google's Reports API: a table of its events and parameters, and a sample. If
// records of the application are given, drafts the tables from them. Uses only names from the records, no values.
import { groupBy } from '../../../mappings/kernel/group-by.ts'
import { isObject, type Json, type JsonObject } from '../../../mappings/kernel/json.ts'
import { decode } from '../../decode/decode.ts'
import { UsageError } from '../../errors/usage-error.ts'
import { readInputs } from '../../framing/files.ts'
import { type Scaffold, type ScaffoldOptions, splitName } from './names.ts'

/** The value slots of a parameter, with the field type for each slot. */
const slots = {
  value: { type: 'keyword' },
  intValue: { type: 'long' },
  boolValue: { type: 'boolean' },
  multiValue: { type: 'keyword', list: true },
  multiIntValue: { type: 'long', list: true },
  messageValue: { type: 'flattened' },
  multiMessageValue: { type: 'flattened', list: true },
} as const satisfies Record<string, { readonly type: string; readonly list?: true }>
type Slot = keyof typeof slots

interface Vocabulary {
  readonly application: string
  readonly events: Map<string, { readonly type: string; readonly parameters: Set<string> }>
  readonly parameters: Map<string, Slot>
}

const mostNames = 500
const plainName = /^[A-Za-z][A-Za-z0-9_]{0,80}$/

function readEvent(event: Json, { events, parameters }: Vocabulary): void {
  if (!isObject(event) || typeof event.name !== 'string' || !plainName.test(event.name)) return
  const name = event.name.toLowerCase()
  const type = typeof event.type === 'string' && plainName.test(event.type) ? event.type : 'user_action'
  const entry = events.get(name) ?? { type, parameters: new Set<string>() }
  if (events.size < mostNames) events.set(name, entry)
  for (const parameter of Array.isArray(event.parameters) ? event.parameters : []) {
    if (!isObject(parameter) || typeof parameter.name !== 'string' || !plainName.test(parameter.name)) continue
    const slot = (Object.keys(slots) as Slot[]).find((candidate) => parameter[candidate] !== undefined) ?? 'value'
    const key = parameter.name.toLowerCase()
    entry.parameters.add(key)
    // A list parameter may occur with a single value.
    if (parameters.size < mostNames && (parameters.get(key) ?? 'value') === 'value') parameters.set(key, slot)
  }
}

const fileName = (application: string) => application.toLowerCase().replaceAll('_', '-')

async function learn(name: string, paths: readonly string[]): Promise<Vocabulary> {
  const learned: Vocabulary = { application: name.replaceAll('-', '_'), events: new Map(), parameters: new Map() }
  const others = new Set<string>()
  let application: string | undefined
  for await (const values of readInputs(paths)) {
    for (const decoded of values.flatMap(decode)) {
      if (!decoded.ok || decoded.kind !== 'G') continue
      const { id, events } = decoded.record
      if (!isObject(id) || !Array.isArray(events)) continue
      const { applicationName } = id
      if (typeof applicationName !== 'string' || !plainName.test(applicationName)) continue
      if (fileName(applicationName) !== name) {
        if (others.size < 20) others.add(fileName(applicationName))
        continue
      }
      application = applicationName
      for (const event of events) readEvent(event, learned)
    }
  }
  if (application !== undefined) return { ...learned, application }
  const found = others.size === 0 ? 'no activity of the Reports API' : `activities of ${[...others].join(', ')}`
  throw new UsageError(
    `--from: the file contains no activity of ${name}, but ${found}; name the mapping after the application`,
  )
}

const invented = (name: string): Vocabulary => ({
  application: name.replaceAll('-', '_'),
  events: new Map([['example_event', { type: 'user_action', parameters: new Set(['example_parameter']) }]]),
  parameters: new Map([['example_parameter', 'value']]),
})

/** A first guess from the verb of the event name. A person must review the list. */
const verbs = [
  ['creation', /^(?:add|create|insert|upload|start)/],
  ['deletion', /^(?:delete|remove|trash)/],
  ['change', /^(?:change|edit|modif|move|rename|set|update|share|transfer)/],
  ['access', /^(?:access|download|export|open|preview|print|read|view)/],
] as const

function classOf(event: string): string {
  return verbs.find(([, pattern]) => pattern.test(event))?.[0] ?? 'info'
}

function classLines(events: Iterable<string>): string {
  return [...groupBy([...events].sort(), classOf)]
    .map(([type, names]) => {
      const line = `    { category: ['configuration'], type: ['${type}'], names: '${names.join(' ')}' },\n`
      if (line.length <= 121) return line
      return `    {\n      category: ['configuration'],\n      type: ['${type}'],\n      names: \`\n${names.map((name) => `        ${name}\n`).join('')}      \`,\n    },\n`
    })
    .join('')
}

function parameterLine(name: string, slot: Slot): string {
  const { type, ...rest } = slots[slot]
  if (slot === 'value') return `    ${name}: '${name}',\n`
  const list = 'list' in rest ? ', list: true' : ''
  return `    ${name}: { to: '${name}', type: '${type}'${list} },\n`
}

const exampleValues: Readonly<Record<Slot, Json>> = {
  value: 'example',
  intValue: '1',
  boolValue: true,
  multiValue: ['example'],
  multiIntValue: ['1'],
  messageValue: { parameter: [{ name: 'example', value: 'example' }] },
  multiMessageValue: [{ parameter: [{ name: 'example', value: 'example' }] }],
}

function sampleText({ application, events, parameters }: Vocabulary, event: string): string {
  const { type, parameters: names } = events.get(event) ?? { type: 'user_action', parameters: [] }
  const record: JsonObject = {
    kind: 'admin#reports#activity',
    id: {
      time: '2026-03-11T09:14:27.412Z',
      uniqueQualifier: '4138140137024506945',
      applicationName: application,
      customerId: 'C02exmpl9',
    },
    etag: `"nP7e/${fileName(application)}"`,
    actor: { callerType: 'USER', email: 'lena.ostrow@northpier.example', profileId: '118204417730926514083' },
    ownerDomain: 'northpier.example',
    ipAddress: '198.51.100.23',
    events: [
      {
        type,
        name: event,
        parameters: [...names].map((name) => {
          const slot = parameters.get(name) ?? 'value'
          return { name, [slot]: exampleValues[slot] }
        }),
      },
    ],
  }
  return `${JSON.stringify(record, null, 2)}\n`
}

/** The mapping of an application of Google's Reports API, and a sample of its first event. */
export async function emitMappingScaffold(text: string, { from }: ScaffoldOptions): Promise<Scaffold> {
  const { name } = splitName(text, ['google-workspace'])
  const vocabulary = from === undefined ? invented(name) : await learn(name, [from])
  const { application, events, parameters } = vocabulary
  const folder = 'mappings/vendors/google-workspace'
  const path = `${folder}/${name}.mapping.ts`
  const [event = ''] = [...events.keys()].sort()
  const sample = `${folder}/samples/${name}/${name}-${fileName(event)}.raw.json`
  const content = `import { activityMapping } from './activity.ts'

export default activityMapping({
  application: '${application}',
  stream: '${application.toLowerCase()}',
  envelope: 'newer',
  events: [
${classLines(events.keys())}  ],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {
${[...parameters]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([parameter, slot]) => parameterLine(parameter, slot))
  .join('')}  },
})
`
  return {
    files: [
      { path, text: content },
      { path: sample, text: sampleText(vocabulary, event) },
    ],
    next: [
      `review ${path}: the ECS category and type of each event, the target field of each parameter`,
      `edit ${sample}: choose an actor, an act and a target; use fictional people only`,
      'run npm run generate, then review the golden file next to the sample',
      from === undefined
        ? 'run npx consentry coverage PATH on your own records to find unknown events and parameters'
        : `run npx consentry coverage ${from}: it must list no unknown event or parameter of this application`,
    ],
  }
}
