// Google Cloud's audit logs (dataset gcp.audit) from Cloud Logging: service accounts and their keys, permissions to act
// as a service account, and tokens of service accounts. Workspace activities from Cloud Logging are not records of this
// kind: the decoder converts them to activities.
import { mapping } from '../mapping.ts'
import { auditFields } from './audit.fields.ts'

export default mapping({
  dataset: 'gcp.audit',
  title: 'Google Cloud Audit Logs',
  module: 'gcp',
  takes: { kind: 'L' },
  ecsVersion: '8.11.0',
  rows: {
    '@timestamp': { from: 'timestamp' },
    'cloud.provider': { value: 'gcp' },
    'cloud.project.id': { from: 'resource.labels.project_id' },
    'event.id': { from: 'insertId' },
    'event.action': { from: 'protoPayload.methodName' },
    'event.provider': { from: 'protoPayload.serviceName' },
    'event.category': {
      from: 'protoPayload.serviceName',
      lookup: {
        'admin.googleapis.com': ['iam'],
        'clientauthconfig.googleapis.com': ['iam', 'configuration'],
        'cloudidentity.googleapis.com': ['iam'],
        'cloudresourcemanager.googleapis.com': ['iam', 'configuration'],
        'iam.googleapis.com': ['iam'],
        'iamcredentials.googleapis.com': ['authentication'],
        'iap.googleapis.com': ['iam', 'configuration'],
        'login.googleapis.com': ['authentication'],
        'oauth2.googleapis.com': ['authentication'],
        'serviceusage.googleapis.com': ['configuration'],
        'sts.googleapis.com': ['authentication'],
      },
      otherwise: 'absent',
    },
    'log.level': { from: 'severity' },
    'log.logger': { from: 'logName' },
    'user_agent.original': { from: 'protoPayload.requestMetadata.callerSuppliedUserAgent' },
  },
  vendor: { root: 'gcp', content: 'none', fields: auditFields, open: [] },
  derive: ['googleCloudMembers', 'googleCloudEvent', 'googleCloudActs', 'googleCloudActorApp', 'googleCloudRelated'],
})
