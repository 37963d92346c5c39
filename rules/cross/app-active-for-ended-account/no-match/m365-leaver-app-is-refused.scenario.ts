import { scenario } from '../../../lib/scenario.ts'
import { refusedToListMail } from '../../../m365/scenarios/steps.ts'

export default scenario({
  title: 'An account is disabled; its application is refused, an internal application reads, and a grant is added',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H' },
    { sample: 'm365/account-disabled', at: 'P11D' },
    {
      sample: 'entra/signin-user-app',
      at: 'P13D',
      replace: {
        '"resultType": "0"': '"resultType": "50057"',
        '"errorCode": 0': '"errorCode": 50057',
        '"SUCCESS"': '"FAILURE"',
      },
    },
    { ...refusedToListMail, at: 'P13DT1H' },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P13DT2H' },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P13DT3H',
      replace: { '"UserId": "mara.voss@northpier.example"': '"UserId": "ivo.brandt@northpier.example"' },
    },
  ],
})
