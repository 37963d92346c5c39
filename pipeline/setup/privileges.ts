// The privileges of the service in Elasticsearch, as the operator's guide lists them.
export interface IndexPrivileges {
  readonly names: string[]
  readonly privileges: string[]
}

export function servicePrivileges(namespace: string): IndexPrivileges[] {
  return [
    {
      names: [`logs-*-${namespace}`],
      privileges: ['auto_configure', 'index', 'delete', 'read', 'view_index_metadata'],
    },
    {
      names: [`consentry-*-${namespace}`, `consentry-acts-${namespace}-*`],
      privileges: ['read', 'index', 'delete', 'create_index', 'delete_index', 'view_index_metadata'],
    },
  ]
}
