/** A text in the form in which addresses and names are compared: logs spell them in any case and Unicode form. */
export const folded = (text: string): string => text.normalize().toLowerCase()
