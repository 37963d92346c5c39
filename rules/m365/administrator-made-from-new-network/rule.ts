import { rule } from '../../lib/rule.ts'

export default rule({
  id: 'a93d5e71-2c84-4b60-8f17-d6e0b9c2a543',
  type: 'eql',
  name: 'Entra ID Administrator Role Given to a Person from a New Network',
  severity: 'high',
  attack: ['T1098.003', 'T1078.004'],
  datasets: ['azure.signinlogs', 'azure.auditlogs', 'o365.audit'],
  language: 'eql',
  query: `sequence by user.email, source.ip with maxspan=4h
  [authentication where event.outcome == "success" and oauth.account.network_new == true]
  [any where event.outcome == "success" and oauth.role.tier in ("critical", "high") and oauth.action == null]`,
  description:
    'Somebody signed in from a network from which the account never signed in before, and within four hours made a person an administrator from the same address. That is the last step of a takeover: the intruder who has the account of an administrator makes an account of their own one.',
  falsePositives: ['An administrator works from a hotel or a new connection on the day when a colleague gets a role.'],
  triage: `#### What to look at

- **Who, from where**: \`user.email\` and \`source.ip\` (the group of this alert); how the sign-in was done (\`azure.signinlogs.properties.authentication_requirement\`).
- **Who became what**: \`user.target.email\`, \`oauth.role.name\`.
- **What happened to the account before**: a password reset or a new second factor, by a person or an application.

#### What to do

1. Call the administrator.
2. If it was not them: take the role away, end the sessions of both accounts, and look for further acts from this address.

#### How it is evaded

The intruder uses a network of the organization, or a session that was stolen on a device.`,
  evasion: 'The intruder works through a proxy at the provider of the administrator.',
  requires: ['license:entra-id-p1'],
  tests: { match: [], noMatch: [] },
})
