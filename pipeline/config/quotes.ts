// Some loaders of env files leave the quotation marks in a value: it would name another group, or be a wrong password.
export const quoted = {
  message: 'begins and ends with a quotation mark',
  hint: 'remove the quotation marks: the shell removes them, but some loaders of env files do not',
}

/** The text without a pair of quotation marks around it; the same text if it has none. */
export const unquote = (text: string): string => /^(["'])(.*)\1$/s.exec(text)?.[2] ?? text
