import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { exceptionsOf } from '../../rules/lib/exceptions.ts'
import { timelineTemplate } from '../../rules/lib/timeline-template.ts'
import { applyRemoval, planRemoval, type Removal } from '../deploy/undeploy.ts'
import { count } from '../hunt/report/words.ts'
import type { CommonOptions } from './common-options.ts'
import { openGiven } from './config.ts'
import { loadRules } from './content.ts'
import { savedObjectsOf } from './dashboards.ts'
import { writtenLine } from './deploy-text.ts'
import { type ExitCode, exitCodeOfWrites, exitCodes } from './exit.ts'
import { connectKibana, kibanaSettings } from './kibana.ts'
import { printResult } from './result.ts'
import { printable } from './terminal.ts'

export interface UndeployOptions extends CommonOptions {
  readonly yes?: boolean
}

export async function undeployCommand(options: UndeployOptions): Promise<ExitCode> {
  const kibana = connectKibana({ space: options.space, settings: kibanaSettings(openGiven(options)) })
  const plan = await planRemoval(kibana, {
    lists: exceptionsOf(await loadRules(options.content), emptyEnvironment).lists,
    objects: await savedObjectsOf('flat', { content: options.content }),
  })
  if (options.yes !== true) {
    printResult(options, plan, () => removalLines(plan))
    if (hasNothing(plan)) return exitCodes.done
    console.warn('nothing was deleted; add --yes to delete')
    return exitCodes.found
  }
  const written = await applyRemoval(kibana, plan, (one) => {
    if (!options.json) console.log(writtenLine(one))
  })
  const refused = written.filter((one) => one.refused !== undefined).length
  printResult(options, { written, keptLists: plan.keptLists }, () => [
    ...keptLines(plan),
    `${written.length - refused} deleted, ${refused} rejected`,
  ])
  return exitCodeOfWrites(written)
}

function hasNothing({ rules, lists, objects, timeline }: Removal): boolean {
  return rules.length + lists.length + objects.length === 0 && timeline.held === undefined
}

function removalLines(plan: Removal): string[] {
  const { rules, lists, objects, timeline } = plan
  return [
    ...rules.map(({ name }) => `rule ${printable(name)}`),
    ...lists.map(({ name }) => `exception list ${printable(name)}`),
    ...objects.map(({ type, title }) => `${type} ${printable(title)}`),
    ...(timeline.held === undefined ? [] : [`Timeline template ${timelineTemplate.title}`]),
    ...keptLines(plan),
    `${rules.length} rules, ${lists.length} exception lists, ${objects.length} dashboards, Discover sessions, data views and tags`,
  ]
}

function keptLines({ keptLists }: Removal): string[] {
  return keptLists.map(
    ({ name, items }) =>
      `kept: exception list ${printable(name)} has ${count(items, 'item')} that Kibana users created or changed; run \`consentry pull\` to save them, then delete the list in Kibana`,
  )
}
