/** Names that decide something: ids of people and rollouts, roles, environments (signoff.md §8, "confusables"). */

const maxIdentifierLength = 300

/** Controls, format characters, and others that take no room or pass for a space. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]|(?! )\p{Zs}|\u2800/u

/** Whether two people who see the text would type the same bytes. */
export function isIdentifier(text: string): boolean {
  return (
    text !== '' &&
    text.length <= maxIdentifierLength &&
    text === text.trim() &&
    text === text.normalize('NFC') &&
    !unseen.test(text)
  )
}

/** Letters of other alphabets that look like Latin ones in small or capital form (after UTS #39, confusables). */
const lookalikes = new Map(
  Object.entries({
    a: 'аαɑ',
    b: 'вβьʙ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еε',
    g: 'ցɡ',
    h: 'нһηհ',
    i: 'іιıɩ',
    j: 'јյϳ',
    k: 'кκ',
    l: 'ӏ|',
    m: 'мμ',
    n: 'ոν',
    o: 'оοօσ0',
    p: 'рρ',
    q: 'ԛզ',
    s: 'ѕ',
    t: 'тτ',
    u: 'սυ',
    w: 'ԝա',
    x: 'хχ',
    y: 'уγү',
    z: 'ζ',
  }).flatMap(([letter, others]) => [...others].map((other) => [other, letter] as const)),
)

/** Alphabets with letters that pass for Latin ones; a name in one of them alone is a name. */
const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
]

/** Whether a name mixes alphabets of which one can pass for the other. */
export function mixesScripts(text: string): boolean {
  return scripts.filter((script) => script.test(text)).length > 1
}

/** Names that people would take for an earlier one, like "Alice", "aIice" or "a1ice" after "alice". */
export function findLookalikes(names: readonly string[]): { name: string; twin: string }[] {
  const known = new Map<string, string>()
  return [...new Set(names)].flatMap((name) => {
    const skeletons = [`folded ${readFolded(name)}`, `visual ${readVisual(name)}`]
    const twin = skeletons.map((skeleton) => known.get(skeleton)).find((found) => found !== undefined)
    for (const skeleton of skeletons) known.set(skeleton, known.get(skeleton) ?? name)
    return twin === undefined ? [] : [{ name, twin }]
  })
}

/** The name without case, accents and alphabets. */
function readFolded(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...plain].map((letter) => lookalikes.get(letter) ?? letter).join('')
}

/** The name as a narrow font shows it: capital I and 1 are l, and rn is m. */
function readVisual(name: string): string {
  return readFolded(name.normalize('NFKD').replace(/[I1]/g, 'l')).replaceAll('rn', 'm')
}
