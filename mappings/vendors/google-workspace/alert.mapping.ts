// Alerts of the Alert Center. All of them have the categories `threat` and `malware`, as in Elastic's documents, plus a
// category for the subject of the alert.
import { each } from '../../fields/field.ts'
import { mapping } from '../mapping.ts'

const root = 'google_workspace.alert'

export default mapping({
  dataset: 'google_workspace.alert',
  title: 'Google Workspace Alerts',
  module: 'google_workspace',
  takes: { kind: 'C' },
  ecsVersion: '8.16.0',
  rows: {
    '@timestamp': { from: 'createTime' },
    'event.start': { from: 'startTime' },
    'event.end': { from: 'endTime' },
    'event.id': { from: 'alertId' },
    'event.action': { from: 'source' },
    'event.kind': { value: 'alert' },
    'event.category': {
      from: 'type',
      fold: true,
      lookup: {
        'account suspension warning': ['threat', 'malware', 'iam'],
        'activity rule': ['threat', 'malware'],
        'customer takeout initiated': ['threat', 'malware', 'file'],
        'data loss prevention*': ['threat', 'malware', 'file'],
        'device compromised': ['threat', 'malware', 'host'],
        'dlp*': ['threat', 'malware', 'file'],
        'drive settings changed': ['threat', 'malware', 'configuration'],
        'government attack warning': ['threat', 'malware', 'authentication'],
        'government-backed attack*': ['threat', 'malware', 'authentication'],
        'leaked password': ['threat', 'malware', 'authentication'],
        'malware*': ['threat', 'malware', 'email'],
        'new user added': ['threat', 'malware', 'iam'],
        'phishing*': ['threat', 'malware', 'email'],
        'primary admin changed': ['threat', 'malware', 'iam'],
        'sso profile*': ['threat', 'malware', 'iam'],
        'super admin password reset': ['threat', 'malware', 'iam'],
        'suspended user made active': ['threat', 'malware', 'iam'],
        'suspicious device activity': ['threat', 'malware', 'host'],
        'suspicious login*': ['threat', 'malware', 'authentication'],
        'suspicious message*': ['threat', 'malware', 'email'],
        'suspicious programmatic login': ['threat', 'malware', 'authentication'],
        'user deleted': ['threat', 'malware', 'iam'],
        'user granted admin privilege': ['threat', 'malware', 'iam'],
        'user reported*': ['threat', 'malware', 'email'],
        'user suspended*': ['threat', 'malware', 'iam'],
        "user's admin privilege revoked": ['threat', 'malware', 'iam'],
        "user's password changed": ['threat', 'malware', 'iam'],
      },
      otherwise: ['threat', 'malware'],
    },
    'event.type': { value: ['info', 'indicator'] },
    'event.severity': {
      from: 'metadata.severity',
      fold: true,
      lookup: { low: 2, medium: 3, high: 4 },
      otherwise: 'absent',
    },
    'organization.id': { from: 'customerId' },
  },
  vendor: {
    root: 'google_workspace',
    content: 'none',
    fields: {
      ...each('keyword', root, 'customer.id etag id security_investigation_tool_link source type'),
      ...each('date', root, 'create_time end_time start_time update_time'),
      ...each('boolean', root, 'deleted'),
      // Each type of alert has its own data. A complete catalog would grow with Google's types.
      ...each('flattened', root, 'data metadata'),
    },
    open: [],
  },
  derive: ['googleAlert'],
})
