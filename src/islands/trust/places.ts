/** At which field a reason of the lint stands. */
import type { Reason } from '../../core/signoff/index.ts'
import type { TrustDraft } from './draft.ts'

/** Every place that the screen has, as the core names it. */
export function listPlaces({ signers, require: base, environments }: TrustDraft): string[] {
  const people = signers.flatMap(({ keys }, index) => {
    const person = `signers[${index}]`
    const terms = ['notBefore', 'notAfter', 'revokedAt', 'revocationReason']
    const own = keys.flatMap((_, at) => {
      const key = `${person}.keys[${at}]`
      return [key, ...terms.map((name) => `${key}.${name}`)]
    })
    return [person, `${person}.id`, `${person}.roles`, ...own]
  })
  const rules = [
    ...listRulePlaces('policy.require', base),
    ...environments.flatMap(({ name, require: own }) => listRulePlaces(environmentPlace(name), own)),
  ]
  return [...people, ...rules, 'policy.maxAgeDays', 'policy.allowResult']
}

export const environmentPlace = (name: string): string => `policy.environments.${name}.require`

function listRulePlaces(place: string, rules: readonly unknown[]): string[] {
  const members = (_: unknown, index: number) => ['', '.role', '.count'].map((name) => `${place}[${index}]${name}`)
  return [place, ...rules.flatMap(members)]
}

/** Reasons by the innermost place that holds them; those of the file as a whole are under an empty one. */
export function groupByPlace(reasons: readonly Reason[], places: readonly string[]): Map<string, Reason[]> {
  const groups = new Map<string, Reason[]>()
  for (const reason of reasons) {
    const holding = places.filter((place) => isWithin(reason.path, place))
    const place = holding.reduce((inner, other) => (other.length > inner.length ? other : inner), '')
    groups.set(place, [...(groups.get(place) ?? []), reason])
  }
  return groups
}

const isWithin = (path: string, place: string) =>
  path === place || (path.startsWith(place) && /^[.[]/.test(path.slice(place.length)))

/** The reason as a sentence at its field: the place in its words is the field itself. */
export function describeAtPlace({ message, path }: Reason): string {
  const begin = `Trust file: ${path} `
  return message.startsWith(begin) ? `This ${message.slice(begin.length)}` : message
}
