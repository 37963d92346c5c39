// The formats table as a document, and a stored sample of each form.
import { csvFormats } from '../../pipeline/decode/csv-formats.ts'
import { logSources } from './acts.ts'
import { type Form, type Lack, type Native, waysOf } from './form.ts'
import { formGroups } from './forms.ts'
import { withoutRecord } from './without-record.ts'

export const tablePath = 'FORMATS.md'
export const samplesFolder = 'test/formats/samples'

/** Records for the samples of forms, in this order. A form uses the first two records that it can contain. */
const shown = [
  ...['m365/consent-user-mail', 'm365/app-role-grant-mail'],
  ...['m365/mail-items-accessed-bind', 'm365/file-downloaded-by-app'],
  ...['entra/audit-consent-user-mail', 'entra/audit-credential-secret-added'],
  ...['entra/signin-app-new-secret', 'entra/signin-user-app'],
  ...['entra/graph-user-lists-mail', 'entra/graph-app-reads-mailbox'],
  ...['google-workspace/token-authorize-mail', 'google-workspace/admin-delegation-granted'],
]

export const samplePath = ({ name, extension = 'jsonl' }: Form): string => `${samplesFolder}/${name}.${extension}`

/** Returns the bytes of a form's stored sample, or undefined if the form can contain no sample. */
export function storedSample(form: Form, natives: readonly Native[]): Buffer | undefined {
  const carried = natives.filter(form.carries)
  const preferred = shown.flatMap((ref) => carried.filter((native) => native.ref === ref))
  const chosen = [...preferred, ...carried.filter((native) => !preferred.includes(native))].slice(0, 2)
  if (chosen.length === 0) return undefined
  const content = form.wrap(chosen)
  return Buffer.isBuffer(content) ? content : Buffer.from(content)
}

/** Returns the fields and the reason of a difference. */
function described({ fields, why }: Lack, prefix = ''): string {
  return `${fields.map((field) => `\`${prefix}${field}\``).join(', ')} (${why})`
}

/** The differences of all formats, each once: several formats have the same. */
const differences = [
  ...new Set(
    formGroups.flatMap(({ forms }) => forms.flatMap(({ lacks = [] }) => lacks.map((lack) => described(lack)))),
  ),
]

function sameDocument({ lacks, refused }: Form): string {
  if (refused !== undefined) return `no: refused, dead letter \`${refused}\``
  if (lacks === undefined) return 'yes'
  const numbers = lacks.map((lack) => differences.indexOf(described(lack)) + 1).sort((a, b) => a - b)
  return `yes, except [${numbers.join(', ')}](#differences)`
}

function renderDifferences(): string {
  return `
## Differences

The tables above refer to these differences by number. A document of such a format lacks these fields or has other values in them.

${differences.map((difference, i) => `${i + 1}. ${difference}`).join('\n')}
`
}

const cell = (text: string): string => text.replaceAll('|', '\\|')

const head = `# Formats

This page lists the supported formats of records. \`npx consentry hunt\` and \`npx consentry normalize\` read each file format, also
compressed with gzip or as a member of a ZIP archive.

The last column shows whether the document (and its \`_id\`) is the same as that of the native record. A test runs each format on all
samples in \`mappings/vendors\` that the format can carry, and fails on a difference that this page does not list. The sample records
are fictional.

The ID of the tenant is part of the \`_id\` and of \`oauth.act.id\`. A page of Microsoft Graph does not contain the tenant ID. If you
also deliver the diagnostic log, list your tenant in \`environment.yaml\`, or deliver the page with a member \`tenantId\`. A hunt needs
neither: if it reads a record both with and without the tenant, it drops the record without the tenant.

\`npm run generate\` writes this page; \`test/content/formats.test.ts\` checks it.
`

/** Renders each log source's missing members of the `oauth` group that the unified audit log has for the same act. */
function renderLogSources(): string {
  const rows = logSources.map(
    ({ title, lacks }) =>
      `| ${title} | ${lacks.length === 0 ? 'nothing' : lacks.map((lack) => described(lack, 'oauth.')).join('; ')} |`,
  )
  return `
## One act in several log sources

An act on an application or grant (consent, grant, role, credential, owner, registration, policy) has the same \`oauth.act.id\`,
\`oauth.act.bundle\` and \`oauth.*\` in every log source as in the unified audit log. The table lists the exceptions: fields that the log source
does not contain. \`test/content/one-act.test.ts\` checks them.

| log source | lacks |
|---|---|
${rows.join('\n')}
`
}

function renderColumns(): string {
  const code = (columns: readonly string[]) =>
    columns.map((column) => column.replaceAll(/(?<=^| or )[^|]+?(?= or |$)/g, '`$&`')).join(', ')
  const rows = csvFormats.map(({ name, columns, needs = [] }) => `| ${name} | ${code(columns)} | ${code(needs)} |`)
  return `
## Columns of tables

Rows of a CSV file or of a Log Analytics response need the identifying columns. Without the other columns, a hunt reads the rows, but
rules cannot match some acts, and the hunt names each input and its missing columns.

- Without \`Result\`, no rule for successful acts matches, and the exit code is 3. The same applies to a \`Result\` in another language: set the language of the
  portal to English before the export, or export JSON.
- Include the columns with higher numbers (\`Target2…\`).
- Rows of \`CloudAppEvents\` without \`RawEventData\` become dead letters (\`not_ours\`).
- In a CSV file, rows of Google’s \`activity\` table in BigQuery need the record of their application: as JSON text (\`token\`), or one
  column per field (\`token.client_id\`). Without it, rows of \`token\`, \`admin\`, \`drive\`, \`gmail\`, \`groups\`, \`groups_enterprise\`,
  \`calendar\`, \`chat\`, \`keep\`, \`data_studio\` and \`access_evaluation\` become dead letters (\`format_unknown\`). Rows of other
  applications, such as \`login\` and \`user_accounts\`, are read without parameters.
- The Azure portal writes \`TimeGenerated [UTC]\`: Consentry reads such a column without the suffix.
- Times in columns with \`[Local Time]\` have an unknown time zone: Consentry ignores these columns, and rows without another time become
  dead letters. Select UTC in the portal before the export.

| table | identifying columns | other columns that a hunt needs |
|---|---|---|
${rows.join('\n')}
`
}

/** The document. */
export function renderTable(): string {
  const sections = formGroups.map(({ heading, forms }) => {
    const rows = forms.map((form) => {
      const link = `[${form.name}](${samplePath(form)})`
      return `| ${cell(form.title)} | ${waysOf(form).join(', ')} | ${link} | ${cell(sameDocument(form))} |`
    })
    return `\n## ${heading}\n\n| format | input | sample | same document |\n|---|---|---|---|\n${rows.join('\n')}\n`
  })
  const nothing = withoutRecord.map(
    ({ title, way, code }) =>
      `| ${title} | ${way} | ${code === undefined ? 'nothing' : `one dead letter, \`${code}\``} |`,
  )
  const last = `\n## Input without usable records\n\n| content | input | result |\n|---|---|---|\n${nothing.join('\n')}\n`
  return head + sections.join('') + renderDifferences() + renderColumns() + renderLogSources() + last
}
