// Renders the whole page as one file that needs no other resources and allows none.
import { createHash } from 'node:crypto'
import { groupBy } from '../../../../mappings/kernel/group-by.ts'
import { compareSeverity } from '../../../../rules/lib/rule.ts'
import { time } from '../../../entity-store/age.ts'
import { reportMark, reportTitle } from '../../../framing/earlier-results.ts'
import { didNotEnd, stillHasAccess } from '../../../review/ended.ts'
import { takenInWords } from '../../evidence/data-taken.ts'
import { commandOn, isOpen, labelsOf } from '../app-facts.ts'
import { limits } from '../limits.ts'
import type { AppCard, AppRow, Report } from '../model.ts'
import { likenessOf } from '../statements.ts'
import { accountColumns, reasonedColumns } from '../tables.ts'
import { gravestFirst } from '../tallies.ts'
import { count, isSevere, thousands } from '../words.ts'
import { appCard, type Printed, printedForm, severeAlerts } from './app-card.ts'
import { andMore, cappedList, chip, moment, section, sharedTable } from './elements.ts'
import { code, escaped, html, joined, Markup, type Part } from './markup.ts'
import { pictureSvg } from './picture-svg.ts'
import { blindBody, makingBody, readingBody, unreadSection } from './provenance.ts'
import { acceptedBody, indicatorBody, inventoryBody, ruleNote, takenBody, unattachedBody } from './sections.ts'
import { styles } from './styles.ts'
import { timelineSvg } from './timeline-svg.ts'

