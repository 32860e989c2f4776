import type { ItemFrontmatter } from '../core/schema.ts'
import { checkProof } from './check-proof.ts'
import type { Fault } from './fault.ts'
import type { PlatformSource, SectionSource } from './read.ts'

interface PlacedItem {
  item: ItemFrontmatter
  section: SectionSource
  index: number
}

/**
 * Checks what no single file can tell: ids, references, placement in the text, and that nothing published went missing.
 */
export function checkPlatform(platform: PlatformSource): Fault[] {
  const items = platform.sections
    .flatMap((section) => section.data.items.map((item, index): PlacedItem => ({ item, section, index })))
    .filter(({ item }) => item.id !== '')
  const own = [...checkIds(platform, items), ...checkPlacement(platform)]
  // What a file that cannot be parsed holds, nobody can miss.
  if (platform.isPartial) return own
  return [
    ...own,
    ...checkReferences(platform, items),
    ...checkProofs(items),
    ...checkClaims(platform, items),
    ...checkNamed(platform, 'diagrams'),
    ...checkNamed(platform, 'products'),
    ...checkPublished(platform, items),
  ]
}

function faultAt(section: SectionSource, path: readonly PropertyKey[], id: string, message: string): Fault {
  return { file: section.file, line: section.frontmatter.lineOf(path), id, message }
}

/** An id stands for one item for ever: in this list, in former names and among the retired. */
function checkIds(platform: PlatformSource, items: PlacedItem[]): Fault[] {
  const faults: Fault[] = []
  const taken = new Map<string, string>()
  platform.retired.data.forEach(({ id }, index) => {
    const line = platform.retired.document.lineOf([index, 'id'])
    const first = taken.get(id)
    if (first)
      faults.push({ file: `${platform.id}/retired.yaml`, line, id, message: `is listed twice (first at ${first})` })
    else taken.set(id, `${platform.id}/retired.yaml:${line}, retired`)
  })
  const sectionIds = new Map<string, string>()
  for (const section of platform.sections) {
    const first = sectionIds.get(section.id)
    if (first)
      faults.push(faultAt(section, [], section.id, `is the name of two sections (first ${first}): rename one file`))
    else sectionIds.set(section.id, section.file)
  }
  const keys = new Map<string, string>()
  for (const { item, section, index } of items) {
    const former = (item.formerly ?? []).map((id, at) => ({ id, path: ['items', index, 'formerly', at] }))
    const names: { id: string; path: PropertyKey[] }[] = [{ id: item.id, path: ['items', index, 'id'] }, ...former]
    for (const { id, path } of names) {
      const line = section.frontmatter.lineOf(path)
      const first = taken.get(id)
      if (first) {
        faults.push(
          faultAt(section, path, id, `is used again (first at ${first}): ids are never reused, choose another`),
        )
      } else taken.set(id, `${section.file}:${line}`)
    }
    if (!item.decision) continue
    const { key } = item.decision
    const first = keys.get(key)
    if (first) {
      const message = `decision key "${key}" is used again (first by ${first}): choose another`
      faults.push(faultAt(section, ['items', index, 'decision', 'key'], item.id, message))
    } else keys.set(key, item.id)
  }
  return faults
}

/** Every item stands in the text of its section exactly once. */
function checkPlacement(platform: PlatformSource): Fault[] {
  const faults: Fault[] = []
  for (const section of platform.sections.filter(({ isUnreadable }) => !isUnreadable)) {
    const own = new Set(section.data.items.map((item) => item.id))
    const lines = new Map<string, number>()
    for (const { id, line } of section.passages.items) {
      const first = lines.get(id)
      if (!own.has(id)) {
        const message = `<Item id="${id}" /> names no item of this file: correct the id or add the item to the frontmatter`
        faults.push({ file: section.file, line, id: id || section.id, message })
      } else if (first) {
        const message = `is placed again (first at line ${first}): an item stands in the text once`
        faults.push({ file: section.file, line, id, message })
      } else lines.set(id, line)
    }
    section.data.items.forEach(({ id }, index) => {
      if (id !== '' && !lines.has(id)) {
        const message = `is not in the text: place it with <Item id="${id}" />`
        faults.push(faultAt(section, ['items', index, 'id'], id, message))
      }
    })
  }
  for (const { id, line } of platform.passages.items) {
    faults.push({ file: platform.file, line, id, message: 'is placed in the overview: items stand in their section' })
  }
  return faults
}

function checkReferences(platform: PlatformSource, items: PlacedItem[]): Fault[] {
  const faults: Fault[] = []
  const ids = new Set(items.map(({ item }) => item.id))
  const traits = new Set(platform.data.traits?.map((trait) => trait.id))
  for (const { item, section, index } of items) {
    item.after?.forEach((id, at) => {
      if (id === item.id || !ids.has(id)) {
        const message = `comes after "${id}", which is ${id === item.id ? 'itself' : 'no item of this platform'}`
        faults.push(faultAt(section, ['items', index, 'after', at], item.id, message))
      }
    })
    item.when?.forEach((trait, at) => {
      if (!traits.has(trait)) {
        const message = `applies when "${trait}", which is no trait of this platform: add it to index.mdx or correct it`
        faults.push(faultAt(section, ['items', index, 'when', at], item.id, message))
      }
    })
  }
  platform.retired.data.forEach(({ id, replacedBy }, index) => {
    if (replacedBy === undefined || ids.has(replacedBy)) return
    const line = platform.retired.document.lineOf([index, 'replacedBy'])
    const message = `is replaced by "${replacedBy}", which is no item of this platform`
    faults.push({ file: `${platform.id}/retired.yaml`, line, id, message })
  })
  faults.push(...findLoops(items))
  return faults
}

