import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'applications-without-recent-use',
  title: 'Powerful applications without recent use',
  question: 'Which applications with high or critical permissions were never used, or not used in the last 90 days?',
  attack: ['T1671'],
  query: `FROM consentry-apps-consentry
| WHERE tiers.value IN ("high", "critical") AND (used IS NULL OR used < NOW() - 90 days)
| KEEP vendor, tenant, app, names.value, tiers.value, used, first_seen
| SORT used ASC NULLS FIRST
| LIMIT 100`,
  kql: { none: 'the entity indices contain times; compare them in the dashboard *Application inventory*' },
  reading: 'An attacker can take over each of these accesses unnoticed. Remove the grants, or the application.',
})
