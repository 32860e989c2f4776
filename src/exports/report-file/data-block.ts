/** What the file carries for machines: JSON in script elements that no browser runs. */

export const envelopeBlockId = 'golive-envelope'
export const keysBlockId = 'golive-keys'

/** JSON that cannot end the element it stands in, in one line, so that `sed` finds it. */
export function encodeBlock(json: string): string {
  return json
    .trim()
    .replaceAll('<', '\\u003c')
    .replace(/[^ -~]/g, escapeUnit)
}

/** The start tag of a block, as the file has it. */
export const openBlock = (id: string): string => `<script type="application/json" id="${id}">`

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
