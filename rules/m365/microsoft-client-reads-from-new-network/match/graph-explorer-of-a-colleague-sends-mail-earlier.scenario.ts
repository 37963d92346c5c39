import { scenario } from '../../../lib/scenario.ts'
import days from './graph-explorer-sends-mail-days-later.scenario.ts'

export default scenario({
  ...days,
  title:
    'A colleague sends a message with Graph Explorer from a recent network, and a day later another account does so',
  steps: days.steps.flatMap((step) => {
    const personas = { ...step.personas, 'mara.voss': 'tomas.lindqvist' }
    return [{ ...step, personas, ...(step.at === 'P16D' && { at: 'P15D' }) }, step]
  }),
})
