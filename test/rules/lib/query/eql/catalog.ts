import { catalogOf } from '../../../../../rules/lib/query/catalog.ts'

export const catalog = catalogOf({
  '@timestamp': { type: 'date' },
  'event.action': { type: 'keyword' },
  'event.category': { type: 'keyword', list: true, values: ['authentication', 'configuration', 'iam'] },
  'user.id': { type: 'keyword' },
  'service.id': { type: 'keyword' },
  'source.ip': { type: 'ip' },
  'oauth.action': { type: 'keyword', values: ['consent', 'credential_add', 'app_use'] },
  'oauth.grant.scopes': { type: 'keyword', list: true },
  'oauth.grant.count': { type: 'long' },
  'oauth.app.first_party': { type: 'boolean' },
  message: { type: 'text' },
  'vendor.parameters': { type: 'flattened' },
  'vendor.items': { type: 'nested' },
})
