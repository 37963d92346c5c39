import { scenario } from '../../../lib/scenario.ts'
import opened from '../match/folder-opened-to-everybody.scenario.ts'

export default scenario({
  ...opened,
  title:
    'From a new network, an administrator shows the free time of another account to everybody, and removes its deputy',
  steps: opened.steps.map((step, i) => ({
    ...step,
    replace:
      i < 2
        ? { ...step.replace }
        : {
            ...step.replace,
            ':\\\\Inbox': ':\\\\Calendar',
            Reviewer: 'LimitedDetails',
            'jonas.reimer@northpier.example': i === 2 ? 'Default' : '',
          },
  })),
})
