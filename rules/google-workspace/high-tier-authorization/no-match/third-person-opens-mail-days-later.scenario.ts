import { scenario } from '../../../lib/scenario.ts'
import sameDay from '../match/third-person-opens-mail-the-same-day.scenario.ts'

export default scenario({
  ...sameDay,
  title: 'Two people let a new application send mail, and three days later a third one lets it read mail',
  steps: sameDay.steps.map((step, index) => (index === 1 ? { ...step, at: 'P23D' } : step)),
})
