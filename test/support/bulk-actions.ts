// Splits and joins the bodies of bulk requests and of their responses.
export interface BulkAction {
  readonly operation: string
  readonly target: Readonly<Record<string, unknown>>
  /** One line, or two where a document follows. */
  readonly lines: readonly string[]
}

export function splitActions(body: string): BulkAction[] {
  const lines = body.split('\n').filter((line) => line !== '')
  const actions: BulkAction[] = []
  for (let i = 0; i < lines.length; ) {
    const [[operation, target]] = Object.entries(JSON.parse(lines[i] as string)) as [[string, BulkAction['target']]]
    const size = operation === 'delete' ? 1 : 2
    actions.push({ operation, target, lines: lines.slice(i, i + size) })
    i += size
  }
  return actions
}

export function joinActions(actions: readonly BulkAction[]): string {
  return actions.map(({ lines }) => `${lines.join('\n')}\n`).join('')
}

/** Returns the response to all actions if the server accepted every second one and refused the rest as too many. */
export function withRefusals(actions: readonly BulkAction[], answer: string): string {
  const parsed = JSON.parse(answer) as { items: unknown[] }
  const error = { type: 'es_rejected_execution_exception', reason: 'rejected execution of primary operation' }
  const items = actions.map(({ operation, target }, i) =>
    i % 2 === 0 ? parsed.items[i / 2] : { [operation]: { ...target, status: 429, error } },
  )
  return JSON.stringify({ ...parsed, errors: true, items })
}
