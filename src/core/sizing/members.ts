import { isObject } from '../record.ts'

/** Members of what should be an object; none of anything else. */
export const members = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {})
