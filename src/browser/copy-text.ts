/**
 * Copies a text. Where that is refused, or not there as over plain http, what shows the text is selected: it is one key
 * away from being copied.
 */
export async function copyText(text: string, shown: Node | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    if (shown) getSelection()?.selectAllChildren(shown)
    return false
  }
}
