// The page with all settings, from their table.
import type { Artifact } from '../../mappings/kernel/artifact.ts'
import { type Setting, settings } from '../config/settings.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')

function defaultOf(setting: Setting): string {
  const value = 'default' in setting ? setting.default : undefined
  if (value === undefined) return ''
  return `\`${Array.isArray(value) ? value.join(',') : value}\``
}

export function renderSettings(): Artifact {
  const rows = Object.entries<Setting>(settings).map(([place, setting]) => {
    const [name] = setting.env
    const secret = setting.secret ? `, \`${name}_FILE\`` : ''
    return `| \`${name}\`${secret} | \`${place}\` | ${cell(defaultOf(setting))} | ${cell(setting.about)} |`
  })
  const text = [
    '# Settings',
    '',
    'Made by `npm run generate` from `pipeline/config/settings.ts`. A variable overrides the place in the file of `--config`. A',
    'variable that ends in `_FILE` contains the path of a file that holds the value. A setting without a default is optional.',
    '',
    '| variable | place in the file | default | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
  return { path: 'pipeline/SETTINGS.md', text }
}
