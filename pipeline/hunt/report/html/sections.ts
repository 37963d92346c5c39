// The bodies of the sections around the cards: data taken, further alerts, indicators, the inventory, the rules.
import type { ReviewedApp } from '../../../review/review.ts'
import { listedItems, type PartTaken } from '../../evidence/data-taken.ts'
import type { Indicator } from '../../evidence/indicator-values.ts'
import { sessionsOf } from '../alert-rows.ts'
import { appColumnsOf, reasonsOfReview } from '../app-facts.ts'
import { type Capped, capped, limits } from '../limits.ts'
import type { Report, RuleNote, TakenRow } from '../model.ts'
import { acceptedColumns, indicatorColumns, partColumns } from '../tables.ts'
import { count, thousands } from '../words.ts'
import { ruleAlerts, stepList } from './app-card.ts'
import { andMore, cappedList, chip, list, sharedTable, table } from './elements.ts'
import { code, escaped, html, type Markup, type Part } from './markup.ts'

/** The records show use of data. They do not prove that data left: an application may also write or delete. */
export function takenBody(rows: Report['taken']): Part {
  const { shown, more } = capped(rows, limits.inventory)
  const figure = (number: number, atLeast: boolean) =>
    number === 0 ? '' : `${atLeast ? '≥ ' : ''}${thousands(number)}`
  return html`<p>Data that applications with alerts used, as far as the records show. evidence.csv lists each ${listedItems}. A message in several records counts once.</p>
${sharedTable(
  shown.flatMap(withLateRow),
  [
    { title: 'application', kind: 'wide', cell: ({ label }) => label },
    { title: 'accounts', kind: 'figure', cell: ({ accounts = 0, atLeast }) => figure(accounts, atLeast) },
    { title: 'mailboxes', kind: 'figure', cell: ({ mailboxes = 0, atLeast }) => figure(mailboxes, atLeast) },
    ...partColumns,
  ],
  andMore(more, 'applications: see evidence.csv'),
)}`
}

type LabeledPart = PartTaken & Partial<Pick<TakenRow, 'accounts' | 'mailboxes'>> & { readonly label: string }

/** The data of an application, and the part of it that the application used after its access ended. */
function withLateRow(row: TakenRow): LabeledPart[] {
  const { isOutside, name, id, afterEnd } = row
  const label = name ?? id
  return [
    { ...row, label: `${label}${isOutside ? ' (alerts outside the filters)' : ''}` },
    ...(afterEnd === undefined ? [] : [{ ...afterEnd, label: `${label}: use after its access should have ended` }]),
  ]
}

export function unattachedBody({ shown, more }: Report['unattached']): Part {
  const sessions = sessionsOf(shown)
  return html`${shown.map(ruleAlerts)}${sessions.length > 0 && html`<div class="contain"><p>If the accounts were compromised, end their sessions. Consentry has not run any of these commands.</p>\n${stepList(sessions)}</div>\n`}${more > 0 && html`<p class="more">${andMore(more, 'rules; all alerts are in alerts.ndjson')}</p>\n`}`
}

export function acceptedBody({ rows, steps, gaps }: Report['accepted']): Part {
  return html`<p>Somebody knew the password (or the code) of these accounts.${steps.length > 0 && ' Review these commands before you run them. Consentry has not run any of them.'}</p>
${sharedTable(rows.shown, acceptedColumns, andMore(rows.more, 'accounts: see timeline.csv'))}${steps.length > 0 && html`<div class="contain">${stepList(steps)}</div>`}${gaps.shown.length > 0 && html`<p>Not covered:</p>\n${cappedList(gaps)}`}`
}

export function indicatorBody({ shown, more }: Capped<Indicator>): Part {
  return html`<p>Search for these values in other systems. An address or a user agent can belong to the victim or to a shared service: check the notes and the dates.</p>
${sharedTable(shown, indicatorColumns, andMore(more, 'values: see indicators.csv'))}`
}

export function inventoryBody({ shown, more }: Capped<ReviewedApp>): Part {
  const columns = [...appColumnsOf(shown), { title: 'REASONS FOR REVIEW', text: reasonsOfReview }]
  return html`<p>Sorted by review priority: first by the number of reasons for review, then by tier. First-party applications are not listed.</p>
${table(
  shown,
  columns.map(({ title, text }) => ({
    title: title.toLowerCase(),
    cell: (app) => escaped(text(app), limits.sentence),
  })),
  more > 0 && html`and ${thousands(more)} more: ${code('consentry apps PATH…')} lists all applications`,
)}`
}

export function ruleNote(rule: RuleNote): Markup {
  const { id, name, severity, alerts, version, attack } = rule
  const { description, conditions, falsePositives, investigation, response } = rule
  return html`<article class="note" id="rule-${id}">
<h3>${chip(severity)} ${name}</h3>
<p class="quiet">${count(alerts, 'alert')} · ATT&amp;CK ${attack.join(', ')} · version ${version} · <code>${id}</code></p>
<p>${description}</p>
${conditions.length > 0 && html`<h5>Conditions</h5>\n${list(conditions)}`}<h5>Investigation</h5>
${list(investigation)}${response.length > 0 && html`<h5>Response</h5>\n${list(response)}`}<h5>False positives</h5>
${list(falsePositives)}</article>
`
}
