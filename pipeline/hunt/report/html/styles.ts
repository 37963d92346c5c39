// The style of the page: light and dark, on a phone, and on A4. Color is never the only carrier of information.
const light = `
  --page: #f6f7f9; --sheet: #ffffff; --ink: #1b1f27; --quiet: #5a6372; --line: #d9dde4; --soft: #eef0f4;
  --critical: #9f1239; --high: #b93c0a; --medium: #8a5a00; --low: #1d5fa8; --on: #ffffff; --link: #1d4fa8; --records: #b3bccb; --warn: #fff4e0;`

const dark = `
  --page: #12151b; --sheet: #1a1e26; --ink: #e7eaf0; --quiet: #9aa4b5; --line: #323947; --soft: #232934;
  --critical: #fb7a9b; --high: #f99a5e; --medium: #e5bf52; --low: #79b2f2; --on: #12151b; --link: #8db8ff; --records: #46516a; --warn: #3a2f18;`

export const styles = `
:root {${light}
}
@media screen and (prefers-color-scheme: dark) { :root {${dark}
} }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
header, main, footer { max-width: 1320px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; }
.brand { margin: 0; font-weight: 600; letter-spacing: .08em; text-transform: uppercase; font-size: 12px; color: var(--quiet); }
h1 { margin: 2px 0 0; font-size: 28px; line-height: 1.2; }
h2 { margin: 0 0 12px; font-size: 20px; line-height: 1.3; }
h3 { margin: 20px 0 8px; font-size: 16px; }
h4 { margin: 20px 0 6px; font-size: 14px; }
h5 { margin: 14px 0 4px; font-size: 13px; }
p { margin: 0 0 10px; }
ul, ol { margin: 0 0 10px; padding-left: 22px; }
li { margin: 2px 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .88em; }
pre { margin: 4px 0 10px; padding: 8px 10px; background: var(--soft); border-radius: 4px; white-space: pre-wrap; user-select: all; }
time { font-variant-numeric: tabular-nums; white-space: nowrap; }
.quiet, .more, .evidence, figcaption { color: var(--quiet); font-size: 13px; }
.evidence { display: block; }
.hash { font-size: 11px; }
section { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: 20px 22px; margin: 18px 0; }
.lead { font-size: 16px; }
.warning { background: var(--warn); border-left: 4px solid var(--high); padding: 8px 12px; }
.chip { display: inline-block; padding: 0 7px; border-radius: 4px; font-size: 12px; font-weight: 600; line-height: 18px; color: var(--on); vertical-align: 1px; white-space: nowrap; }
.critical { --severity: var(--critical); }
.high { --severity: var(--high); }
.medium { --severity: var(--medium); }
.low { --severity: var(--low); }
.chip, .shade-1, .shade-2, .shade-3, .shade-4 { background: var(--severity); fill: var(--severity); }
.open, .ended { color: var(--high); }
.tiles { display: flex; flex-wrap: wrap; gap: 8px; list-style: none; padding: 0; margin: 0 0 16px; }
.tiles li { flex: 1 1 110px; margin: 0; padding: 8px 12px; background: var(--soft); border-radius: 6px; border-top: 3px solid var(--severity, var(--line)); color: var(--quiet); }
.tiles b { display: block; font-size: 24px; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
.overview { padding-left: 0; list-style: none; }
.overview li { padding: 6px 0; border-top: 1px solid var(--line); }
.overview a { font-weight: 600; }
.further dt { font-weight: 600; margin-top: 6px; }
.further dd { margin: 0; }
.overview .loose { padding-left: 1.2em; list-style: none; }
nav { background: none; }
nav ul { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; padding: 0; }
figure { margin: 18px 0 0; }
svg { display: block; width: 100%; height: auto; }
svg.narrow { display: none; }
svg text { font: 12px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; fill: var(--quiet); }
svg .row { text-anchor: end; }
svg .number { text-anchor: middle; fill: var(--on); font-weight: 600; }
svg .none { fill: var(--soft); }
svg .records { fill: var(--records); }
.shade-1 { fill-opacity: .84; }
.shade-2 { fill-opacity: .9; }
.shade-3 { fill-opacity: .95; }
.scroll { overflow-x: auto; background: linear-gradient(to right, var(--sheet) 40%, transparent) left / 36px 100% no-repeat local, linear-gradient(to left, var(--sheet) 40%, transparent) right / 36px 100% no-repeat local, linear-gradient(to right, var(--records), transparent) left / 12px 100% no-repeat scroll, linear-gradient(to left, var(--records), transparent) right / 12px 100% no-repeat scroll; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th, td { padding: 5px 10px 5px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { color: var(--quiet); font-weight: 600; white-space: nowrap; }
td { min-width: 60px; overflow-wrap: break-word; }
td.wide { overflow-wrap: anywhere; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.wide { min-width: 200px; }
.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(400px, 1fr)); gap: 2px 24px; margin: 0 0 10px; font-size: 13px; }
.facts div { display: flex; gap: 10px; padding: 3px 0; border-bottom: 1px solid var(--line); }
.facts dt { flex: 0 0 104px; color: var(--quiet); }
.facts dd { margin: 0; min-width: 0; }
.card { border-top: 2px solid var(--line); padding-top: 4px; margin-top: 26px; }
.card:first-of-type { border-top: 0; margin-top: 0; }
.card h3 { font-size: 18px; }
.rule { margin: 0 0 8px; }
.rule p { margin: 0; font-weight: 600; }
.rule .quiet { font-weight: 400; }
.alerts { font-size: 14px; }
.contain { border: 1px solid var(--line); border-left: 4px solid var(--low); border-radius: 4px; padding: 2px 16px 8px; margin-top: 18px; }
.spot { border-left: 3px solid var(--line); padding-left: 12px; margin: 0 0 12px; }
.spot p { margin: 0; }
.note { border-top: 1px solid var(--line); margin-top: 14px; font-size: 14px; }
.note:first-of-type { border-top: 0; }
footer { padding-bottom: 28px; color: var(--quiet); font-size: 13px; }
.paper { display: none; }
summary { cursor: pointer; }
summary h2, summary h3 { display: inline; }
section > details:not([open]) > summary h2 { margin: 0; }
.card > summary { padding: 4px 0; }
.card details { margin: 6px 0; }
.card details > summary { font-weight: 600; font-size: 14px; }
.picture .row, .picture .lane { fill: var(--ink); }
.picture .tick { text-anchor: middle; }
.picture .grid { stroke: var(--line); }
.picture .shortened { fill: var(--soft); }
.picture .held { stroke: var(--low); stroke-width: 2; }
.picture .granted, .picture .ended { fill: var(--low); }
.picture .use { stroke: var(--high); stroke-width: 3; }
.picture .act { fill: var(--quiet); }
.picture .alert { fill: var(--severity); }
.picture .act.failed { fill: none; stroke: var(--quiet); }
@media (max-width: 640px) {
  header, main, footer { padding-left: 10px; padding-right: 10px; }
  section { padding: 14px 12px; }
  .facts { grid-template-columns: 1fr; }
}
@media screen and (max-width: 640px) {
  svg.wide { display: none; }
  svg.narrow { display: block; }
}
@page { size: A4; margin: 14mm 13mm; }
@media print {
  body { background: none; font-size: 10pt; }
  header, main, footer { max-width: none; padding: 0; }
  section { border: 0; padding: 0; margin: 0 0 8mm; }
  nav { display: none; }
  section:has(> details:only-child:not([open], .printed)), .screen { display: none; }
  .paper { display: block; }
  .card:not([open], .printed), .card:first-of-type .picture, .card details:not([open], .printed), .alerts .evidence { display: none; }
  .compact:not([open]) :is(.facts, .picture, details.printed ~ details), .severe:not([open]) :is(tr, .rule):has(.medium, .low) { display: none; }
  #summary figure { margin-top: 8px; }
  #summary .picture { margin-top: 0; }
  #summary .picture .wide { max-height: 36mm; }
  #summary h3 { margin: 8px 0 4px; font-size: 11pt; }
  #read .facts { break-inside: avoid; }
  .overview li:nth-child(n + 9) .reason { display: none; }
  .overview li { padding: 3px 0; break-inside: avoid; }
  section > .printed::details-content, .card .printed::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; break-after: avoid; }
  summary::-webkit-details-marker { display: none; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; border-bottom: 1px solid var(--line); }
  h2, h3, h4, h5 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  .lead { font-size: 10.5pt; }
  .scroll { overflow: visible; background: none; }
  table { font-size: 8pt; }
  .facts, .alerts, .note, .contain { font-size: 8.5pt; }
  .steps li { break-inside: avoid; }
  pre { break-before: avoid; margin: 2px 0 4px; padding: 3px 6px; line-height: 1.35; }
  .quiet, .more, .evidence, figcaption { font-size: 8pt; }
  td { min-width: 19mm; overflow-wrap: anywhere; }
  th, td { padding: 4px 6px 4px 0; }
  th { white-space: normal; overflow-wrap: normal; word-break: normal; }
  th.wide, td.wide { min-width: 34mm; }
  td.figure { min-width: 0; white-space: nowrap; }
  .tiles li { flex-basis: 24mm; padding: 4px 8px; }
  .facts { grid-template-columns: 1fr 1fr; }
  tr, .tiles, figure:not(.picture), .picture svg, .spot, .rule p, pre { break-inside: avoid; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
