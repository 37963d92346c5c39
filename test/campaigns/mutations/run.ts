// Runs the mutations of every attack. `npm run campaigns -- --mutations` prints the table.
import type { Attack, AttackCampaign, BenignWork } from '../../../rules/campaigns/campaign.ts'
import { Random } from '../../../rules/campaigns/random.ts'
import { type Named, timesOf } from '../results.ts'
import type { RunCampaign } from '../run.ts'
import { type AttackResult, scoreAttack } from '../score.ts'
import { commonClient } from './clients.ts'
import { localized } from './localized.ts'
import { withoutEachLog } from './missing-log-source.ts'
import { commonWords, homoglyphs, otherScript, plainName } from './names.ts'
import { otherLogSource } from './other-log-source.ts'
import { splitScopes } from './scopes.ts'
import { stretch } from './times.ts'

/** The attacks that each mutation makes: none if there is nothing to change, several if there are several ways. */
export const mutations: Readonly<Record<string, (attack: Attack) => readonly (Attack | undefined)[]>> = {
  unchanged: (attack) => [attack],
  'name with common words': (attack) => [commonWords(attack)],
  'plain name': (attack) => [plainName(attack)],
  'other script': (attack) => [otherScript(attack)],
  homoglyphs: (attack) => [homoglyphs(attack)],
  'time × 5': (attack) => [stretch(5)(attack)],
  'one scope for each grant': (attack) => [splitScopes(attack)],
  'other log source': (attack) => [otherLogSource(attack)],
  'one log source missing': withoutEachLog,
  'localized values': (attack) => [localized(attack)],
  'common client': (attack) => [commonClient(attack)],
}

/** Found acts, of the acts that the mutated records still contain; the worst result if there are several ways. */
export type Recall = Pick<AttackResult, 'found' | 'required' | 'missed'>

/** Results by campaign and mutation, without mutations that change nothing. */
export type Recalls = Readonly<Record<string, Readonly<Record<string, Recall>>>>

export async function runMutation(
  judge: RunCampaign,
  name: string,
  campaign: AttackCampaign,
  mutation: string,
): Promise<Recall | undefined> {
  const ways = mutations[mutation]?.(campaign.build(new Random(name))) ?? []
  const recalls: Recall[] = []
  for (const attack of ways) {
    if (attack === undefined) continue
    const { found, required, missed } = scoreAttack(attack, await judge(name, attack.records), timesOf(attack.records))
    recalls.push({ found, required, missed })
  }
  return recalls.sort((a, b) => a.found / a.required - b.found / b.required)[0]
}

export async function runMutations(
  judge: RunCampaign,
  campaigns: readonly Named<AttackCampaign | BenignWork>[],
): Promise<Recalls> {
  const recalls: Record<string, Record<string, Recall>> = {}
  for (const { name, campaign } of campaigns) {
    if (campaign.kind !== 'attack') continue
    const row: Record<string, Recall> = {}
    for (const mutation in mutations) {
      const recall = await runMutation(judge, name, campaign, mutation)
      if (recall !== undefined) row[mutation] = recall
    }
    recalls[name] = row
  }
  return recalls
}

/** Lists the acts that a mutation hides but the unchanged campaign does not. */
const hidden = (row: Readonly<Record<string, Recall>>) =>
  Object.entries(row).flatMap(([mutation, { missed }]) => {
    const more = missed.filter((act) => !row.unchanged?.missed.includes(act))
    return more.length === 0 ? [] : [`${mutation}: ${more.join('; ')}`]
  })

export function renderMutations(recalls: Recalls): string {
  const names = Object.keys(mutations)
  const rows = Object.entries(recalls)
  const total = (mutation: string) => {
    const all = rows.flatMap(([, row]) => row[mutation] ?? [])
    const sum = (numbers: readonly number[]) => numbers.reduce((whole, each) => whole + each, 0)
    return `${sum(all.map(({ found }) => found))} of ${sum(all.map(({ required }) => required))}`
  }
  const cell = (recall: Recall | undefined) => (recall === undefined ? '–' : `${recall.found} of ${recall.required}`)
  return [
    `| attack | ${names.join(' | ')} |`,
    `| --- |${names.map(() => ' --- |').join('')}`,
    ...rows.map(([name, row]) => `| ${name} | ${names.map((mutation) => cell(row[mutation])).join(' | ')} |`),
    `| all | ${names.map(total).join(' | ')} |`,
    '',
    'Acts that a mutation hides:',
    '',
    ...rows.flatMap(([name, row]) => hidden(row).map((line) => `- ${name}, ${line}`)),
  ].join('\n')
}
