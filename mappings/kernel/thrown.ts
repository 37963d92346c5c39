// JavaScript throws any value: libraries throw errors with and without a code, and now and then a text.
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** Returns the error code of Node or a library: `ENOENT`, `Z_BUF_ERROR`. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined
}
