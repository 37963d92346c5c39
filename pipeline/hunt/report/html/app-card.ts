// The card of an application: the facts that a responder needs for a decision, and the commands to run afterwards.
import { hourOf } from '../../../entity-store/age.ts'
import { type Step, stepParts } from '../../../review/containment/containment.ts'
import type { DataTaken } from '../../evidence/data-taken.ts'
import { commandOn, factsOf, revocationInWords } from '../app-facts.ts'
import { limits } from '../limits.ts'
import type { AppCard, AppRow, Evidence, GrantRow, HistoryLine, RuleAlerts } from '../model.ts'
import { holderColumns, keyColumns, networkColumns } from '../tables.ts'
import { count, doubtOf, isSevere, reasonsOf, thousands } from '../words.ts'
import { andMore, cappedList, chip, facts, list, moment, part, sharedTable, table } from './elements.ts'
import { code, escaped, html, joined, type Markup, type Part } from './markup.ts'
import { pictureSvg } from './picture-svg.ts'

/** The form of a closed card in a printout: in full, or only its lead and its alerts; undefined if it is omitted. */
export type Printed = 'printed' | 'compact' | undefined

/** The most severe applications in full; all others with high alerts in compact form. A medium application gives way to high alerts elsewhere. */
export function printedForm(card: AppCard, hasSevereElsewhere: boolean): Printed {
  if (card.number > limits.printed) return isSevere(card) ? 'compact' : undefined
  return isSevere(card) || !hasSevereElsewhere ? 'printed' : 'compact'
}

export function appCard(card: AppCard, form: Printed, file: string): Markup {
  const { number, name, id, app, severity, alerts, rules, history, grants, containment, lead } = card
  return html`<details class="card${form === 'compact' && ' compact'}${form !== undefined && ' printed'}${form === 'compact' && isSevere(card) && ' severe'}"><summary><h3>${chip(severity)} ${number}. ${escaped(name ?? id, limits.name)}</h3></summary>
<div id="app-${number}">
<p class="lead">${joined(
    lead.map((sentence) => escaped(sentence, limits.sentence)),
    ' ',
  )}</p>
${form === 'compact' && html`<p class="paper quiet">Short form${isSevere(card) && ', without medium and low alerts'}: see ${escaped(file)} for the details and the commands.</p>\n`}${facts([[card.idKind, code(id)], ...(app === undefined ? [['tenant', card.tenant] as const] : factsOf(app)).map(([title, text]) => [title, text !== '' && escaped(text, limits.sentence)] as const)])}
${pictureSvg(card.picture)}${part(
  count(alerts, 'alert'),
  html`${rules.shown.map(ruleAlerts)}${rules.more > 0 && html`<p class="more">${andMore(rules.more, 'rules; all alerts are in alerts.ndjson')}</p>\n`}`,
  'printed',
)}${history.length > 0 && part('History', historyTable(history))}${grants.shown.length > 0 && part('Grants', grantTable(grants.shown, grants.more, card))}${card.keys.shown.length > 0 && part('Keys', sharedTable(card.keys.shown, keyColumns, andMore(card.keys.more, 'keys: see indicators.csv')))}${card.taken !== undefined && part('Data taken', takenTables(card.taken))}${containment !== undefined && part('Revoke the access', html`<div class="contain">${containmentPlan(card)}</div>`, 'printed')}</div></details>
`
}

