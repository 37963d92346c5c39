import { rule } from '../../lib/rule.ts'

export default rule({
  id: '3deb421f-3b42-4c1c-974e-ee8ad04cfd33',
  name: 'Google Workspace OAuth Consumer Key of the Domain Regenerated',
  severity: 'medium',
  attack: ['T1671', 'T1098.001'],
  datasets: ['google_workspace.admin'],
  omits: { 'gcp.audit': 'A key of a service account in Google Cloud is not the key of the domain’s own client.' },
  language: 'kuery',
  query: 'oauth.action: "credential_add"',
  description:
    'The secret or the certificate of the OAuth client that belongs to the domain itself was made anew. Older interfaces let its holder act for every user of the domain. Who has just made it holds it, and whoever held the one before is locked out.',
  falsePositives: ['A planned renewal for an old integration that still uses the domain’s client.'],
  triage: `#### What to look at

- **Who made it**: \`user.email\`, from \`source.ip\`. Was there a change for it?
- **What kind**: \`oauth.credential.kind\`.
- **What is done with it**: \`delegation_grant\` and \`trust_change\` by the same administrator, and \`app_use\` that nobody expects.

#### What to do

1. Ask the administrator which integration needs the domain’s client.
2. If there is none: make the key anew once more and give it to nobody, switch the client off, and examine the administrator’s account.`,
  state: 'experimental',
  tests: {
    match: [{ sample: 'google-workspace/admin-consumer-secret-renewed' }],
    noMatch: [
      { sample: 'google-workspace/admin-app-password-revoked' },
      { sample: 'google-workspace/admin-token-revoked' },
    ],
  },
})
