import { scenario } from '../../../lib/scenario.ts'
import orphanReadsMail from '../match/orphan-reads-mail.scenario.ts'

export default scenario({
  ...orphanReadsMail,
  title: 'The administrator who consented for the tenant leaves; the application is refused, and its grant is extended',
  steps: [
    ...orphanReadsMail.steps.slice(0, -1),
    {
      sample: 'entra/signin-app-certificate',
      at: 'P9D',
      replace: {
        '"resultType": "0"': '"resultType": "50057"',
        '"errorCode": 0': '"errorCode": 50057',
        '"SUCCESS"': '"FAILURE"',
      },
    },
    {
      sample: 'entra/graph-app-reads-mailbox',
      at: 'P9DT1H',
      personas: { 'Payroll Bridge': 'Harbour CRM Connector' },
      replace: {
        '"responseStatusCode": 200': '"responseStatusCode": 403',
        '"resultSignature": "200"': '"resultSignature": "403"',
      },
    },
    { sample: 'm365/delegated-grant-extended', at: 'P9DT2H' },
  ],
})
