/**
 * Quantities as Kubernetes writes them: `100m`, `1.5`, `512Mi`, `2k`, `1e3`.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */

/** Powers of ten of the decimal suffixes, beginning at a billionth, the finest step there is. */
const decimalPowers = new Map([
  ['n', 0n],
  ['u', 3n],
  ['m', 6n],
  ['', 9n],
  ['k', 12n],
  ['M', 15n],
  ['G', 18n],
  ['T', 21n],
  ['P', 24n],
  ['E', 27n],
])
const binaryPowers = new Map([
  ['Ki', 10n],
  ['Mi', 20n],
  ['Gi', 30n],
  ['Ti', 40n],
  ['Pi', 50n],
  ['Ei', 60n],
])
const billion = 1_000_000_000n

const form = /^\+?(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2})|(n|u|m|k|M|G|T|P|E|[KMGTPE]i)?)$/

/** Longest text that is read as a number; Kubernetes keeps 18 digits. */
const maxLength = 40

/**
 * A quantity in billionths of its unit, exactly; what is finer is rounded up, as Kubernetes does.
 *
 * @returns Undefined where the text is no quantity, or a negative one, which nothing requests.
 */
export function parseQuantity(text: string): bigint | undefined {
  const match = text.length <= maxLength ? form.exec(text) : null
  if (!match) return undefined
  const [, whole = '', fraction = '', exponent, suffix = ''] = match
  if (whole + fraction === '') return undefined
  const digits = BigInt(whole + fraction)
  const shift = BigInt(exponent ?? 0) - BigInt(fraction.length)
  const binary = binaryPowers.get(suffix)
  const power = (binary === undefined ? (decimalPowers.get(suffix) ?? 9n) : 9n) + shift
  const scaled = binary === undefined ? digits : digits << binary
  return power >= 0n ? scaled * 10n ** power : divideUp(scaled, 10n ** -power)
}

const divideUp = (value: bigint, by: bigint) => (value + by - 1n) / by

/** Cores of a CPU quantity. */
export const toCores = (billionths: bigint) => Number(billionths) / Number(billion)

/** GiB of a quantity of bytes. */
export const toGibibytes = (billionths: bigint) => Number(billionths) / Number(billion) / 2 ** 30
