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
    'The authentication method or the federation settings of a domain changed. With the signing key of a federated domain, an attacker can sign in as any user without a second factor. Applications with the permission Domain.ReadWrite.All can make this change: intruders add a domain that they control and federate it.',
  falsePositives: ['A planned change of the identity provider, or the renewal of a signing certificate.'],
  triage: `#### Investigation

- **Domain**: the targets of the record; was it added recently (\`Add unverified domain\`, \`Verify domain\`)?
- **Actor**: \`user.email\`, or the application under \`azure.auditlogs.properties.initiated_by.app\`, and keys added to it before.
- **Later activity**: sign-ins with a token of the new issuer.

#### Response

1. Ask the team responsible for the identity provider whether the change was planned.
2. If not: switch the domain back to managed, remove an added domain, disable the application, and end all sessions of administrators.`,
  evasion:
    'The intruder adds a second certificate to an already federated domain; the operation is the same as a renewal.',
  references: ['https://securitylabs.datadoghq.com/articles/i-spy-escalating-to-entra-id-global-admin/'],
  tests: { match: [], noMatch: [] },
})
