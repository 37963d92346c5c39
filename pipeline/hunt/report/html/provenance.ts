// Where the report comes from: what was read, what the rules could not see in it, and how it was made.
import type { Unread } from '../../../decode/readability.ts'
import { limits } from '../limits.ts'
import type { BlindSpot, Making, Reading } from '../model.ts'
import { futureInWords, size, thousands } from '../words.ts'
import { andMore, facts, list, moment, table } from './elements.ts'
import { code, escaped, html, joined, type Markup, type Part } from './markup.ts'

/** Unreadable input comes before everything else. */
export function unreadSection(unread: Unread | undefined): Part {
  if (unread === undefined) return undefined
  const { headline, inputs, todo } = unread
  return html`<section id="unread" class="warning">
<p><strong>${headline}.</strong></p>
<ul>
${inputs.slice(0, limits.inputs).map(({ path, reason }) => html`<li>${code(path)}: ${escaped(reason, limits.sentence)}</li>\n`)}</ul>
${andMore(inputs.length - limits.inputs, 'inputs')}${todo.map((step) => html`<p>${step}</p>\n`)}</section>
`
}

export function readingBody(read: Reading): Markup {
  const { firstEvent, lastEvent, futureEvent, lastInventory, inputs, datasets, tenants, deadLetters, earlierResults } =
    read
  const broken = deadLetters.map(
    ({ code: name, means, count: number }) => html`${thousands(number)} × ${code(name)}: ${means}`,
  )
  return html`${facts([
    ['records', thousands(read.records)],
    ['documents', thousands(read.documents)],
    ['read more than once', read.duplicates > 0 && `${thousands(read.duplicates)}, kept once`],
    [
      'not read',
      earlierResults.shown.length > 0 &&
        html`files of Consentry: ${joined([...earlierResults.shown.map((path) => code(path)), andMore(earlierResults.more, '')], ', ')}`,
    ],
    ['from', firstEvent !== undefined && moment(firstEvent)],
    ['to', lastEvent !== undefined && moment(lastEvent)],
    ['warning', futureEvent !== undefined && futureInWords(futureEvent)],
    ['inventory of', lastInventory !== undefined && moment(lastInventory)],
    [
      'tenants',
      tenants.shown.length > 0 &&
        joined(
          [
            ...tenants.shown.map(
              ({ id, name }) => html`${name !== undefined && html`${escaped(name, limits.name)} `}${code(id)}`,
            ),
            andMore(tenants.more, ''),
          ],
          ', ',
        ),
    ],
    [
      'not usable',
      broken.length === 0
        ? 'nothing'
        : html`${joined(broken, html`<br>`)}<br>reasons and positions: dead-letters.ndjson`,
    ],
  ])}
<h3>Files</h3>
${table(
  inputs.shown,
  [
    { title: 'file', kind: 'wide', cell: ({ path }) => escaped(path === '-' ? 'standard input' : path, limits.id) },
    { title: 'size', kind: 'figure', cell: ({ bytes }) => size(bytes) },
    { title: 'records', kind: 'figure', cell: ({ records }) => thousands(records) },
    { title: 'not usable', kind: 'figure', cell: ({ unusable }) => thousands(unusable) },
    {
      title: 'SHA-256',
      kind: 'wide',
      cell: ({ sha256 }) => (sha256 === undefined ? 'not read completely' : html`<code class="hash">${sha256}</code>`),
    },
  ],
  andMore(inputs.more, 'files'),
)}<h3>Logs</h3>
${table(datasets, [
  {
    title: 'dataset',
    cell: ({ name, source }) =>
      html`<code>${name}</code>${source !== '' && html`<br><span class="quiet">${source}</span>`}`,
  },
  {
    title: 'documents',
    kind: 'figure',
    cell: ({ documents }) => thousands(documents),
  },
  { title: 'first', cell: ({ first }) => first !== undefined && moment(first) },
  { title: 'last', cell: ({ last }) => last !== undefined && moment(last) },
  {
    title: 'history',
    cell: ({ shortHistory }) => (shortHistory ? 'too short for rules about new behavior' : ''),
  },
  { title: 'rules', kind: 'figure', cell: ({ rules }) => String(rules) },
])}`
}

export function blindBody(spots: readonly BlindSpot[], sentences: readonly string[]): Markup {
  return html`${spots.length === 0 && html`<p>Every rule had records to evaluate.</p>\n`}${spots.map(
    ({ what, detail, todo }) => html`<div class="spot"><p><strong>${escaped(what, limits.sentence)}</strong></p>
<p>${joined(
      detail.map((each) => escaped(each, limits.sentence)),
      '; ',
    )}.</p>
${todo !== undefined && html`<p class="quiet">Fix: ${todo}.</p>\n`}</div>
`,
  )}<h3>Limits of this report</h3>
${list(sentences)}`
}

export function makingBody(made: Making, madeAt: string): Markup {
  return facts([
    ['created', moment(madeAt)],
    ['by', `consentry ${made.version}`],
    ['rules', html`${thousands(made.rules)} evaluated, including experimental rules, pack <code>${made.pack}</code>`],
    [
      'environment file',
      made.environment === undefined
        ? 'none: the approvals, networks and names of the organization are unknown'
        : escaped(made.environment),
    ],
    ['custom content', made.content !== undefined && escaped(made.content)],
    ['command', code(made.command, 1_000)],
  ])
}
