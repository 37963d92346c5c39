import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application that was disabled is to be enabled, and is not',
  start: '2026-03-13T13:00:00Z',
  steps: [
    { sample: 'm365/service-principal-disabled', at: 'PT1H' },
    {
      sample: 'm365/service-principal-disabled',
      at: 'P1D',
      replace: {
        '"[\\r\\n  false\\r\\n]"': '"[\\r\\n  true\\r\\n]"',
        '"[\\r\\n  true\\r\\n]"': '"[\\r\\n  false\\r\\n]"',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
  ],
})
