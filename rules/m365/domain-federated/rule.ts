import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'd07c5b1e-94a2-4f68-a3e9-6c8f1b2d7e05',
  name: 'Entra ID Domain Switched to Federation',
  severity: 'high',
  attack: ['T1556', 'T1098'],
  datasets: ['azure.auditlogs', 'o365.audit'],
  language: 'kuery',
  query: `event.outcome: "success" and event.action: ("Set domain authentication" or "Set domain authentication." or "Set federation settings on domain" or "Set federation settings on domain.")`,
  description:
    'The way in which a domain of the tenant signs in was changed, or its federation settings. With the signing key of a federated domain, one signs in as anybody, past the second factor. Applications with the permission Domain.ReadWrite.All can do it: intruders add a domain of their own and federate it.',
  falsePositives: ['A planned change of the identity provider, or the renewal of a signing certificate.'],
  triage: `#### What to look at

- **Which domain**: the targets of the record; was it added lately (\`Add unverified domain\`, \`Verify domain\`)?
- **Who**: \`user.email\`, or the application under \`azure.auditlogs.properties.initiated_by.app\`; keys added to it before.
- **What follows**: sign-ins with a token of the new issuer.

#### What to do

1. Ask who is in charge of the identity provider whether the change was planned.
2. If not: switch the domain back to managed, remove the domain that was added, disable the application, and end all sessions of administrators.

#### How it is evaded

The intruder adds a second certificate to a domain that is federated already; the operation is the same.`,
  evasion: 'The intruder changes the settings of a domain that is federated already.',
  references: ['https://securitylabs.datadoghq.com/articles/i-spy-escalating-to-entra-id-global-admin/'],
  tests: { match: [], noMatch: [] },
})
