// The JSON Schema of environment.yaml. Its descriptions are the error messages for invalid values.
const text = { type: 'string', minLength: 1, maxLength: 256 }
const address = { type: 'string', pattern: '^[^@\\s]{1,128}@[^@\\s]{1,256}$', description: 'an address, name@domain' }

export const environmentSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Facts that the organization knows about itself',
  type: 'object',
  additionalProperties: false,
  required: ['version'],
  properties: {
    version: { const: 1, description: 'the version of this format, 1' },
    tenants: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'vendor'],
        properties: { id: text, name: text, vendor: { enum: ['microsoft', 'google'] } },
        if: { properties: { vendor: { const: 'microsoft' } }, required: ['vendor'] },
        // biome-ignore lint/suspicious/noThenProperty: a JSON Schema keyword
        then: { properties: { id: { format: 'guid', description: 'an Entra tenant id (a GUID)' } } },
        else: {
          properties: { id: { pattern: '^C[0-9A-Za-z]{3,40}$', description: 'a Google customer id (C and letters)' } },
        },
      },
    },
    names: { type: 'array', uniqueItems: true, items: text },
    domains: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'string',
        maxLength: 253,
        pattern: '^[^@*\\s/:.]+(\\.[^@*\\s/:.]+)+$',
        description: 'a domain without @, * or a path, such as northpier.example',
      },
    },
    administrators: { type: 'array', uniqueItems: true, items: address },
    networks: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'string',
        format: 'cidr',
        description:
          'a network with a prefix length of at least 8 (IPv6: 7), IPv4 networks in IPv4 form, such as 192.0.2.0/24',
      },
    },
    approvedApps: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'tier', 'uses', 'owner', 'reason', 'expires'],
        properties: {
          id: { type: 'string', format: 'application-id', description: 'a GUID, or a client ID of Google' },
          name: text,
          ownerTenant: { type: 'string', format: 'guid', description: 'a tenant ID of Microsoft, a GUID' },
          tier: { enum: ['low', 'medium', 'high', 'critical'] },
          uses: { type: 'array', minItems: 1, uniqueItems: true, items: { enum: ['entry', 'consent', 'use'] } },
          owner: text,
          reason: { ...text, maxLength: 2_000 },
          expires: {
            type: 'string',
            format: 'end-of-approval',
            description: 'a day like 2027-03-31, or an instant like 2027-03-31T12:00Z',
          },
        },
      },
    },
    identities: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['microsoft', 'google'],
        properties: { microsoft: address, google: address },
      },
    },
    available: {
      type: 'array',
      uniqueItems: true,
      items: {
        type: 'string',
        pattern: '^(inventory|asn|license:[a-z0-9_-]+|log:[a-z0-9_.-]+)$',
        description: 'inventory, asn, license:NAME or log:NAME',
      },
    },
    rules: {
      type: 'object',
      additionalProperties: false,
      properties: {
        disabled: { type: 'array', uniqueItems: true, items: text },
        enabled: { type: 'array', uniqueItems: true, items: text },
        severities: { type: 'object', additionalProperties: { enum: ['low', 'medium', 'high', 'critical'] } },
        thresholds: {
          type: 'object',
          additionalProperties: { type: 'object', additionalProperties: { type: 'number' } },
        },
      },
    },
  },
} as const
