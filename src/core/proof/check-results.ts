/** Reads what a script of checks wrote. What stands behind `| ` was printed by commands and may hold anything. */
import { cleanText } from '../text.ts'

/** First line of the file; the number is raised when an older reader would misread what follows. */
export const resultsHeading = 'golive-check-results 1'

export type CheckOutcome =
  | { kind: 'skipped'; reason: string }
  | { kind: 'ran' | 'timeout'; began: string; ended: string; exitCode: number; output: string; isCut: boolean }

export interface CheckResult {
  itemId: string
  /** Beginning of the digest of the item's text that the script was written for. */
  itemDigest: string
  /** What was filled in, by the name of its variable. */
  values: [name: string, value: string][]
  outcome: CheckOutcome
}

export interface CheckResults {
  rolloutId: string
  platform: string
  checklistSha256: string
  startedAt: string
  /** Somebody stopped the script: the checks behind this are missing. */
  isInterrupted: boolean
  checks: CheckResult[]
}

/** What is wrong, and in which line. */
export interface ResultsFault {
  line: number
  message: string
}

export type ParsedResults = { kind: 'results'; results: CheckResults } | { kind: 'refused'; faults: ResultsFault[] }

/** The script keeps half a megabyte of each output. */
export const maxResultsBytes = 32 * 1024 * 1024
const maxChecks = 1_000
const maxFaults = 50

export function parseCheckResults(bytes: Uint8Array): ParsedResults {
  if (bytes.length > maxResultsBytes) return refuse(`has more than ${maxResultsBytes / 1024 / 1024} MB`)
  // Outputs may be in any encoding; lines of ours are checked letter by letter.
  const text = new TextDecoder().decode(bytes)
  if (text.trim() === '') return refuse('is empty')
  return new ResultsReader(text.split(/\r?\n/)).read()
}

const refuse = (message: string): ParsedResults => ({ kind: 'refused', faults: [{ line: 1, message }] })

