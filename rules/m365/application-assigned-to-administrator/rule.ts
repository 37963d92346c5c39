import { rule } from '../../lib/rule.ts'

export default rule({
  id: '5803e050-df35-4a17-98d8-ab2ce08aa7c1',
  name: 'Entra ID Application Assigned to a Privileged Account by Another Account',
  severity: 'medium',
  attack: ['T1671', 'T1098'],
  datasets: ['o365.audit', 'azure.auditlogs'],
  language: 'kuery',
  query: `event.outcome: "success" and oauth.action: "user_assign" and oauth.grant.self: false
  and oauth.account.privileged: true and not oauth.app.first_party: true`,
  description:
    'An account assigned an application to another account that holds a privileged role. A consent also creates such a record, but for the consenting account; in this case, actor and assignee differ. An assigned application appears among the applications of the administrator, signs the administrator in without a prompt, and receives a token with the administrator’s access.',
  falsePositives: ['Setup of single sign-on for administrators, by hand or by an identity product.'],
  triage: `#### Investigation

- **Assigned account**: \`oauth.account.name\`, with \`oauth.account.roles\`.
- **Actor**: \`user.email\` or \`oauth.actor_app.name\`, from \`source.ip\`. Does that account usually assign applications?
- **Application**: \`oauth.app.name\`, \`oauth.app.id\`, its first appearance (\`oauth.app.first_seen\`), and its redirect URIs: in Entra, and in recent \`redirect_change\` events.
- **Use**: \`app_sign_in\` and \`consent\` by that account since then.

#### Response

1. Ask the administrator and the account that made the assignment.
2. If neither intended the assignment: remove it, revoke the sessions of the administrator if they signed in, and investigate the account that made the assignment.`,
  setup:
    'Requires the entity store of the pipeline, which reads roles from role assignment records, and from `administrators` in the environment file.',
  skipsApprovedApps: true,
  state: 'deprecated',
  successor: 'c5f0a7d3-48b1-4e96-9d27-1ab86e3f5c04',
  tests: {
    match: [],
    noMatch: [],
  },
})
