import { scenario } from '../../../lib/scenario.ts'
import abroadAtNight from '../../application-acts-in-new-way/match/google-workspace-token-of-a-desktop-program-used-abroad-at-night.scenario.ts'

export default scenario({
  ...abroadAtNight,
  title:
    'The token of a desktop program reads eight messages in Romania; the program was used in Germany on the same day',
  steps: abroadAtNight.steps.map((step, i) =>
    i === 5
      ? {
          ...step,
          replace: { ...step.replace, 'gmail.users.messages.list': 'gmail.users.messages.get' },
          repeat: { every: 'PT1M', times: 8 },
        }
      : step,
  ),
})
