import type { CheckResult } from '../collect/check.ts'
import type { CollectSummary, SourceSummary } from '../collect/collect.ts'
import type { RequestCount } from '../collect/rate-limit.ts'

const words: Readonly<Record<CheckResult['verdict'], string>> = {
  ok: 'ok',
  missing: 'MISSING',
  note: 'note',
  failed: 'FAILED',
}

export function checkText(results: readonly CheckResult[]): string[] {
  const bad = results.filter(({ verdict }) => verdict === 'missing' || verdict === 'failed').length
  const isAlike = (one: CheckResult, other: CheckResult | undefined) =>
    one.verdict === other?.verdict && one.message === other.message
  return [
    ...results.map(
      (result, i) =>
        `${words[result.verdict].padEnd(8)}${result.for}: ${result.permission}${isAlike(result, results[i + 1]) ? '' : `\n        ${result.message}`}`,
    ),
    bad === 0
      ? 'All permissions work. Next: consentry collect --once, or --loop'
      : `${bad} of ${results.length} checks failed; correct them and run the check again`,
  ].flatMap((line) => line.split('\n'))
}

const number = (value: number): string => value.toLocaleString('en')

function sourceLine({ id, records, files, lost, failure }: SourceSummary): string {
  const state = failure !== undefined ? 'NOT COMPLETE' : lost.length > 0 ? `${number(lost.length)} lost` : ''
  return `  ${id.padEnd(34)}${number(records).padStart(12)}${number(files).padStart(7)}  ${state}`.trimEnd()
}

function requestLine({ api, requests, throttled, repeated, peak, limit, periodMs }: RequestCount): string {
  const period = periodMs === 60_000 ? 'a minute' : `${periodMs / 1000} seconds`
  return `  ${api}: ${number(requests)} requests, at most ${number(peak)} of the allowed ${number(limit)} in ${period}; ${number(throttled)} throttled, ${number(repeated)} repeated`
}

const mostLost = 10

export function summaryText({ since, until, sources, requests }: CollectSummary, out: string): string[] {
  const records = sources.reduce((sum, source) => sum + source.records, 0)
  const resumed = sources.reduce((sum, source) => sum + source.resumed, 0)
  const notes = sources.flatMap(({ id, notes: own, lost }) => [
    ...own.map((note) => `  ${id}: ${note}`),
    ...lost.slice(0, mostLost).map((what) => `  ${id}: lost, the vendor no longer has it: ${what}`),
    ...(lost.length > mostLost ? [`  ${id}: and ${lost.length - mostLost} more`] : []),
  ])
  return [
    `Collected ${number(records)} records from ${since} to ${until}${resumed === 0 ? '' : `; ${number(resumed)} parts were there from an earlier run`}`,
    '',
    `  ${'log source'.padEnd(34)}${'records'.padStart(12)}${'files'.padStart(7)}`,
    ...sources.map(sourceLine),
    '',
    'Requests',
    ...requests.map(requestLine),
    ...(notes.length === 0 ? [] : ['', 'Notes', ...notes]),
    '',
    'Vendors deliver some records hours later: run the same command again later, it adds them.',
    `Next: consentry hunt ${out}`,
  ]
}
