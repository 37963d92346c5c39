import type { Content } from '../../mappings/kernel/discover.ts'
import { checkRules } from '../../rules/lib/check-rules.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { fieldCatalog } from '../catalog.ts'
import { loadMappings } from '../chain.ts'
import { ContentError, readContentFolder } from './content-folder.ts'

/**
 * The rules of an organization's own folder. Throws a ContentError if one of them is invalid; the rules of the pack are
 * checked before release.
 */
export async function loadFolderRules(
  folder: string,
  pack: readonly Content<Rule>[],
): Promise<readonly Content<Rule>[]> {
  const { rules } = readContentFolder(folder)
  const files = new Set(rules.map(({ file }) => file))
  const wrong = checkRules([...pack, ...rules], fieldCatalog(await loadMappings())).filter(
    ({ file, level }) => files.has(file) && level === 'error',
  )
  if (wrong.length > 0) throw new ContentError(wrong)
  return rules
}
