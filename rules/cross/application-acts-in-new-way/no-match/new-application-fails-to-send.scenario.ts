import { scenario } from '../../../lib/scenario.ts'
import newApplicationSendsAfterAWeek from './new-application-sends-after-a-week.scenario.ts'

export default scenario({
  ...newApplicationSendsAfterAWeek,
  title: 'An application reads mail and fails to send on its first day, and a Microsoft client sends mail',
  steps: [
    ...newApplicationSendsAfterAWeek.steps.slice(0, -1),
    { sample: 'm365/mail-sent-by-app', at: 'P40DT2H', replace: { '"Succeeded"': '"Failed"' } },
    { sample: 'm365/mail-sent-by-app', at: 'P40DT3H', personas: { 'Invoice Sync Helper': 'Microsoft Office' } },
  ],
})
