import type { Client } from '@elastic/elasticsearch'

/** Deletes everything in a namespace in Elasticsearch, as described in the operator's guide. */
export async function deleteNamespace({ indices, cluster }: Client, namespace: string): Promise<void> {
  const orAbsent = { ignore: [404] }
  await indices.deleteDataStream({ name: `logs-*-${namespace}`, expand_wildcards: 'all' }, orAbsent)
  const index = Object.keys(await indices.get({ index: [`consentry-*-${namespace}`, `consentry-acts-${namespace}-*`] }))
  if (index.length > 0) await indices.delete({ index }, orAbsent)
  await indices.deleteIndexTemplate({ name: `consentry-*-${namespace}` }, orAbsent)
  await cluster.deleteComponentTemplate({ name: `consentry-*-${namespace}@*` }, orAbsent)
}
