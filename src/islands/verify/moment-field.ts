/** A day as its first moment in UTC, as the command line takes it too; anything else as it was typed. */
export const completeMoment = (text: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text.trim()) ? `${text.trim()}T00:00:00Z` : text.trim()
