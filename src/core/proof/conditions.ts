/** Each condition of a judging rule against the lines of an output. */
import { type Finding, judgeNumber } from './finding.ts'
import { anyOf, foldSpace, type LineTest, partOfLine, wholeLine } from './pattern.ts'
import type { Condition } from './rule-schema.ts'
import { judgeColumn, judgeRows } from './table-conditions.ts'

/** What a command printed, twice: as it stood, for tables, and with white space folded, for patterns. */
export interface Printed {
  lines: readonly string[]
  folded: readonly string[]
}

export const foldLines = (lines: readonly string[]): Printed => ({ lines, folded: lines.map(foldSpace) })

type Of<Kind extends string> = Extract<Condition, Record<Kind, unknown>>

export function judgeCondition(condition: Condition, { lines, folded }: Printed, now: Date): Finding {
  if ('has' in condition) return judgeHas(condition, folded)
  if ('lacks' in condition) return judgeLacks(condition, folded)
  if ('every' in condition) return judgeEvery(condition, folded)
  if ('count' in condition) return judgeCount(condition, folded)
  if ('text' in condition) return judgeText(condition, folded)
  if ('empty' in condition) return judgeEmpty(folded)
  if ('same' in condition) return judgeSame(condition, folded)
  if ('rows' in condition) return judgeRows(condition, lines)
  if ('column' in condition) return judgeColumn(condition, lines)
  return judgeDates(condition, folded, now)
}

function judgeHas({ has }: Of<'has'>, lines: readonly string[]): Finding {
  const found = placesOf(lines, anyOf([has].flat().map(partOfLine)))
  const names = nameAny(has)
  return {
    holds: found.length > 0,
    why: found.length > 0 ? `It says ${names}` : `It nowhere says ${names}`,
    lines: found,
  }
}

function judgeLacks({ lacks }: Of<'lacks'>, lines: readonly string[]): Finding {
  const patterns = [lacks].flat()
  const found = placesOf(lines, anyOf(patterns.map(partOfLine)))
  const said = patterns.filter((pattern) => found.some((at) => partOfLine(pattern)(lines[at] ?? '')))
  const why = found.length > 0 ? `It says ${nameAny(said)}` : `It nowhere says ${nameAny(lacks)}`
  return { holds: found.length === 0, why, lines: found }
}

function judgeEvery({ every, of }: Of<'every'>, lines: readonly string[]): Finding {
  const isMeant = of === undefined ? isPrinted : wholeLine(of)
  const isGood = anyOf([every].flat().map(wholeLine))
  const bad = placesOf(lines, (line) => isMeant(line) && !isGood(line))
  const good = placesOf(lines, (line) => isMeant(line) && isGood(line))
  if (bad.length > 0) return { holds: false, why: `${countLines(bad)} not ${nameAny(every)}`, lines: bad }
  if (good.length === 0 && of === undefined) return { holds: undefined, why: 'It has no lines', lines: [] }
  const why = good.length > 0 ? `${countLines(good)} ${nameAny(every)}` : `No line is like "${of}"`
  return { holds: true, why, lines: good }
}

function judgeCount({ count, ...limits }: Of<'count'>, lines: readonly string[]): Finding {
  const found = placesOf(lines, wholeLine(count))
  return { ...judgeNumber(found.length, limits, 'line', `like "${count}"`), lines: found }
}

function judgeText({ text }: Of<'text'>, lines: readonly string[]): Finding {
  const holds = lines.filter(isPrinted).join(' ') === foldSpace(text)
  return { holds, why: holds ? `It is "${text}"` : `It is not "${text}"`, lines: placesOf(lines, isPrinted) }
}

function judgeEmpty(lines: readonly string[]): Finding {
  const found = placesOf(lines, (line) => isPrinted(line) && !isNotice(line))
  if (found.length === 0) return { holds: true, why: 'It printed nothing', lines: [] }
  return { holds: false, why: `It printed ${found.length === 1 ? 'a line' : `${found.length} lines`}`, lines: found }
}

/** What kubectl says on its error stream where it prints nothing. */
export function isNotice(line: string): boolean {
  return /^No resources found(?: in \S+ namespace)?\.?$/.test(line.trim())
}

function judgeSame({ same }: Of<'same'>, lines: readonly string[]): Finding {
  const places = placesOf(lines, isPrinted)
  const different = new Set(places.map((at) => lines[at])).size
  if (different > 1) return { holds: false, why: `Its ${places.length} lines differ`, lines: places }
  const holds = places.length === same
  return { holds, why: `${places.length} of ${same} lines that are alike`, lines: places }
}

const dayMs = 86_400_000

function judgeDates({ validDays }: Of<'validDays'>, lines: readonly string[], now: Date): Finding {
  const places = placesOf(lines, (line) => /notAfter ?=/i.test(line))
  const ends = places.map((at) => Date.parse((lines[at] ?? '').replace(/^.*notAfter ?= ?/i, '')))
  if (ends.length === 0 || ends.some(Number.isNaN)) {
    return { holds: undefined, why: 'It has no end date of a certificate that can be read', lines: places }
  }
  const days = Math.floor((Math.min(...ends) - now.getTime()) / dayMs)
  const why = days < 0 ? 'The certificate has ended' : `The certificate ends in ${days} days`
  return { holds: Math.min(...ends) > now.getTime() + validDays * dayMs, why, lines: places }
}

const isPrinted: LineTest = (line) => line !== ''

const placesOf = (lines: readonly string[], isMeant: LineTest) =>
  lines.flatMap((line, at) => (isMeant(line) ? [at] : []))

function nameAny(patterns: string | readonly string[]): string {
  return [patterns]
    .flat()
    .map((pattern) => `"${pattern}"`)
    .join(' or ')
}

const countLines = (places: readonly number[]) => (places.length === 1 ? 'A line is' : `${places.length} lines are`)
