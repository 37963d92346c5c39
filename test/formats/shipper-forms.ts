// The wrappers that shippers, SIEMs and Kafka producers put around a record of either vendor.
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { eachLine, elasticLines, type Form, form, isKind, type Native } from './form.ts'

const unified = isKind('U')
const any: Form['carries'] = () => true
const parsed = ({ text }: Native): JsonObject => JSON.parse(text) as JsonObject

/** Defines a form with one wrapper object per record. */
const shipper = (name: string, title: string, wrap: (native: Native) => unknown, carries = any): Form =>
  form(name, title, carries, { wrap: eachLine(wrap) })

const beat = {
  '@timestamp': '2026-03-11T09:20:00.000Z',
  '@metadata': { beat: 'filebeat', type: '_doc', version: '8.17.0' },
  agent: { type: 'filebeat', version: '8.17.0' },
  ecs: { version: '8.11.0' },
}

export const shipperForms: readonly Form[] = [
  shipper('elastic-event-original', 'Elastic document with `event.original`', ({ text }) => ({
    ...beat,
    event: { dataset: 'o365.audit', module: 'o365', original: text },
    tags: ['preserve_original_event'],
  })),
  shipper('filebeat-message', 'Filebeat, `message`', ({ text }) => ({ ...beat, message: text })),
  shipper('logstash', 'Logstash, `message`', ({ text }) => ({
    '@timestamp': '2026-03-11T09:20:00.000Z',
    '@version': '1',
    message: text,
  })),
  shipper('logstash-v8', 'Logstash 8, `event.original`', ({ text }) => ({
    '@timestamp': '2026-03-11T09:20:00.000Z',
    '@version': '1',
    event: { original: text },
  })),
  shipper('vector', 'Vector, `message`', ({ text }) => ({
    message: text,
    timestamp: '2026-03-11T09:20:00.000Z',
    source_type: 'http_client',
  })),
  shipper('cribl', 'Cribl Stream, `_raw`', ({ text }) => ({
    _raw: text,
    _time: 1773220467.0,
    source: 'office365:management',
    sourcetype: 'ms:o365:management',
  })),
  shipper('splunk-result', 'Splunk search result, `result._raw`', ({ text }) => ({
    preview: false,
    offset: 0,
    result: { _raw: text, _time: '2026-03-11 09:14:27.000 UTC', sourcetype: 'o365:management:activity' },
  })),
  shipper('splunk-hec', 'Splunk HTTP event collector, `event`', (native) => ({
    time: 1773220467,
    host: 'collector',
    sourcetype: 'o365:management:activity',
    event: parsed(native),
  })),
  shipper('kafka-connect', 'Kafka Connect, JSON converter with schemas', (native) => ({
    schema: { type: 'struct', fields: [], optional: false, name: 'record' },
    payload: parsed(native),
  })),
  shipper('kafka-connect-text', 'Kafka Connect, a text payload', ({ text }) => ({
    schema: { type: 'string', optional: false },
    payload: text,
  })),
  shipper('limacharlie', 'LimaCharlie', (native) => ({
    event: parsed(native),
    routing: { event_type: 'audit', oid: '1b2c3d4e-0000-4000-8000-000000000001' },
  })),
  shipper('wazuh', 'Wazuh, `office365`', ({ record }) => ({ integration: 'office365', office365: record }), unified),
  shipper(
    'wazuh-alert',
    'Wazuh alert, `data.office365`',
    ({ record }) => ({ rule: { id: '91537', level: 3 }, data: { integration: 'office365', office365: record } }),
    unified,
  ),
  shipper('filebeat-o365', 'Filebeat `o365audit` input', ({ record }) => ({ ...beat, o365audit: record }), unified),
  form('elastic-o365-parsed', 'Elastic `o365.audit` document without the original', unified, {
    lacks: [
      { fields: ['source.port'], why: 'the pipeline removed the port from the address' },
      { fields: ['o365.audit.ClientIP'], why: 'the original member of the address is unknown' },
      {
        fields: ['saas.mail_rule.actions', 'saas.mail_rule.forward_to', 'email.to.address'],
        why: 'the order of the parameters is lost',
      },
    ],
    wrap: elasticLines,
  }),
]
