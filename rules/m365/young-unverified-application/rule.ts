import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'ba909c1a-1879-4131-b7e7-02d36ad38962',
  name: 'Entra ID High-Risk Consent Granted to a New Unverified Application',
  severity: 'high',
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.app.verified: false
  and oauth.grant.tier: ("critical" or "high") and not oauth.app.age_days > 7
  and not oauth.app.own_tenant: true and not oauth.app.first_party: true`,
  yields: ['m365/known-abused-application', 'm365/lookalike-application'],
  description:
    'A user consented to high-risk permissions for an application that is new to the tenant, is registered in another tenant, and has no verified publisher. Consent phishing applications usually look like this: new, anonymous, and with broad permissions. The vendor of an established product can become a verified publisher at little cost.',
  falsePositives: ['A team tries a new tool from a small supplier.', 'An application of a sister company.'],
  investigation: `- **Publisher**: \`oauth.app.owner_tenant\`, \`oauth.app.publisher\`; an imitated name: \`oauth.app.lookalike_of\`.
- **Permissions**: \`oauth.grant.scopes\`, \`oauth.grant.tier_reason\`.
- **Consenting accounts**: \`user.email\`, \`oauth.app.users\`. If there are several in a few days, look for the message with the link.
- **Activity**: \`app_use\` and \`app_sign_in\` with the same \`oauth.app.id\`.`,
  response: `1. Ask the consenting users about the origin of the link.
2. If nobody knows the application, disable it in the tenant, remove its grants, and review the data that it read.`,
  evasion: 'The attacker first requests only sign-in permissions, and requests the others after a week.',
  setup:
    'Requires the entity store of the pipeline and an inventory of service principals, because no audit log shows whether a publisher is verified. An inventory within two days of the consent is early enough: the pipeline then annotates and evaluates the consent again. In a hunt, any later inventory is sufficient.',
  requires: ['inventory'],
  parameters: { days: 'oauth.app.age_days >' },
  skipsApprovedApps: true,
  state: 'experimental',
})
