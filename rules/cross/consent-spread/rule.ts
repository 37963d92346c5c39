import { rule } from '../../lib/rule.ts'

export default rule({
  id: '2d8f6b03-e71a-4595-8c3d-4b9e0f7a1c68',
  name: 'New OAuth Application Granted Access by Five Accounts Within Two Days',
  severity: 'medium',
  severityByTier: { critical: 'high' },
  attack: ['T1671', 'T1528', 'T1566.002'],
  datasets: ['o365.audit', 'azure.auditlogs', 'google_workspace.token'],
  language: 'kuery',
  query: `oauth.action: "consent" and not event.outcome: "failure" and oauth.entity_store.baseline_ready: true and oauth.app.users >= 4 and oauth.app.age_days <= 1
  and oauth.grant.tier: ("critical" or "high" or "medium") and not oauth.app.first_party: true`,
  description:
    'An application that nobody here knew two days ago has been let in by account after account. This is how consent phishing looks from inside, and how a worm that mails its own consent link to every contact looks.',
  falsePositives: [
    'The roll-out of a new tool. Announced ones belong into the approved applications of the environment file.',
  ],
  triage: `#### What to look at

- **How many, how fast**: \`oauth.app.users\`, \`oauth.app.first_seen\`; who they are, and what connects them (a department, a mailing list, one sender).
- **What it gets**: \`oauth.grant.scopes\`, \`oauth.grant.tier\`.
- **What it does**: mail sent by the application (\`oauth.activity.access: "send"\`) would be the worm.

#### What to do

1. If it is no roll-out, block the application for the tenant, then remove all of its grants.
2. Find the mail with the link and remove it from all mailboxes.`,
  setup: 'Needs the entity store of the pipeline.',
  skipsApprovedApps: true,
  parameters: { earlierUsers: 'oauth.app.users >=', ageDays: 'oauth.app.age_days <=' },
  version: 3,
  changes: [
    {
      version: 2,
      alerts: 'fewer',
      what: 'asks for permissions above a plain sign-in: a quiz that a department plays spreads as fast',
    },
    {
      version: 3,
      alerts: 'other',
      what: 'is medium: an announced roll-out spreads as fast; high only for the critical tier',
    },
  ],
  tests: {
    match: [],
    noMatch: [{ scenario: 'm365/second-user-of-an-app' }],
  },
})