/** Content security policy: no scripts, no requests, no forms, and only the styles of this page. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'; base-uri 'none'; form-action 'none'`

type Section = readonly [
  id: string,
  title: string,
  hasRows: boolean,
  body: Part,
  kind?: 'printed' | 'printed severe' | undefined,
]

/** `file` is the name of the file, which a printout refers to. */
export function renderHtml(report: Report, file = 'report.html'): string {
  const { summary, read, apps } = report
  const nothing = read.unread?.nothing === true
  const title = nothing ? (read.unread?.headline ?? '') : reportTitle
  const { otherApps, unattached, accounts, accepted, indicators, inventory, taken, rules } = report
  const isFirst = isUnattachedFirst(report)
  const unattachedSection: Section = [
    'unattached',
    'Alerts not linked to one application',
    unattached.shown.length > 0,
    unattachedBody(unattached),
    unattached.shown.some(isSevere) ? 'printed severe' : undefined,
  ]
  const printed: readonly Section[] = [
    ...(isFirst ? [unattachedSection] : []),
    ['taken', 'Data taken', taken.length > 0, takenBody(taken), 'printed'],
    ['read', 'Inputs', true, readingBody(read), 'printed'],
    ['blind', 'Blind spots of the rules', true, blindBody(report.blindSpots, report.limits), 'printed'],
  ]
  const others: readonly Section[] = [
    [
      'other-apps',
      'Further applications with alerts',
      otherApps.shown.length > 0,
      [
        sharedTable(
          otherApps.shown,
          reasonedColumns,
          andMore(otherApps.more, 'applications; see alerts.ndjson for their alerts'),
        ),
        otherApps.shown.filter(isSevere).map(severeAlerts),
      ],
      otherApps.shown.some(isSevere) ? 'printed severe' : undefined,
    ],
    ...(isFirst ? [] : [unattachedSection]),
    [
      'accounts',
      'Accounts involved',
      accounts.shown.length > 0,
      sharedTable(accounts.shown, accountColumns, andMore(accounts.more, 'accounts')),
    ],
    ['accepted', 'Accepted passwords', accepted.rows.shown.length > 0, acceptedBody(accepted)],
    ['indicators', 'Indicators', indicators.shown.length > 0, indicatorBody(indicators)],
    ['inventory', 'All applications', inventory.shown.length > 0, inventoryBody(inventory)],
    ['rules', 'Rules with alerts', rules.length > 0, rules.map(ruleNote)],
    ['made', 'About this report', true, makingBody(report.made, report.madeAt)],
  ]
  const [first, last] = [printed, others].map((some) => some.filter(([, , hasRows]) => hasRows)) as [
    Section[],
    Section[],
  ]
  const links = [...first, ...(apps.shown.length > 0 ? [['apps', 'Applications with alerts'] as const] : []), ...last]
  const span = read.firstEvent !== undefined && html` · ${moment(read.firstEvent)} to ${moment(read.lastEvent ?? '')}`
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${new Markup(reportMark)}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${nothing ? title : 'OAuth application hunt'}, ${time(report.madeAt)}</title>
<style>${new Markup(styles)}</style>
</head>
<body>
<header>
<p class="brand">Consentry</p>
<h1>${title}</h1>
<p class="quiet">${tenantNames(report)}${thousands(read.records)} records${span} · created ${moment(report.madeAt)}</p>
</header>
<main>
${unreadSection(read.unread)}<section id="summary">
<h2>Findings</h2>
${!nothing && tiles(report)}
<ul class="lead">
${summary.sentences.map((sentence) => html`<li>${escaped(sentence, limits.sentence)}</li>\n`)}</ul>
${overview(report)}${firstSteps(report)}${unknowns(report)}${timelineSvg(report.timeline)}${worstPicture(report)}<p class="paper quiet">A printout contains the data taken, the inputs, the blind spots, the high and critical alerts, the details of at most ${limits.printed} applications, and each section that is open. Older browsers print only open sections.</p>
</section>
<nav aria-label="Contents"><ul>
${links.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ul></nav>
${first.map(sectionOf)}${appSection(report, file)}${last.map(sectionOf)}</main>
<footer><p>consentry ${report.made.version} · all times in UTC · ${nothing ? 'no record was evaluated' : html`${thousands(summary.alerts)} alerts<span class="screen">, ${thousands(apps.shown.length)} of ${thousands(summary.apps)} applications shown in detail</span>`}</p></footer>
</body>
</html>
`
  return page.text
}

const sectionOf = ([id, title, , body, kind]: Section): Markup => section(id, title, body, kind)

/** On paper, high alerts without an application come before the details of less severe applications. */
function isUnattachedFirst({ unattached, apps }: Report): boolean {
  const [gravest] = unattached.shown.filter(isSevere)
  return (
    gravest !== undefined &&
    apps.shown.slice(0, limits.printed).some(({ severity }) => compareSeverity(severity, gravest.severity) < 0)
  )
}

function tenantNames({ read }: Report): Part {
  const names = [...new Set(read.tenants.shown.map(({ id, name }) => name ?? id))]
  return (
    names.length > 0 &&
    html`${joined(
      names.slice(0, 3).map((name) => escaped(name, limits.name)),
      ', ',
    )}${names.length > 3 && ' and others'} · `
  )
}

function tiles({ summary }: Report): Markup {
  const { bySeverity } = summary
  const of = gravestFirst.map(
    (severity) => html`<li class="${severity}"><b>${thousands(bySeverity[severity])}</b> ${severity}</li>\n`,
  )
  return html`<ul class="tiles">
${of}<li><b>${thousands(summary.apps)}</b> ${summary.apps === 1 ? 'application' : 'applications'}</li>
<li><b>${thousands(summary.standing)}</b> with active grants</li>
${summary.notEnded > 0 && html`<li><b>${thousands(summary.notEnded)}</b> whose ${didNotEnd}</li>\n`}</ul>
`
}

/** Lists the applications that have a card, for people who read only the first page. Similar applications share a line. */
function overview(report: Report): Part {
  const { apps, otherApps, summary, unattached } = report
  if (apps.shown.length + unattached.shown.length === 0) return undefined
  const loose = looseLine(unattached)
  const labelOf = labelsOf(apps.shown)
  const cardOf = new Map<AppRow, AppCard>(apps.shown.map((card) => [card, card]))
  const byFacts = groupBy([...apps.shown, ...otherApps.shown], (row) => `${row.severity} ${likenessOf(factsOf(row))}`)
  const groups = [...byFacts.values()].filter((rows) => rows.some((row) => cardOf.has(row)))
  const left = summary.apps - groups.flat().length
  const lines = groups.map((cards) => {
    const [first] = cards as [AppRow]
    const named = cards.flatMap((row) => cardOf.get(row) ?? []).slice(0, namedInLine)
    const names = named.map((card) => html`<a href="#app-${card.number}">${escaped(labelOf(card), limits.name)}</a>`)
    const others = cards.length - named.length
    const isSame = cards.every((card) => factsOf(card) === factsOf(first))
    return html`<li>${chip(first.severity)} ${joined(names, ', ')}${others > 0 && ` and ${count(others, 'more application')}`}${!isSame && ` (${thousands(cards.length)} similar applications; the facts describe the first)`}${factsInLine(first)}</li>\n`
  })
  const severity = unattached.shown[0]?.severity ?? 'low'
  const less = groups.findIndex(([first]) => first !== undefined && compareSeverity(first.severity, severity) < 0)
  const place = less < 0 ? lines.length : less
  const more =
    left > 0 && html`<li class="more"><a href="#other-apps">and ${count(left, 'more application')}</a></li>\n`
  return html`<ol class="overview">
${lines.slice(0, place)}${less >= 0 && loose}${lines.slice(place)}${more}${less < 0 && loose}</ol>
`
}

/** The alerts without an application: each severe one with its time and reason, as far as space allows. */
function looseLine({ shown }: Report['unattached']): Part {
  const [gravest] = shown
  if (gravest === undefined) return undefined
  const title = html`${chip(gravest.severity)} <a href="#unattached">Alerts not linked to one application</a>`
  const names = (rules: typeof shown) =>
    html`${joined(
      rules.slice(0, 3).map(({ name, count: times }) => (times === 1 ? name : `${name} (${thousands(times)})`)),
      ', ',
    )}${rules.length > 3 && ' and others'}`
  const severe = shown.filter(isSevere)
  if (severe.length === 0) return html`<li>${title}: ${names(shown)}</li>\n`
  // Show the first alert of each rule before the second alert of any rule.
  const alerts = severe
    .flatMap((rule) => rule.alerts.map((alert, i) => ({ rule, alert, i })))
    .sort(
      (a, b) => compareSeverity(b.rule.severity, a.rule.severity) || a.i - b.i || (a.alert.at < b.alert.at ? -1 : 1),
    )
    .slice(0, looseInOverview)
  const others = severe.reduce((sum, { count: times }) => sum + times, 0) - alerts.length
  const milder = shown.filter((rule) => !isSevere(rule))
  return html`<li>${title}:<ul class="loose">
${alerts.map(({ rule, alert }) => html`<li>${chip(rule.severity)} ${moment(alert.at)} ${rule.name}: <span class="reason">${escaped(alert.reason, limits.sentence)}</span></li>\n`)}${others > 0 && html`<li><a href="#unattached">and ${count(others, 'more high or critical alert')}</a></li>\n`}${milder.length > 0 && html`<li>${names(milder)}</li>\n`}</ul></li>\n`
}

const looseInOverview = 6
const namedInLine = 3

function factsInLine({ late, lead, standing, taken, theft, ended }: AppRow): Markup {
  const isOpen = stillHasAccess(late)
  return html`${(isOpen || standing > 0) && html` <strong class="open">${isOpen ? didNotEnd : 'open access'}</strong>`}${ended !== undefined && html` <strong class="ended">${ended}</strong>`}<span class="reason"> ${escaped(firstSentences(lead, theft), limits.sentence)}${taken !== undefined && html` <strong>Data taken: ${escaped(takenInWords(taken))}.</strong>`}</span>`
}

const factsOf = ({ late, lead, standing, taken, theft, ended }: AppRow): string =>
  [standing > 0, stillHasAccess(late), ended, firstSentences(lead, theft), taken && takenInWords(taken)].join(' ')

/** Describes why the application is suspicious, how access began, and how the application or its use changed. */
function firstSentences(lead: readonly string[], theft: string | undefined): string {
  return lead
    .filter((sentence) => sentence !== theft)
    .slice(0, 2)
    .join(' ')
}

/** Renders the urgent steps for the most severe application that may still have access. */
function firstSteps({ apps }: Report): Part {
  const card = apps.shown.find(isOpen)
  const urgent = card?.containment?.steps.shown.filter(({ canWait, prepares }) => !canWait && !prepares) ?? []
  if (card === undefined || urgent.length === 0) return undefined
  const name = escaped(labelsOf(apps.shown)(card), limits.name)
  const command = code(commandOn('contain', card))
  return html`<h3>What to do now</h3>
<p>Contain <a href="#app-${card.number}">${name}</a> first. Its details contain the commands${card.app !== undefined && html`; ${command} also prints them`}.</p>
<ol class="steps">
${urgent.slice(0, stepsInOverview).map(({ what }) => html`<li>${escaped(what)}</li>\n`)}</ol>
${urgent.length > stepsInOverview && html`<p class="more">and ${count(urgent.length - stepsInOverview, 'more urgent step')}</p>\n`}`
}

const stepsInOverview = 10

function unknowns({ unknowns }: Report): Part {
  return unknowns.shown.length > 0 && html`<h3>Not known</h3>\n${cappedList(unknowns, limits.sentence)}`
}

/** Renders the picture of the most severe application for the first page. */
function worstPicture({ apps }: Report): Part {
  const [worst] = apps.shown
  if (worst === undefined) return undefined
  return html`<h3>${escaped(worst.name ?? worst.id, limits.name)}: who granted access, what was used, and when</h3>
${pictureSvg(worst.picture)}`
}

function appSection({ apps, summary, unattached }: Report, file: string): Part {
  if (apps.shown.length === 0) return undefined
  const hasSevere = unattached.shown.some(isSevere)
  const forms = apps.shown.map((card) => printedForm(card, hasSevere))
  const inForm = (form: Printed) => thousands(forms.filter((each) => each === form).length)
  return html`<section id="apps">
<h2>Applications with alerts</h2>
${apps.more > 0 && html`<p class="screen">The ${apps.shown.length} most severe of ${thousands(summary.apps)}.</p>\n`}<p class="paper">Of ${count(summary.apps, 'application')}, this printout contains ${inForm('printed')} in full and ${inForm('compact')} in short form. It contains others only if they are open in ${escaped(file)}.</p>
${apps.shown.map((card, i) => appCard(card, forms[i], file))}</section>
`
}
