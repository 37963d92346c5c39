import { join } from 'node:path'
import { pull } from '../deploy/pull.ts'
import { count } from '../hunt/report/words.ts'
import type { CommonOptions } from './common-options.ts'
import { openGiven } from './config.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { connectKibana, kibanaSettings } from './kibana.ts'
import { makeOutFolder, writeRecordFile } from './output.ts'
import { printResult } from './result.ts'
import { printable } from './terminal.ts'

export interface PullOptions extends CommonOptions {
  readonly out: string
}

export async function pullCommand(options: PullOptions): Promise<ExitCode> {
  const { space, out, json } = options
  const { rules, exceptions } = await pull(connectKibana({ space, settings: kibanaSettings(openGiven(options)) }))
  await makeOutFolder(out)
  const rulesFile = join(out, 'rules.json')
  const exceptionsFile = join(out, 'exceptions.ndjson')
  await writeRecordFile(rulesFile, `${JSON.stringify(rules, null, 2)}\n`)
  await writeRecordFile(exceptionsFile, exceptions.map((item) => `${JSON.stringify(item)}\n`).join(''))
  const changed = rules.filter((rule) => Object.keys(rule.changed).length > 0)
  printResult({ json }, { changed, exceptions, files: [rulesFile, exceptionsFile] }, () => [
    ...changed.map((rule) => `${printable(rule.name)}: ${Object.keys(rule.changed).join(', ')}`),
    `${count(rules.length, 'deployed rule')}, ${changed.length} changed in Kibana: ${rulesFile}`,
    `${count(exceptions.length, 'exception item')} of Kibana users: ${exceptionsFile}`,
  ])
  return exitCodes.done
}
