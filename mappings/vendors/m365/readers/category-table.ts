// event.category and event.type by record type, by the verb of an Exchange cmdlet, by the verb of a Power Platform operation.
import type { ValueOf } from '../../../fields/document.ts'
import { table } from '../../../kernel/table.ts'
import type { EventClassification } from '../../../lib/operation.ts'
import {
  configurationChange,
  configurationCreation,
  configurationDeletion,
  fileAccess,
  iamChange,
  mail,
} from '../../microsoft/classes.ts'
import { cmdlets } from '../operations.ts'

export const classesByType: Readonly<Record<number, EventClassification>> = {
  2: mail,
  11: { ...fileAccess, kind: 'alert' },
  13: { ...fileAccess, kind: 'alert' },
  15: { category: ['authentication'], type: ['start', 'access'] },
  28: mail,
  40: { kind: 'alert' },
  50: { category: ['email'], type: ['access'] },
  65: mail,
  261: { type: ['access'] },
  284: { type: ['access'] },
}

const classesByVerb: Readonly<Record<string, EventClassification>> = table({
  new: configurationCreation,
  set: configurationChange,
  enable: configurationChange,
  disable: configurationChange,
  update: configurationChange,
  remove: configurationDeletion,
})

/** For these verbs, only cmdlets with one of these suffixes change the configuration. */
const nounsByVerb: Readonly<Record<string, readonly string[]>> = table({
  new: ['rule', 'policy', '-accepteddomain', '-federationtrust'],
  remove: ['rule', 'policy', '-accepteddomain', '-federateddomain'],
})

/** The classes of an Exchange cmdlet by its name and by its verb and noun. */
export function cmdletClasses(operation: string): readonly EventClassification[] {
  const dash = operation.indexOf('-')
  const verb = dash > 0 ? operation.slice(0, dash) : ''
  const nouns = Object.hasOwn(nounsByVerb, verb) ? nounsByVerb[verb] : undefined
  const isOfVerb = nouns === undefined || nouns.some((noun) => operation.endsWith(noun))
  const ofName = cmdlets.get(operation)?.class
  const ofVerb = isOfVerb && Object.hasOwn(classesByVerb, verb) ? classesByVerb[verb] : undefined
  return [operation.endsWith('-inboxrule') ? mail : undefined, ofName, ofVerb].filter((one) => one !== undefined)
}

/** Record types of flows, apps, connectors, their policies and their administration. */
export const powerPlatformTypes: ReadonlySet<number> = new Set([30, 45, 46, 79, 187, 256])

/** Microsoft spells the operations of this platform in several ways, so the verb and the object determine the class. */
const platformVerbs: readonly (readonly [RegExp, EventClassification])[] = [
  [/permission|share|role/, iamChange],
  [/^(?:admin)?(?:delete|remove)/, configurationDeletion],
  [/^(?:admin)?(?:create|import|new)/, configurationCreation],
  [/^(?:admin)?(?:put|edit|update|set|publish|enable|disable)/, configurationChange],
  [/^launch/, { type: ['access'] }],
]

export function powerPlatformClass(operation: string): EventClassification | undefined {
  return platformVerbs.find(([pattern]) => pattern.test(operation))?.[1]
}

/** Event category by the category of the alert policy. All other categories give `authentication`. */
export const alertCategories: Readonly<Record<string, ValueOf<'event.category'>>> = table({
  accessgovernance: ['authentication'],
  datagovernance: ['file'],
  datalossprevention: ['file'],
  threatmanagement: ['malware'],
})
