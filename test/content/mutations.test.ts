// Changed forms of the attacks: a sample on each commit, all of them in a deep run. A result may only improve; `npm run
// campaigns -- --mutations --update` stores it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { mutations, type Recalls, runMutation } from '../campaigns/mutations/run.ts'
import { loadCampaigns } from '../campaigns/results.ts'
import { makeRunCampaign } from '../campaigns/run.ts'
import { sampleOf } from '../support/deep.ts'

const judge = makeRunCampaign()
const kept = JSON.parse(readFileSync(join(packageRoot, 'rules/campaigns/mutations.json'), 'utf8')) as Recalls
const pairs = (await loadCampaigns()).flatMap(({ name, campaign }) =>
  campaign.kind === 'attack' ? Object.keys(mutations).map((mutation) => ({ name, campaign, mutation })) : [],
)

it.each(sampleOf(pairs, 400))(
  'the campaign $name hides no act after the mutation "$mutation" that the last kept run found',
  async ({ name, campaign, mutation }) => {
    const now = await runMutation(judge, name, campaign, mutation)
    const before = kept[name]?.[mutation]
    expect(now?.required).toBe(before?.required)
    expect(now?.missed.filter((act) => !before?.missed.includes(act)) ?? []).toEqual([])
  },
)
