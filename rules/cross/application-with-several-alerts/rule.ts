import { rule } from '../../lib/rule.ts'

export default rule({
  id: '6918b9f1-798b-4b02-b997-604fb363eefd',
  type: 'threshold',
  name: 'OAuth Application Reported by Several Rules Within a Week',
  severity: 'high',
  attack: ['T1671', 'T1098'],
  datasets: ['kibana.alerts'],
  query: `kibana.alert.rule.tags: "Consentry" and (not kibana.alert.rule.type: "threshold"
    or kibana.alert.rule.rule_id: 97b3bde3-3119-47a6-ac11-55115036277b*)
  and not kibana.alert.rule.rule_id: (0a487751-7bdd-4fb7-916a-bfaadfa4b675* or 1d81b69f-50e8-409d-81c0-0fafceaf6a83*
    or 2d8f6b03-e71a-4595-8c3d-4b9e0f7a1c68* or 2e4d1ad1-4de2-49a5-8a34-cb1ee556bcf3* or 4c0d6f6e-2b61-4a4b-9a31-0c9d5e7b81f2*
    or 6be0d3f9-41c7-4a85-92e6-d8f5c07a1b24* or a4e1bb69-3857-4027-9768-5897b909c0d3* or b6a1c7f0-5f0e-4e53-8a0b-6d2f1e93c4a7*)
  and not kibana.alert.workflow_status: "closed"
  and kibana.alert.severity: "medium"`,
  interval: '1h',
  within: '7d',
  threshold: { field: ['service.id'], value: 3, cardinality: [{ field: 'kibana.alert.rule.rule_id', value: 3 }] },
  description:
    'Three rules of this pack raised medium-severity alerts on the same application within seven days. A single alert may result from routine work. A high-severity alert needs its own review and does not count. Alerts on a new network count. Alerts of rules that report the event of another rule, or a number of events, do not count. A new owner, a new key and a new redirect URI on one application, or a consent, a lookalike name and mail access, indicate an ongoing intrusion.',
  falsePositives: ['A team sets up a whole application in a planned change.'],
  investigation: `- **Application**: \`service.id\` (group-by field). Open the source alerts, oldest first.
- **Sequence**: the first access, the added owners, keys and permissions, and the use. Do several alerts share an account or a network?
- **Related activity**: search all datasets for \`oauth.app.id\` before and after.`,
  response: `1. Treat the alerts as one case, and begin with containment: disable the service principal, or block the client.
2. Remove the added owners, credentials, redirect URIs and permissions, then contain the accounts that added them.
3. Close the source alerts with this alert.`,
  evasion: 'The attacker spreads the attack over more than a week, or over several applications.',
  parameters: { rules: 'threshold.cardinality' },
})
