/** Whether a condition holds; undefined where the output does not tell. */
export interface Finding {
  holds: boolean | undefined
  why: string
  /** Places of the lines that decide. */
  lines: readonly number[]
}

/** Which numbers are good. */
export interface Limits {
  is?: readonly number[] | undefined
  min?: number | undefined
  max?: number | undefined
}

export function judgeNumber(
  number: number,
  { is, min, max }: Limits,
  noun: string,
  rest: string,
): Omit<Finding, 'lines'> {
  const isListed = is === undefined || is.includes(number)
  const holds = isListed && number >= (min ?? 0) && number <= (max ?? Number.POSITIVE_INFINITY)
  const wanted = [
    is && `${is.join(' or ')}`,
    min !== undefined && `at least ${min}`,
    max !== undefined && `at most ${max}`,
  ].filter(Boolean)
  return { holds, why: `${plural(number, noun)} ${rest}${holds ? '' : `, not ${wanted.join(' and ')}`}` }
}

export const plural = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
