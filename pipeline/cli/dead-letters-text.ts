// Dead letters and replays as text for a person.
import { letterId } from '../dead-letters/letter.ts'
import type { Replayed } from '../dead-letters/replay.ts'
import { type DeadLetter, deadLetterCodes, type Outcome } from '../outcome.ts'
import { printable, table, tableWidth } from './terminal.ts'

export function formatLetters(
  letters: readonly DeadLetter[],
  counts: ReadonlyMap<string, number>,
  datasetsOf: (letter: DeadLetter) => readonly string[],
): string {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (total === 0) return 'no dead letters'
  const rows = table(
    letters,
    [
      { title: 'WRITTEN', width: 24, text: (letter) => letter['@timestamp'] },
      { title: 'CODE', width: 18, text: ({ code }) => code },
      { title: 'DATASET', width: 28, text: (letter) => datasetsOf(letter).join(', ') },
      { title: 'ID', width: 60, text: letterId },
    ],
    { width: tableWidth(process.stdout), below: ({ detail }) => detail },
  )
  const byCode = [...counts].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${count} ${code}`)
  return `${rows}\n\n${letters.length} of ${total} letters: ${byCode.join(', ')}`
}

function outcomesNow(outcomes: readonly Outcome[] | undefined): string[] {
  if (outcomes === undefined) return ['the letter holds a part of the record: a replay reads the record from its topic']
  if (outcomes.length === 0) return ['the record has no document']
  return outcomes.map((outcome) =>
    outcome.ok
      ? `document ${outcome.id} of ${outcome.dataset}`
      : `dead letter: ${outcome.code} (${outcome.detail}${outcome.element === '' ? '' : `, at ${outcome.element}`})`,
  )
}

export function formatLetter(letter: DeadLetter, outcomes: readonly Outcome[] | undefined): string {
  const { code, detail, raw, receivedAt } = letter
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['id', letterId(letter)],
    ['written', letter['@timestamp']],
    ['received', receivedAt],
    ['code', `${code}: ${deadLetterCodes[code]}`],
    ['detail', detail],
    ...outcomesNow(outcomes).map((text, i) => [i === 0 ? 'now' : '', text] as const),
    ['record', raw],
  ]
  return rows
    .flatMap(([title, text]) => (text === undefined ? [] : [`${title.padEnd(10)}${printable(text)}`]))
    .join('\n')
}

export function formatReplayed({ id, code, outcome, stored, duplicates, failures }: Replayed): string {
  const [first] = failures
  const again = first === undefined ? '' : `  ${first.code}: ${first.detail}`
  const counts = stored + duplicates > 0 ? `  ${stored} stored, ${duplicates} already there` : ''
  return printable(`${outcome.padEnd(12)}${code.padEnd(20)}${id}${counts}${again}`)
}