export function ruleAlerts(rule: RuleAlerts): Markup {
  const { id, name, severity, count: number, first, last, alerts, between } = rule
  const when = first === last ? moment(first) : html`${moment(first)} to ${moment(last)}`
  const middle = alerts.length - (between > 0 ? limits.lastAlerts : 0)
  const rows = alerts.map(
    (
      { at, reason, settled, evidence, apps = [] },
      i,
    ) => html`${between > 0 && i === middle && betweenItem(rule)}<li>${moment(at)} ${escaped(reason, limits.sentence)}${!settled && html` <em>(provisional: the history is too short)</em>`}
${
  apps.length > 0 &&
  html`<span class="evidence">about ${joined(
    apps.map(({ name: app, card }) =>
      card === undefined ? escaped(app, limits.name) : html`<a href="#app-${card}">${escaped(app, limits.name)}</a>`,
    ),
    ', ',
  )}</span>`
}<span class="evidence">${joined(evidence.shown.map(evidenceOf), html`<br>`)}${evidence.more > 0 && html`<br>${andMore(evidence.more, 'in alerts.ndjson')}`}</span></li>\n`,
  )
  return html`<div class="rule"><p>${chip(severity)} <a href="#rule-${id}">${name}</a> <span class="quiet">${number === 1 ? '' : `${thousands(number)} times, `}${when}${doubtOf(rule)}</span></p>
<ul class="alerts">\n${rows.length > 0 ? rows : betweenItem(rule)}</ul></div>
`
}

/** The alerts without a line of their own, with their reasons if they are high or critical. */
function betweenItem(rule: RuleAlerts): Markup {
  const known = new Set(rule.alerts.map(({ reason }) => reason))
  const { reasons } = rule
  const others = { ...reasons, shown: reasons.shown.filter(({ text }) => !known.has(text)) }
  return html`<li class="more">${thousands(rule.between)} ${known.size === 0 ? 'alerts' : 'more in between'}: see alerts.ndjson${isSevere(rule) && others.shown.length > 0 && html`. ${known.size === 0 ? 'Reasons' : 'Other reasons'}:${list(reasonsOf({ ...rule, reasons: others }).map((reason) => escaped(reason, limits.sentence)))}`}</li>\n`
}

/** The high and critical alerts of an application without a card. */
export function severeAlerts({ name, id, rules }: AppRow): Markup {
  return html`<div class="rule"><p>${escaped(name ?? id, limits.name)} ${code(id)}</p>
${list(
  rules.shown
    .filter(isSevere)
    .map(
      (rule) =>
        html`${chip(rule.severity)} ${rule.name}: ${count(rule.count, 'alert')}${list(reasonsOf(rule).map((reason) => escaped(reason, limits.sentence)))}`,
    ),
)}</div>
`
}

function evidenceOf({ id, dataset, source, offset }: Evidence): Part {
  return html`event.id ${code(id, limits.id)}${dataset !== undefined && ` in ${dataset}`}${source !== undefined && html`, ${escaped(source, limits.id)} record ${offset}`}`
}

function historyTable(history: readonly HistoryLine[]): Markup {
  return table(history, [
    { title: 'time', cell: ({ at }) => (at === undefined ? '⋮' : moment(at)) },
    {
      title: 'alert',
      cell: ({ severity, failed }) =>
        failed === true ? html`<span class="quiet">attempt</span>` : severity !== undefined && chip(severity),
    },
    {
      title: 'event',
      kind: 'wide',
      cell: ({ what, event }) =>
        html`${escaped(what, limits.sentence)}${event !== undefined && html` <span class="evidence">event.id ${code(event, limits.id)}</span>`}`,
    },
  ])
}