const time = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z`
const id = '[a-z0-9]+(?:-[a-z0-9]+)*'

/** Ends the reading of a part; what comes after it is read all the same. */
class Misread extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

class ResultsReader {
  private readonly lines: readonly string[]
  private at = 0
  private readonly faults: ResultsFault[] = []

  constructor(lines: readonly string[]) {
    this.lines = lines
  }

  read(): ParsedResults {
    const heading = this.lines[this.at++] ?? ''
    if (heading !== resultsHeading) {
      const isNewer = /^golive-check-results \d+$/.test(heading)
      return refuse(
        isNewer ? 'was written by a newer script than this Golive reads' : 'holds no results of a Golive script',
      )
    }
    const rolloutId = this.try(() => this.take('rollout', '[a-z0-9]+(?:[.-][a-z0-9]+)*'))
    const platform = this.try(() => this.take('platform', id))
    const checklist = this.try(() => this.take('checklist', 'sha256:[0-9a-f]{64}'))
    const startedAt = this.try(() => this.takeTime('started'))
    const checks = this.readChecks()
    const isInterrupted = this.try(() => this.readEnd()) === 'interrupted'
    if (this.faults.length > 0 || !rolloutId || !platform || !checklist || !startedAt) {
      return { kind: 'refused', faults: this.faults }
    }
    const checklistSha256 = checklist.slice('sha256:'.length)
    return { kind: 'results', results: { rolloutId, platform, checklistSha256, startedAt, isInterrupted, checks } }
  }

  private readChecks(): CheckResult[] {
    const checks = new Map<string, CheckResult>()
    for (this.skip(isBlank); this.lines[this.at]?.startsWith('check '); this.skip(isBlank)) {
      const check = this.try(() => this.readCheck(checks))
      if (check) checks.set(check.itemId, check)
      else this.skip((line) => !/^(?:check|finished|interrupted) /.test(line))
      if (checks.size > maxChecks) break
    }
    return [...checks.values()]
  }

  private readCheck(known: ReadonlyMap<string, CheckResult>): CheckResult {
    const start = this.at
    const itemId = this.take('check', id)
    if (known.has(itemId)) throw new Misread(start, `is the second result of ${itemId}`)
    if (known.size >= maxChecks) throw new Misread(start, `comes after ${maxChecks} results, and no more are read`)
    const itemDigest = this.take('item', '[0-9a-f]{16}')
    const state = this.take('state', 'ran|timeout|skipped')
    const values: [string, string][] = []
    const outcome = state === 'skipped' ? this.readReason() : this.readRun(state === 'ran' ? 'ran' : 'timeout', values)
    if (this.take('end', id) !== itemId) {
      throw new Misread(this.at - 1, `does not end "${itemId}", which began above`)
    }
    return { itemId, itemDigest, values, outcome }
  }

  private readReason(): CheckOutcome {
    return { kind: 'skipped', reason: cleanText(this.take('reason', '.{1,300}')) }
  }

  private readRun(kind: 'ran' | 'timeout', values: [string, string][]): CheckOutcome {
    while (this.lines[this.at]?.startsWith('value ') && values.length < 50) {
      const [name = '', ...words] = this.take('value', '[A-Z][A-Z0-9_]* .*').split(' ')
      values.push([name, cleanText(words.join(' ')).slice(0, 300).toWellFormed()])
    }
    const began = this.takeTime('began')
    const ended = this.takeTime('ended')
    const exitCode = Number(this.take('exit', '\\d{1,3}'))
    const bytes = Number(this.take('bytes', '\\d{1,12}'))
    const count = Number(this.take('lines', '\\d{1,7}'))
    const first = this.at
    this.skip((line) => line.startsWith('| '))
    const printed = this.lines.slice(first, this.at).map((line) => line.slice(2))
    if (printed.length !== count) {
      throw new Misread(this.at, `comes after ${printed.length} lines of output, and there should be ${count}`)
    }
    return { kind, began, ended, exitCode, output: printed.join('\n'), isCut: bytes > 512 * 1024 }
  }

  private readEnd(): string {
    const line = this.lines[this.at] ?? ''
    if (line === '') throw new Misread(this.at, cutOff)
    const [, word = ''] = new RegExp(`^(finished|interrupted) ${time}$`).exec(line) ?? []
    if (word === '') throw new Misread(this.at, 'is no line of a result')
    this.at++
    this.skip(isBlank)
    if (this.at < this.lines.length) throw new Misread(this.at, 'stands behind the end')
    return word
  }

  /** The rest of a line that begins with this word. */
  private take(word: string, pattern: string): string {
    const [, rest] = new RegExp(`^${word} (${pattern})$`).exec(this.lines[this.at] ?? '') ?? []
    if (rest === undefined) throw new Misread(this.at, this.at < this.lines.length ? `has no valid "${word}"` : cutOff)
    this.at++
    return rest
  }

  private takeTime(word: string): string {
    const text = this.take(word, time)
    if (Number.isNaN(Date.parse(text))) throw new Misread(this.at - 1, `has a "${word}" that is no time`)
    return text
  }

  private skip(isPassed: (line: string) => boolean): void {
    while (this.at < this.lines.length && isPassed(this.lines[this.at] ?? '')) this.at++
  }

  /** Reads a part; where it is wrong, the first fault is noted and the line passed over. */
  private try<T>(read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof Misread)) throw error
      const line = Math.min(error.line, this.lines.length - 1) + 1
      const isKnown = this.faults.some((fault) => fault.line === line && fault.message === error.message)
      if (!isKnown && this.faults.length < maxFaults) this.faults.push({ line, message: error.message })
      this.at = Math.max(this.at, error.line + 1)
      return undefined
    }
  }
}

const cutOff = 'ends in the middle: it may have been cut off'

const isBlank = (line: string) => line === ''
