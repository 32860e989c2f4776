/** Says of what a check printed whether it is a good result, by the rule of its item. */
import { foldLines, isNotice, judgeCondition, type Printed } from './conditions.ts'
import { excerptLines } from './excerpt.ts'
import type { Finding } from './finding.ts'
import { listOutputLines, maxOutputLength, type PrintedBy } from './output-lines.ts'
import type { Condition, Judging } from './rule-schema.ts'
import { findTrouble } from './trouble.ts'

/** `unclear` wherever the output does not answer: a person looks, nothing is guessed. */
export type OutputVerdict = 'pass' | 'fail' | 'unclear'

export interface JudgedOutput {
  verdict: OutputVerdict
  /** A sentence without a full stop. */
  why: string
  /** The lines that decide, at most 2,000 characters. */
  excerpt: string
  /** What a person still has to look at, whatever the verdict. */
  leaves?: string
}

export interface JudgeContext extends PrintedBy {
  /** When the output was printed: dates in it are judged for that moment. */
  now: Date
}

/**
 * Judges an output.
 *
 * @param rule Absent where the item has none: then a person has to look, and only the excerpt is made.
 */
export function judgeOutput(
  rule: Judging | undefined,
  output: string,
  { now, ...command }: JudgeContext,
): JudgedOutput {
  const leaves = rule?.leaves !== undefined && { leaves: rule.leaves }
  if (output.length > maxOutputLength) {
    const lines = listOutputLines(output.slice(0, maxOutputLength), command)
    return { verdict: 'unclear', why: 'It is longer than 1 MB', excerpt: excerptLines(lines, []), ...leaves }
  }
  const lines = listOutputLines(output, command)
  const { why, places, verdict } = rule ? applyRule(rule, foldLines(lines), now) : withoutRule
  return { verdict, why: why.slice(0, 400), excerpt: excerptLines(lines, places), ...leaves }
}

interface Decision {
  verdict: OutputVerdict
  why: string
  places: readonly number[]
}

const withoutRule: Decision = { verdict: 'unclear', why: 'This item has no rule: a person has to look', places: [] }

function applyRule(rule: Judging, printed: Printed, now: Date): Decision {
  const trouble = findTrouble(printed.folded)
  if (trouble.length > 0) return { verdict: 'unclear', why: 'A command could not answer', places: trouble }
  const isSilent = printed.folded.every((line) => line === '' || isNotice(line))
  if (isSilent && !rule.pass.some(takesSilence)) return { verdict: 'unclear', why: 'It printed nothing', places: [] }
  const judge = (condition: Condition) => judgeCondition(condition, printed, now)
  const bad = (rule.fail ?? []).map(judge).filter(({ holds }) => holds)
  if (bad.length > 0) return decide('fail', bad)
  const findings = rule.pass.map(judge)
  const missed = findings.filter(({ holds }) => holds === false)
  const open = findings.filter(({ holds }) => holds === undefined)
  if (missed.length > 0) return decide(rule.else ?? (rule.fail ? 'unclear' : 'fail'), missed)
  return open.length > 0 ? decide('unclear', open) : decide('pass', findings)
}

/** Conditions for which nothing, or kubectl's word for it, is an answer. */
function takesSilence(condition: Condition): boolean {
  if ('empty' in condition) return true
  return 'has' in condition && [condition.has].flat().some((pattern) => isNotice(pattern))
}

function decide(verdict: OutputVerdict, findings: readonly Finding[]): Decision {
  const whys = [...new Set(findings.map(({ why }) => why))]
  return { verdict, why: whys.join('; '), places: findings.flatMap((finding) => finding.lines) }
}
