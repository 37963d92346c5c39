import { expect, it } from 'vitest'
import { buildEntityTemplates } from '../../../mappings/entities/templates.ts'
import { entityTypes } from '../../../mappings/entities/types.ts'
import { isObject, type JsonObject } from '../../../mappings/kernel/json.ts'
import { getPath, splitPath } from '../../../mappings/kernel/path.ts'
import { commonCatalog } from '../../../rules/lib/query/catalog.ts'

function propertyOf(properties: JsonObject, name: string): JsonObject | undefined {
  const found = getPath(properties, splitPath(name.replaceAll('.', '.properties.')))
  return isObject(found) ? found : undefined
}

const body = buildEntityTemplates({ namespace: 'test' }).find(({ name }) => name === 'consentry-apps-test')?.body
const properties = getPath(body, splitPath('template.mappings.properties')) as JsonObject

it.each(Object.entries(entityTypes.apps.vocabulary))(
  'the index of applications is searched by %s, which is %s',
  (name, path) => {
    expect(propertyOf(properties, name)).toEqual({ type: 'alias', path })
    expect(propertyOf(properties, path)?.type).toBe(commonCatalog.get(name)?.type)
  },
)