/** How outputs are judged and commands filled in. */
function checkProofs(items: PlacedItem[]): Fault[] {
  return items.flatMap(({ item, section, index }) =>
    checkProof(item).map(({ path, message }) => faultAt(section, ['items', index, ...path], item.id, message)),
  )
}

/** An order with a loop in it can never be followed. */
function findLoops(items: PlacedItem[]): Fault[] {
  const after = new Map(items.map(({ item }) => [item.id, item.after ?? []]))
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    (after.get(from) ?? []).some((id) => id === to || (!seen.has(id) && reaches(id, to, seen.add(id))))
  return items
    .filter(({ item }) => item.after && !item.after.includes(item.id) && reaches(item.id, item.id))
    .map(({ item, section, index }) =>
      faultAt(section, ['items', index, 'after'], item.id, 'comes after itself by way of others: break the loop'),
    )
}

/** Every claim of the vendor page is covered by an item or a passage, and only known claims are named. */
function checkClaims(platform: PlatformSource, items: PlacedItem[]): Fault[] {
  const faults: Fault[] = []
  const file = `${platform.id}/claims.yaml`
  const known = new Set<string>()
  platform.claims.data.forEach(({ id }, index) => {
    const line = platform.claims.document.lineOf([index, 'id'])
    if (known.has(id)) faults.push({ file, line, id, message: 'is listed twice: claim ids are unique' })
    known.add(id)
  })
  const covered = new Set<string>()
  const cover = (claim: string, fault: Fault) => {
    covered.add(claim)
    if (!known.has(claim)) faults.push(fault)
  }
  for (const { item, section, index } of items) {
    item.sources.forEach((source, at) => {
      if (!/^[A-Z]\d{1,3}$/.test(source)) return
      const message = `names claim ${source}, which is not in ${file}`
      cover(source, faultAt(section, ['items', index, 'sources', at], item.id, message))
    })
  }
  for (const { id, file: page, passages } of [...platform.sections, platform]) {
    const lines = new Map<string, number>()
    for (const { id: claim, line } of passages.claims) {
      const first = lines.get(claim)
      if (first)
        faults.push({
          file: page,
          line,
          id,
          message: `marks ${claim} again (first at line ${first}): mark it once a page`,
        })
      lines.set(claim, line)
      cover(claim, { file: page, line, id, message: `names claim ${claim}, which is not in ${file}` })
    }
  }
  platform.claims.data.forEach(({ id }, index) => {
    if (covered.has(id)) return
    const line = platform.claims.document.lineOf([index, 'id'])
    const message = `is covered by nothing: name it in the sources of an item or mark the passage with <Claims ids="${id}" />`
    faults.push({ file, line, id, message })
  })
  return faults
}

/** Diagrams and tables are named by the text, and each is used. */
function checkNamed(platform: PlatformSource, kind: 'diagrams' | 'products'): Fault[] {
  const faults: Fault[] = []
  const file = `${platform.id}/${kind}.yaml`
  const names = new Set<string>()
  platform[kind].data.forEach(({ name }, index) => {
    const line = platform[kind].document.lineOf([index, 'name'])
    if (names.has(name)) faults.push({ file, line, id: name, message: 'is the name of two: rename one' })
    names.add(name)
  })
  const used = new Set<string>()
  for (const { file: page, passages } of [...platform.sections, platform]) {
    for (const { id, line } of passages[kind]) {
      used.add(id)
      if (!names.has(id))
        faults.push({ file: page, line, id, message: `is not in ${file}: add it or correct the name` })
    }
  }
  platform[kind].data.forEach(({ name }, index) => {
    const line = platform[kind].document.lineOf([index, 'name'])
    if (!used.has(name))
      faults.push({ file, line, id: name, message: 'is on no page: place it in a text or remove it' })
  })
  return faults
}

/** What was published may hold people's progress, so it may be renamed or retired but not vanish. */
function checkPublished(platform: PlatformSource, items: PlacedItem[]): Fault[] {
  const known = new Set([
    ...items.flatMap(({ item }) => [item.id, ...(item.formerly ?? [])]),
    ...platform.retired.data.map(({ id }) => id),
  ])
  return platform.publishedIds
    .filter((id) => !known.has(id))
    .map((id) => ({
      file: `${platform.id}/published.json`,
      line: 1,
      id,
      message:
        'was published and is gone: put it back, name it in the "formerly" of its successor, or list it in retired.yaml',
    }))
}
