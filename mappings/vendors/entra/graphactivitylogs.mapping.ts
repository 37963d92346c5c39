import { mapping } from '../mapping.ts'
import { graphactivitylogsFields } from './graphactivitylogs.fields.ts'

export default mapping({
  dataset: 'azure.graphactivitylogs',
  title: 'Microsoft Graph Activity Logs',
  module: 'azure',
  takes: { kind: 'M' },
  ecsVersion: '8.11.0',
  rows: {
    'event.id': { from: 'requestId' },
    'token.id': { from: 'signInActivityId' },
    'session.id': { from: 'sessionId' },
    'device.id': { from: 'deviceId' },
  },
  vendor: {
    root: 'azure',
    content: 'none',
    fields: graphactivitylogsFields,
    open: [],
    aliases: { 'azure.graphactivitylogs.properties.request_uri': 'url.original' },
  },
  derive: ['entraGraphTime', 'entraGraphMembers', 'entraGraphEvent', 'entraGraphOauth', 'entraGraphRelated'],
})
