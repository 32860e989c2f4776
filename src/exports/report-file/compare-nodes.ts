/** Where what a page shows differs from what it should show. */

/** A list that a person reads to its end. */
const maxDifferences = 5

/** @returns Differences in words, the first of them; empty when there is none. */
export function listDifferences(shown: Node, expected: Node, found: string[] = []): string[] {
  if (found.length >= maxDifferences || shown.isEqualNode(expected)) return found
  const isSameElement = shown.cloneNode(false).isEqualNode(expected.cloneNode(false))
  if (!isSameElement) found.push(`${describeNode(shown)}, and should be ${describeNode(expected)}`)
  else compareChildren(shown, expected, found)
  return found
}

function compareChildren(shown: Node, expected: Node, found: string[]): void {
  const count = Math.max(shown.childNodes.length, expected.childNodes.length)
  for (let index = 0; index < count && found.length < maxDifferences; index++) {
    const [left, right] = [shown.childNodes[index], expected.childNodes[index]]
    if (left && right) listDifferences(left, right, found)
    else if (left) found.push(`${describeWhole(left)}, and should not be there`)
    else if (right) found.push(`Missing: ${describeWhole(right)}`)
  }
}

/** An element by its tag, because what is in it is compared by itself. */
function describeNode(node: Node): string {
  return quote(
    node instanceof Element ? (node.cloneNode(false) as Element).outerHTML : (node.nodeValue ?? node.nodeName),
  )
}

/** What stands on one side only, by what a reader sees of it. */
const describeWhole = (node: Node): string => (node.textContent ? quote(node.textContent) : describeNode(node))

/** Beginning of the text, in ASCII: a letter that passes for another one is told apart. */
function quote(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 200)}...` : text
  return JSON.stringify(short).replace(/[^ -~]/gu, (letter) => `\\u{${letter.codePointAt(0)?.toString(16)}}`)
}
