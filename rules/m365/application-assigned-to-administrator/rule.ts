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
    'Somebody assigned an application to an account that holds a privileged role. A consent writes such a record, too, but then for the account that consents; here another one did it. An application that is assigned appears among the account’s own, signs it in without a question, and takes what the administrator’s sign-in is worth.',
  falsePositives: ['Provisioning of single sign-on for administrators, by hand or by an identity product.'],
  triage: `#### What to look at

- **Whom it was given to**: \`oauth.account.name\`, with \`oauth.account.roles\`.
- **Who did it**: \`user.email\` or \`oauth.actor_app.name\`, from \`source.ip\`. Does that account assign applications?
- **Which application**: \`oauth.app.name\`, \`oauth.app.id\`, since when it is here (\`oauth.app.first_seen\`), where its sign-ins lead: reply addresses in Entra, \`redirect_change\` of late.
- **Whether it was used**: \`app_sign_in\` and \`consent\` by that account since.

#### What to do

1. Ask the administrator it was assigned to, and the one who did it.
2. If nobody wanted it: take the assignment away, end the sessions of the privileged account if it signed in, and examine the account that assigned it.`,
  setup:
    'Needs the entity store of the pipeline: it learns roles from the records that grant them, and from `administrators` in the environment file.',
  skipsApprovedApps: true,
  state: 'experimental',
  tests: {
    match: [],
    noMatch: [],
  },
})
