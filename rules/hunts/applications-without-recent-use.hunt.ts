import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'applications-without-recent-use',
  title: 'Powerful applications that nobody uses',
  question: 'Which applications hold high or critical permissions and were not used for 90 days?',
  attack: ['T1671'],
  query: `FROM consentry-apps-consentry
| WHERE tiers.value IN ("high", "critical") AND used < NOW() - 90 days
| KEEP vendor, tenant, app, names.value, tiers.value, used, first_seen
| SORT used ASC
| LIMIT 100`,
  kql: { none: 'the entity indices hold times that KQL compares only in the dashboard *Application inventory*' },
  reading: 'Each row is access that an attacker can take over unseen. Remove the grants, or the application.',
})
