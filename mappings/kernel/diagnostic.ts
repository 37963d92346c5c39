// Problems in content (a mapping, a rule, a dashboard, an environment) are reported and never thrown. Validators
// collect diagnostics and return all of them. Only the CLI prints.
/** Every diagnostic code ever used, with its meaning. A code is never reused with a different meaning. */
export const diagnosticCodes = {
  C001: 'content file has no default export made by its builder',
  C002: 'content is not plain data (it differs after a JSON round trip)',
  C003: 'two contents share one id',
  C004: 'a generated file is missing or stale',
  C005: 'a generated file has no maker any more',
  C006: 'content that comes as JSON is not JSON, or has not the form of its kind',
  M001: 'mapping writes a field that the catalog does not have',
  M002: 'mapping writes a value that the field does not allow',
  M003: 'event.category and event.type do not go together in ECS',
  M004: 'document holds a value of the wrong type for its field',
  M005: 'sample does not decode, or no mapping takes it',
  M006: 'field definitions contradict each other: one index mapping cannot contain both',
  M007: 'sample carries an act that the steps of its mapping are not known to write',
  E001: 'environment file cannot be read',
  E002: 'environment file is not valid YAML',
  E003: 'environment file does not match its schema',
  E004: 'environment setting changes nothing, or cannot be applied',
  Q001: 'query cannot be parsed',
  Q002: 'query reads a field that no mapping writes',
  Q003: 'query compares a field with a value of another type',
  Q004: 'query uses a construct that cannot be evaluated offline',
  Q005: 'query compares with a value that the field never holds',
  Q006: 'query does not say what it means for a document without the field',
  Q007: 'sequence finds other things in one run of the rule than in the next',
  Q008: 'EQL query reads a field that a tenant may have in none of its log sources',
  R001: 'rule does not match the schema of the Kibana import format',
  R002: 'rule names a technique that the ATT&CK table does not have',
  R003: 'rule names evidence that does not exist',
  R004: 'rule does not match evidence that it must match',
  R005: 'rule matches evidence that it must not match',
  R006: 'rule has no evidence of one kind (match or noMatch)',
  R007: 'two rules share one name',
  R008: 'rule names a dataset that does not exist',
  R009: 'scenario has a time that cannot be read',
  R010: 'rule runs, counts or keeps in a way that Kibana refuses or that never finds anything',
  R011: 'no evidence notices that a clause of the rule is changed, or that a field is lost',
  R012: 'rule alerts on something else than before, and its version is not raised',
  R013: 'deprecated rule names no successor that exists, or another rule names one',
  R014: 'rule leaves out approved applications on an act that may be a take-over',
  R015: 'parameter of the rule does not point to a number',
  R016: 'rule leaves out the people or the networks that it is about',
  R017: 'rule does not say what it is blind without, or requires what nobody knows',
  R018: 'rule on an act leaves out a dataset that carries it, or omits one without need',
  R019: 'version of the rule has no change',
  R020: 'noise budget of the rule is none, or excuses nothing',
  R021: 'rule alerts on a month in which nothing is wrong more often than its budget allows',
  R022: 'rule has a member that has no effect',
  R023: 'scenario is where no rule finds it, or is in the folder of a rule and named by a rule',
  R024: 'replacement of a scenario changes nothing in its sample',
  R025: 'list of public rules names a rule of ours that does not exist or does not alert, or one rule twice',
  R026: 'rule gives way to a rule that must not come before it',
  R027: 'active rule of the pack does not say how an intruder avoids it',
  R028: 'several active rules alert on one act of a sample',
  D001: 'dashboard does not match the schema of the saved-object format',
  D002: 'dashboard uses a field that the catalog does not have, or not in this way',
  D003: 'dashboard reference does not resolve',
  D004: 'dashboard layout overlaps or leaves the grid',
  D005: 'dashboard shows data without a filter on datasets',
  D006: 'id in a dashboard is used twice',
  D007: 'dashboard chart and its columns do not go together',
  D008: 'dashboard pack is larger than Kibana imports',
  D009: 'saved object changes when it is read and written again',
  H001: 'query of a hunt cannot run',
  P001: 'rule of the portable edition reads a field that the integration does not write',
  P002: 'no evidence triggers a rule of the portable edition',
  P003: 'rule of the portable edition differs from its rule without a stated loss',
} as const

export type DiagnosticCode = keyof typeof diagnosticCodes

/** One finding about a content file. `path` is the place inside the file (a dotted path or line:column). */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly level: 'error' | 'warning'
  readonly file: string
  readonly path: string
  readonly message: string
  readonly hint?: string
}

/** A finding about a content item, before its file and code are known. */
export type Problem = Pick<Diagnostic, 'path' | 'message' | 'hint'>

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((d) => d.level === 'error')
}

/** Formats one diagnostic as a line: location, problem, hint. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, path, level, code, message, hint } = diagnostic
  const where = path === '' ? file : `${file}:${path}`
  return `${where}: ${level} ${code}: ${message}${hint === undefined ? '' : `\n    ${hint}`}`
}
