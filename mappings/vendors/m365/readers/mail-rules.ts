// Rules that forward, hide or delete mail: inbox rules from cmdlets and from Outlook, and the organization's transport
// rules. All three give the same fields.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toBoolean } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { namedValue } from '../../microsoft/readers/name-values.ts'
import { objectsOf, parseJson, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { folderKind, isMeaningless, topicsOf } from './mail-rule-facts.ts'
import { addressesIn } from './recipients.ts'
import { operationOf } from './record.ts'

type MailRule = NonNullable<NonNullable<EcsDocument['saas']>['mail_rule']>

/** Parameters with recipients to which a rule forwards mail. */
const forwards = setOf(
  'ForwardTo ForwardAsAttachmentTo RedirectTo RedirectMessageTo RedirectToRecipients BlindCopyTo CopyTo',
)
const deletions = setOf('DeleteMessage SoftDeleteMessage PermanentlyDelete')
/** Other actions of a rule. Any remaining parameter is a condition, unless it concerns the cmdlet itself. */
const otherActions = setOf(
  `MoveToFolder CopyToFolder MarkAsRead MarkImportance ApplyCategory ApplySystemCategory PinMessage StopProcessingRules
  SendTextMessageNotificationTo StopRuleProcessing PrependSubject ModifySubject SetHeaderName SetHeaderValue RemoveHeader SetSCL
  Quarantine RejectMessageReasonText RejectMessageEnhancedStatusCode ApplyHtmlDisclaimerText ApplyHtmlDisclaimerLocation
  ApplyHtmlDisclaimerFallbackAction ApplyClassification ApplyRightsProtectionTemplate ModerateMessageByUser
  ModerateMessageByManager AddToRecipients AddManagerAsRecipientType RouteMessageOutboundConnector
  RouteMessageOutboundRequireTls GenerateIncidentReport GenerateNotification IncidentReportContent SetAuditSeverity DeleteSystemCategory`,
)
const administration = setOf(
  `Identity Name Mailbox Enabled Force Confirm AlwaysDeleteOutlookRulesBlob Priority Comments Mode RuleErrorAction
  SenderAddressLocation RuleSubType UseLegacyRegex ActivationDate ExpiryDate DomainController Sweep DlpPolicy WhatIf _raw`,
)

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.trim().toLowerCase().split(/\s+/))
}

const cmdlet = /^(new|set|enable|disable|remove)-(?:inbox|transport)rule$/
const longestText = 512
const mostEntries = 50
const mostRecipients = 500

/** Checks whether a parameter is set. Cmdlets write an empty value or False for "not set". */
function isSet(value: Json | undefined): boolean {
  const text = textOf(value)?.trim()
  return text === undefined ? value !== undefined && typeof value === 'object' : toBoolean(text) !== false
}

const displayText = (value: Json): string => (textOf(value) ?? JSON.stringify(value)).slice(0, longestText)

function putList(rule: MailRule, key: 'conditions' | 'actions' | 'forward_to', list: readonly string[]): void {
  if (list.length > 0) rule[key] = [...new Set(list)].slice(0, key === 'forward_to' ? mostRecipients : mostEntries)
}

/** Returns the name of the rule after the last backslash: `northpier.example/Users/mara\\17283`. */
function nameInIdentity(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  return textOf(text.slice(text.lastIndexOf('\\') + 1))
}

function enabledBy(verb: string, stated: boolean | undefined): boolean | undefined {
  switch (verb) {
    case 'enable':
      return true
    case 'disable':
    case 'remove':
      return false
    case 'new':
      return stated ?? true
    default:
      return stated
  }
}

function readCmdlet({ record, vendor }: AuditDraft, verb: string): MailRule {
  const parameters: JsonObject = isObject(vendor.Parameters) ? vendor.Parameters : {}
  const rule: MailRule = {}
  const conditions: string[] = []
  const actions: string[] = []
  const forwardTo: string[] = []
  for (const [name, value] of Object.entries(parameters)) {
    const folded = name.toLowerCase()
    if (value === undefined || administration.has(folded)) continue
    const isForward = forwards.has(folded)
    if (deletions.has(folded)) rule.delete = rule.delete === true || isSet(value)
    if (!isSet(value)) continue
    if (isForward) for (const address of addressesIn(value)) forwardTo.push(address)
    if (isForward || deletions.has(folded) || otherActions.has(folded)) actions.push(name)
    else conditions.push(`${name}: ${displayText(value)}`)
  }
  const name =
    textOf(parameters.Name) ?? nameInIdentity(textOf(parameters.Identity)) ?? nameInIdentity(textOf(record.ObjectId))
  put(rule, 'name', name?.slice(0, longestText))
  putList(rule, 'conditions', conditions)
  putList(rule, 'actions', actions)
  putList(rule, 'forward_to', forwardTo)
  put(rule, 'move_to', textOf(parameters.MoveToFolder)?.slice(0, longestText))
  put(rule, 'mark_read', toBoolean(parameters.MarkAsRead))
  put(rule, 'enabled', enabledBy(verb, toBoolean(parameters.Enabled)))
  return rule
}

