import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'shared-redirect-domains',
  title: 'Applications that share a redirect domain',
  question: 'Which redirect domains do several applications use?',
  attack: ['T1671'],
  query: `FROM consentry-apps-consentry
| STATS applications = COUNT_DISTINCT(app), ids = VALUES(app), names = VALUES(names.value) BY redirect_domains.value
| WHERE applications >= 2
| SORT applications ASC
| LIMIT 100`,
  kql: { none: 'KQL cannot count applications per domain; open the dashboard *Application inventory*' },
  reading:
    'Two third-party applications with one redirect domain belong to one operator: review them together. Many applications share the domains of hosting platforms.',
})
