import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6918b9f1-798b-4b02-b997-604fb363eefd',
  type: 'threshold',
  name: 'OAuth Application with Alerts from Several Rules Within a Week',
  severity: 'high',
  attack: ['T1671', 'T1098'],
  datasets: ['kibana.alerts'],
  language: 'kuery',
  query: `kibana.alert.rule.tags: "Consentry" and not kibana.alert.rule.type: ("new_terms" or "threshold")
  and not kibana.alert.workflow_status: "closed"
  and kibana.alert.severity: "medium"`,
  interval: '1h',
  from: 'now-7d',
  threshold: { field: ['service.id'], value: 3, cardinality: [{ field: 'kibana.alert.rule.rule_id', value: 3 }] },
  description:
    'Three different rules of this pack raised alerts of medium severity about the same application within seven days. One of them may be somebody’s daily work. (An alert of high severity asks for a look by itself, and is not counted.) (Rules that look for what is new, and rules that count, are left out: they are about the same act as another, or about many.) A new owner, a new key and a new redirect address on one application, or a consent, a look-alike name and mail being read, are an intrusion that goes on.',
  falsePositives: ['A team that sets up an application with all that belongs to it, in a planned change.'],
  triage: `#### What to look at

- **Which application**: \`service.id\` (the group of this alert). Open the alerts behind it, oldest first.
- **What they tell together**: who comes in first, what is added, what is used. The same account or network in several of them?
- **What is missing**: search \`oauth.app.id\` in all datasets for the days around.

#### What to do

1. Treat the alerts as one case, and begin with containment: disable the service principal, or block the client.
2. Remove what was added (owners, credentials, addresses, permissions), then the accounts that added it.
3. Close the single alerts with this one.`,
  evasion: 'The intruder spreads the acts over more than a week, or over several applications.',
  parameters: { rules: 'threshold.cardinality' },
  version: 4,
  changes: [
    { version: 2, alerts: 'other', what: 'asks for less that goes without saying; the alerts are the same' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'is high, and leaves alerts of low severity out: a planned set-up raises alerts of three rules, too',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'counts alerts of medium severity alone, and no alerts that count: those of high severity ask for a look by themselves',
    },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