const forwardAction = /forward|redirect/i
const deleteAction = /delete/i
const readAction = /^mark(?:as)?read$/i
const moveAction = /^move/i

function readOutlookAction(rule: MailRule, action: JsonObject, forwardTo: string[]): string | undefined {
  const type = textOf(action.ActionType) ?? textOf(action.Type) ?? textOf(action.Name)
  if (type === undefined) return undefined
  if (forwardAction.test(type))
    for (const address of addressesIn(action.Recipients ?? action.Value)) forwardTo.push(address)
  if (deleteAction.test(type)) rule.delete = true
  if (readAction.test(type)) rule.mark_read = true
  if (moveAction.test(type)) {
    const folder = [action.DestinationFolder, action.FolderName, action.MailboxFolderId, action.FolderId].map(textOf)
    put(
      rule,
      'move_to',
      folder.find((text) => text !== undefined),
    )
  }
  return type.slice(0, longestText)
}

/**
 * Reads a rule that Outlook saved: state, condition and actions as texts. In new records, the actions are JSON. A record of
 * a removed rule contains its former actions (https://learn.microsoft.com/exchange/client-developer/web-service-reference/updateinboxrules-operation).
 */
function readOutlook({ vendor }: AuditDraft): MailRule {
  const read = (name: string): string | undefined => textOf(namedValue(vendor.OperationProperties, name))
  const rule: MailRule = {}
  put(rule, 'name', (read('RuleName') ?? read('ClientRuleName'))?.slice(0, longestText))
  if (/^remove/i.test(read('RuleOperation') ?? '')) return { ...rule, enabled: false }
  const forwardTo = ['RuleForwardTo', 'RuleRedirectTo', 'RuleForwardAsAttachmentTo'].flatMap((name) =>
    addressesIn(read(name)),
  )
  const text = read('RuleActions')
  const listed = text === undefined ? undefined : parseJson(text)
  const actions = objectsOf(listed).flatMap((action) => readOutlookAction(rule, action, forwardTo) ?? [])
  if (text !== undefined && actions.length === 0) actions.push(text.slice(0, longestText))
  const condition = read('RuleCondition')
  if (condition !== undefined) rule.conditions = [condition.slice(0, longestText)]
  putList(rule, 'actions', actions)
  putList(rule, 'forward_to', forwardTo)
  const state = read('RuleState')?.toLowerCase()
  if (state !== undefined) rule.enabled = state.split(/[;,]/).some((one) => one.trim() === 'enabled')
  return rule
}

/** Parameters of the name of a condition: only its value has a topic. */
const ofCondition = /^\w+: /

function readFacts(rule: MailRule, verb: string | undefined): void {
  if (rule.name !== undefined && isMeaningless(rule.name)) rule.meaningless_name = true
  if (rule.move_to !== undefined) rule.folder_kind = folderKind(rule.move_to)
  const topics = topicsOf(rule.conditions?.map((condition) => condition.replace(ofCondition, '')) ?? [])
  if (topics.length > 0) rule.topic = topics
  if (verb === 'new' && rule.actions !== undefined && rule.conditions === undefined) rule.all_mail = true
}

/** Fills `saas.mail_rule` for records about inbox and transport rules. */
export function readMailRule(draft: AuditDraft): void {
  const operation = operationOf(draft.record)
  const verb = cmdlet.exec(operation)?.[1]
  if (verb === undefined && operation !== 'updateinboxrules') return
  const rule = verb === undefined ? readOutlook(draft) : readCmdlet(draft, verb)
  readFacts(rule, verb)
  if (Object.keys(rule).length > 0) draft.document.saas = { ...draft.document.saas, mail_rule: rule }
}