function grantTable(grants: readonly GrantRow[], more: number, card: AppCard): Markup {
  const { ended } = card
  return table(
    grants,
    [
      {
        title: 'account',
        kind: 'wide',
        cell: ({ principal }) => (principal === '*' ? 'the whole tenant' : escaped(principal, limits.id)),
      },
      { title: 'account state', cell: ({ accountStatus }) => accountState(accountStatus) },
      {
        title: 'active',
        cell: ({ stands, revoked }) =>
          stands
            ? html`<strong>yes</strong>`
            : revoked !== undefined
              ? html`revoked ${moment(revoked)}`
              : ended === undefined
                ? 'not known'
                : `the application is ${ended}`,
      },
      {
        title: 'granted',
        cell: ({ granted, grantedBy, revokedBefore, usedSince, listed }) =>
          html`${granted === undefined ? (listed === undefined ? 'not in the log' : html`listed ${moment(listed)}`) : moment(granted)}${grantedBy !== undefined && html` by ${escaped(grantedBy, limits.id)}`}${revokedBefore !== undefined && html`, ${escaped(revocationInWords(revokedBefore), limits.id)}`}${usedSince !== undefined && html`, used since ${moment(usedSince)}: renewed, or older than the records`}`,
      },
      {
        title: 'last used',
        cell: ({ lastUsed }) => (lastUsed === undefined ? 'never seen' : `in ${hourOf(lastUsed)}`),
      },
      {
        title: 'permissions',
        kind: 'wide',
        cell: ({ tier, scopes }) =>
          html`${tier !== undefined && `${tier}: `}${joined(
            scopes.slice(0, limits.scopes).map((scope) => escaped(scope, limits.name)),
            ', ',
          )}${scopes.length > limits.scopes && ` and ${scopes.length - limits.scopes} more`}`,
      },
    ],
    more > 0 && html`and ${thousands(more)} more: ${code(commandOn('show', card))}`,
  )
}

/** The status of an account, highlighted if it has ended. */
function accountState(status: string | undefined): Part {
  return status === undefined
    ? 'not known'
    : status === 'active'
      ? status
      : html`<strong class="ended">${status}</strong>`
}

function containmentPlan(card: AppCard): Part {
  const { containment, app } = card
  if (containment === undefined) return undefined
  const { breaks, steps, gaps, response } = containment
  return [
    html`<p>${app?.firstParty === true && html`<strong>This is a first-party application: check the accounts, and do not disable the application for the whole tenant.</strong> `}${joined(
      breaks.map((line) => escaped(line)),
      ' ',
    )}${steps.shown.length > 0 && ' Review these commands before you run them. Consentry has not run any of them.'}</p>\n`,
    stepList(steps.shown),
    steps.more > 0 && html`<p class="more">${andMore(steps.more, '')}: ${code(commandOn('contain', card))}</p>\n`,
    response.shown.length > 0 &&
      html`<p>Further steps, by cause. If steps conflict, follow the first.</p>\n<dl class="further">${response.shown.map(({ cause, steps: some }) => html`<dt>${escaped(cause, limits.sentence)}</dt><dd>${list(some.map((step) => escaped(step, limits.sentence)))}</dd>\n`)}</dl>\n`,
    gaps.shown.length > 0 && html`<p>Not covered:</p>\n${cappedList(gaps)}`,
  ]
}

export function stepList(steps: readonly Step[]): Markup {
  return html`${stepParts(steps).map(
    ({ heading, steps: some }) =>
      html`${heading !== '' && html`<h5>${heading}</h5>\n`}<ol class="steps">\n${some.map(({ what, command }) => html`<li>${escaped(what)}<pre><code>${command}</code></pre></li>\n`)}</ol>\n`,
  )}`
}

/** The data that one application took: by network, by account, and the first items. */
function takenTables({ holders, networks, items }: DataTaken): Markup {
  return html`${sharedTable(networks.shown, networkColumns, andMore(networks.more, 'records from other networks: see evidence.csv'))}${sharedTable(holders.shown, holderColumns, andMore(holders.more, 'records of other accounts: see evidence.csv'))}${
    items.shown.length > 0 &&
    table(
      items.shown,
      [
        { title: 'time', cell: ({ at }) => moment(at) },
        { title: 'type', cell: ({ type }) => type },
        { title: 'access', cell: ({ access }) => access },
        { title: 'item', kind: 'wide', cell: ({ item }) => code(item, limits.id) },
        { title: 'subject', cell: ({ subject }) => escaped(subject, limits.name) },
        { title: 'account', cell: ({ account }) => escaped(account, limits.id) },
      ],
      andMore(items.more, 'items: see evidence.csv'),
    )
  }`
}
