import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6918b9f1-798b-4b02-b997-604fb363eefd',
  type: 'threshold',
  name: 'OAuth Application with Alerts from Several Rules Within a Week',
  severity: 'high',
  attack: ['T1671', 'T1098'],
  datasets: ['kibana.alerts'],
  language: 'kuery',
  query: `kibana.alert.rule.tags: "Consentry" and (not kibana.alert.rule.type: ("new_terms" or "threshold")
    or kibana.alert.rule.rule_id: 97b3bde3-3119-47a6-ac11-55115036277b*)
  and not kibana.alert.workflow_status: "closed"
  and kibana.alert.severity: "medium"`,
  interval: '1h',
  from: 'now-7d',
  threshold: { field: ['service.id'], value: 3, cardinality: [{ field: 'kibana.alert.rule.rule_id', value: 3 }] },
  description:
    'Three rules of this pack raised alerts of medium severity about the same application within seven days. A single alert may be routine work. An alert of high severity needs a review on its own and is not counted. New-terms rules and threshold rules are excluded: they report the same act as another rule, or many acts; the rule on a new network is counted, because no other rule reports that fact. A new owner, a new key and a new redirect URI on one application, or a consent, a lookalike name and mail access, indicate an ongoing intrusion.',
  falsePositives: ['A team that sets up an application completely, in a planned change.'],
  triage: `#### Investigation

- **Application**: \`service.id\` (the group of this alert). Open the alerts behind it, oldest first.
- **Combined picture**: the first access, the added owners, keys and permissions, and the use. Do several alerts share an account or a network?
- **Missing part**: search \`oauth.app.id\` in all datasets for the surrounding days.

#### Response

1. Treat the alerts as one case, and begin with containment: disable the service principal, or block the client.
2. Remove the additions (owners, credentials, addresses, permissions), then contain the accounts that made them.
3. Close the single alerts with this one.`,
  evasion: 'The intruder spreads the attack over more than a week, or over several applications.',
  parameters: { rules: 'threshold.cardinality' },
  version: 6,
  changes: [
    { version: 2, alerts: 'other', what: 'redundant conditions removed; the alerts are the same' },
    {
      version: 3,
      alerts: 'fewer',
      what: 'severity is high, and alerts of low severity no longer count: a planned setup also raises alerts of three rules',
    },
    {
      version: 4,
      alerts: 'fewer',
      what: 'counts only alerts of medium severity, and no alerts of counting rules: alerts of high severity need a review on their own',
    },
    { version: 5, alerts: 'more', what: 'also counts an alert on a new network' },
    { version: 6, alerts: 'more', what: 'also counts alerts of copies of the rule on new networks' },
  ],
  tests: {
    match: [],
    noMatch: [],
  },
})
