import { scenario } from '../../../lib/scenario.ts'
import atDesk from '../no-match/m365-program-of-owner-continues-after-response.scenario.ts'

export default scenario({
  ...atDesk,
  title: 'A user consents to a program, and after a response the program reads on from the provider of a known service',
  steps: [
    {
      sample: 'm365/sign-in',
      at: 'P7D',
      replace: { '198.51.100.23': '203.0.113.78', 'OAuth2:Authorize': 'OAuth2:Token' },
    },
    ...atDesk.steps.map((step) =>
      step.sample === 'm365/mail-items-accessed-bind' ? { sample: step.sample, at: step.at } : step,
    ),
  ],
})
