import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A grant is removed, and the consent to the same application fails two days later',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-removed', at: 'P2D' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P4D',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
  ],
})
