import { scenario } from '../../../lib/scenario.ts'
import opened from '../match/folder-opened-to-everybody.scenario.ts'

export default scenario({
  ...opened,
  title:
    'From a new network, an administrator shows the free time of another account to everybody, and removes its deputy',
  steps: opened.steps.map((step, i) => {
    if (i < 2) return step
    const replace =
      i === 2
        ? { ...step.replace, FullAccess: 'LimitedDetails' }
        : { ...step.replace, 'jonas.reimer@northpier.example': '' }
    return { ...step, replace }
  }),
})
