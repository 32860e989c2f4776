/** Amounts as people type and read them: plain numbers, or quantities of Kubernetes. */
import { parseQuantity, toCores, toGibibytes } from '../../core/sizing/index.ts'

const plain = /^(\d+\.?\d*|\.\d+)$/

/** Cores of `1.5` or `1500m`; undefined where it is neither. */
export function readCores(text: string): number | undefined {
  return readPlain(text) ?? convert(text, toCores)
}

/** GiB of `1.5`, which people mean as GiB, or of a quantity with a unit, `1536Mi`. */
export function readGibibytes(text: string): number | undefined {
  return readPlain(text) ?? convert(text, toGibibytes)
}

export function readPlain(text: string): number | undefined {
  return plain.test(text.trim()) ? Number(text) : undefined
}

function convert(text: string, to: (billionths: bigint) => number): number | undefined {
  const quantity = parseQuantity(text.trim())
  return quantity === undefined ? undefined : to(quantity)
}

const digits = new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 15 })

/** The text of a field; empty for nothing. */
export const formatNumber = (value: number | undefined) => (value === undefined ? '' : digits.format(value))

/** The shortest text of a field that is read as exactly this many GiB, where there is one. */
export function formatMemory(gibibytes: number): string {
  if (Number.isInteger(gibibytes * 1000)) return formatNumber(gibibytes)
  const smaller = (['Mi', 'Ki', ''] as const).map((unit, index) => ({ unit, value: gibibytes * 1024 ** (index + 1) }))
  const whole = smaller.find(({ unit, value }) => unit !== '' && Number.isInteger(value))
  return whole ? formatNumber(whole.value) + whole.unit : formatNumber(gibibytes)
}

const rounded = new Intl.NumberFormat('en', { maximumFractionDigits: 2 })
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** For reading: two digits after the point. */
export const showAmount = (value: number) => rounded.format(value)

/** "16.7 %". */
export const showShare = (share: number) => `${oneDigit.format(share * 100)} %`
