import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people fail to consent to one application',
  start: '2026-03-11T07:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      personas: { 'mara.voss': 5 },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
      repeat: { every: 'PT1H', times: 5 },
    },
  ],
})
