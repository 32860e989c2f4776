/** Who fills which role: distinct people, never a count of signatures (signoff.md §5.3). */

export interface Requirement {
  role: string
  count: number
}

export interface Holder {
  id: string
  roles: readonly string[]
}

/** A place that has to be filled, and who fills it. */
export interface FilledRole {
  role: string
  person: string
}

export interface Assignment {
  filled: FilledRole[]
  /** Places that nobody is left for, with how many of each. */
  missing: Requirement[]
}

/** The highest count that any list asks for each role: a second list can raise the bar and never lower it. */
export function raiseRequirements(...lists: readonly (readonly Requirement[])[]): Requirement[] {
  const counts = new Map<string, number>()
  for (const { role, count } of lists.flat()) counts.set(role, Math.max(count, counts.get(role) ?? 0))
  return [...counts].map(([role, count]) => ({ role, count }))
}

/**
 * Gives each person at most one place, so that as many places as possible are filled.
 *
 * Bipartite matching by augmenting paths (Kuhn). Taking the first free person for each role would refuse a right
 * sign-off: of dave (sre, security) and alice (sre), dave must not be spent on sre.
 *
 * @param people Each once; an id that comes again is not a second person.
 */
export function assignRoles(people: readonly Holder[], requirements: readonly Requirement[]): Assignment {
  const holders = [...new Map(people.map((person) => [person.id, person])).values()]
  const roleOf = new Map<Holder, string>()
  for (const { role, count } of requirements) {
    // Where one place of a role cannot be filled, no other of the same role can, however many are asked for.
    for (let place = 0; place < count; place++) if (!fillPlace(role, holders, roleOf, new Set())) break
  }
  const order = requirements.map(({ role }) => role)
  const filled = [...roleOf]
    .map(([{ id }, role]) => ({ role, person: id }))
    .sort((left, right) => order.indexOf(left.role) - order.indexOf(right.role))
  return { filled, missing: listMissing(requirements, filled) }
}

/** Finds somebody for one more place of a role, moving others to another role of theirs where that helps. */
function fillPlace(role: string, holders: readonly Holder[], roleOf: Map<Holder, string>, asked: Set<Holder>): boolean {
  for (const holder of holders) {
    if (asked.has(holder) || !holder.roles.includes(role)) continue
    asked.add(holder)
    const taken = roleOf.get(holder)
    if (taken !== undefined && !fillPlace(taken, holders, roleOf, asked)) continue
    roleOf.set(holder, role)
    return true
  }
  return false
}

function listMissing(requirements: readonly Requirement[], filled: readonly FilledRole[]): Requirement[] {
  return requirements
    .map(({ role, count }) => ({ role, count: count - filled.filter((place) => place.role === role).length }))
    .filter(({ count }) => count > 0)
}
