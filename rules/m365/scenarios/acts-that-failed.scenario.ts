import { scenario } from '../../lib/scenario.ts'

const failed = { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' }

export default scenario({
  title: 'Each action that would raise an alert fails',
  steps: [
    { sample: 'm365/app-role-grant-by-itself', at: 'PT1M', replace: failed },
    { sample: 'm365/app-role-grant-critical', at: 'PT2M', replace: failed },
    { sample: 'm365/application-made-multitenant', at: 'PT3M', replace: failed },
    { sample: 'm365/authorization-policy-loosened', at: 'PT4M', replace: failed },
    { sample: 'm365/credential-secret-added', at: 'PT5M', replace: failed },
    { sample: 'm365/federated-credential-added', at: 'PT6M', replace: failed },
    { sample: 'm365/consent-user-mail', at: 'PT7M', replace: failed },
    { sample: 'm365/consent-tenant-wide', at: 'PT8M', replace: failed },
    { sample: 'm365/application-redirect-added', at: 'PT9M', replace: failed },
    { sample: 'm365/role-granted-to-service-principal', at: 'PT10M', replace: failed },
    { sample: 'm365/application-public-client', at: 'PT11M', replace: failed },
    {
      sample: 'm365/service-principal-credential-added',
      at: 'PT20M',
      personas: { 'Harbour CRM Connector': 'Office 365 Exchange Online' },
      replace: failed,
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT21M',
      personas: { 'Invoice Sync Helper': 'eM Client' },
      replace: failed,
    },
    {
      sample: 'm365/service-principal-added',
      at: 'PT22M',
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"', 'Invoice Sync Helper': 'Micros0ft Outlook' },
    },
    { sample: 'm365/consent-risky-by-admin', at: 'PT23M', replace: failed },
  ],
})
