import { hunt } from '../lib/hunts/hunt.ts'

export default hunt({
  id: 'minutes-from-consent-to-use',
  title: 'Minutes from consent to the first use',
  question: 'Which applications read data within an hour of the consent?',
  attack: ['T1671', 'T1528'],
  query: `FROM logs-*-consentry
| WHERE oauth.action IN ("consent", "delegated_grant", "app_role_grant", "app_use") AND oauth.app.first_party == false
| EVAL consented = CASE(oauth.action == "app_use", null, @timestamp), used = CASE(oauth.action == "app_use", @timestamp, null)
| STATS consent = MIN(consented), use = MIN(used), kinds = VALUES(oauth.activity.kind) BY service.id, service.name
| EVAL minutes = DATE_DIFF("minutes", consent, use)
| WHERE minutes >= 0 AND minutes <= 60
| SORT minutes ASC
| LIMIT 100`,
  kql: 'oauth.action: ("consent" or "delegated_grant" or "app_role_grant" or "app_use") and oauth.app.first_party: false',
  reading:
    'A person who installs an application also uses it at once. Access to mail, chats or files in the first minutes, from a network that the person does not use, indicates an automated phishing kit.',
})
