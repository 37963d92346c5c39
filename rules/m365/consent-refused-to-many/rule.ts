import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'f895b134-56a6-4912-b680-1c332563eef4',
  type: 'threshold',
  name: 'Entra ID Consent Declined or Blocked for Five Users Within Two Days',
  severity: 'medium',
  attack: ['T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs', 'azure.signinlogs'],
  query: `oauth.action: "consent_block"
  or (oauth.action: "app_sign_in" and error.code: "65004" and not oauth.app.first_party: true)
  or (oauth.action: "app_sign_in" and error.code: "65001" and not oauth.app.first_party: true
    and oauth.app.users: 0 and not oauth.app.tier_held: * and not oauth.app.last_used: *)`,
  interval: '15m',
  within: '48h',
  threshold: { field: ['service.id'], value: 5, cardinality: [{ field: 'user.email', value: 5 }] },
  repeats: { within: '7d' },
  description:
    'Within two days, five users were asked to consent to one application and did not: they declined, Microsoft blocked the consent as risky, or the sign-in failed because nobody in the tenant has ever consented. The controls worked, but a phishing email is circulating. An attacker can also intend the failure: Entra ID then redirects the browser to the redirect URI of the application, where a page delivers malware. The rule ignores requests that only need the approval of an administrator, because the first users of a new product cause them.',
  falsePositives: [
    'A popular but unapproved product was announced in a meeting.',
    'The first users of a product open it at the same time, before anyone has consented.',
  ],
  evasion: 'The attacker sends each link to four people, or registers an application for each person.',
  investigation: `- **Application**: \`service.id\` (group-by field), \`oauth.app.name\`, \`oauth.grant.reason\`.
- **Affected accounts**: the accounts of the events, and the email that all these users received before.
- **Requests to administrators**: \`consent_request\`, and \`consent\` with the same \`oauth.app.id\` afterwards.`,
  response: `1. Find the email or page with the link, and remove or block it.
2. Warn administrators not to approve the application.
3. Check the sign-ins of the users for a stolen session: the page before the consent may also have captured credentials.
4. Check their devices for files downloaded after the sign-in.`,
  references: [
    'https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-user-consent',
    'https://www.microsoft.com/en-us/security/blog/2026/03/02/oauth-redirection-abuse-enables-phishing-malware-delivery/',
  ],
  parameters: { users: 'threshold.cardinality' },
})
