/** Whether a text has a letter or a digit that can be seen: a dot, a dash or a filler without ink only silences a form. */
export function saysSomething(text: string): boolean {
  return /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/u.test(text)
}
