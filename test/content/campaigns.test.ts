// The pack on campaigns of independent authors: a sample on each commit, a larger one in CI, all of them in a deep run. A result may only
// improve; `npm run campaigns -- --update` stores it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import type { Attack } from '../../rules/campaigns/campaign.ts'
import { Random } from '../../rules/campaigns/random.ts'
import { makeRunInKibana } from '../campaigns/kibana-run.ts'
import { identityOf, loadCampaigns, type Results, runCampaigns } from '../campaigns/results.ts'
import { makeRunCampaign } from '../campaigns/run.ts'
import { worseAttack, worseBenign } from '../campaigns/score.ts'
import { renderTotals } from '../campaigns/table.ts'
import { sampleOf } from '../support/deep.ts'
import { product } from '../support/product.ts'

const judges = { hunt: makeRunCampaign(), kibana: makeRunInKibana(product) }
const campaigns = await loadCampaigns()
const kept = JSON.parse(readFileSync(join(packageRoot, 'rules/campaigns/results.json'), 'utf8')) as Results

describe.each(sampleOf(campaigns, process.env.CI === undefined ? 200 : 20))(
  'the campaign $name',
  ({ name, campaign }) => {
    const built = campaign.build(new Random(name))
    const ids = built.records.map((record) => identityOf(record).id)

    it('the campaign renders identically every time, with a different ID for each record', () => {
      expect(campaign.build(new Random(name))).toEqual(built)
      expect(new Set(ids).size).toBe(ids.length)
    })

    it('the expected alerts of the campaign name only records that the campaign contains', () => {
      const named = 'required' in built ? expectedIds(built) : built.ids
      expect(named.filter((id) => !ids.includes(id))).toEqual([])
    })

    it('every record of the campaign is read, and its result is not worse than the stored result', async () => {
      const unread: string[] = []
      const results = await runCampaigns(
        judges,
        [{ name, campaign: { ...campaign, build: () => built } as typeof campaign }],
        (_, { deadLetters }) => unread.push(...deadLetters.map(({ code, detail }) => `${code}: ${detail}`)),
      )
      expect(unread).toEqual([])
      const [attack, attackKept] = [results.attacks[name], kept.attacks[name]]
      const [benign, benignKept] = [results.benign[name], kept.benign[name]]
      expect(attack ? attackKept && worseAttack(name, attack, attackKept) : []).toEqual([])
      expect(benign ? benignKept && worseBenign(name, benign, benignKept) : []).toEqual([])
    })
  },
)

it('the README contains the totals of the campaign results', () => {
  expect(readFileSync(join(packageRoot, 'README.md'), 'utf8')).toContain(renderTotals(kept))
})

function expectedIds({ firstHostile, dataLeft, required, quiet }: Attack): string[] {
  return [firstHostile, ...dataLeft, ...required.flatMap(({ ids }) => ids), ...quiet]
}
