import { emptyList, placeOf, type RequestList } from './request-list.ts'
import { readRequestsJson } from './requests-json.ts'
import { readRequestsTable } from './requests-table.ts'

/** Reads everything that {@link readRequests} understands with more detail; descriptions may hold values of variables. */
export const jsonCommand = 'kubectl get deployments,statefulsets,daemonsets -A -o json'

/** Larger than the description of any cluster that one screen is for. */
export const maxListLength = 20_000_000

/** Reads a pasted list of requests: a table or JSON. Never throws; what cannot be read is in the result. */
export function readRequests(text: string): RequestList {
  if (text.length > maxListLength)
    return refuse('the text', '', 'is larger than 20 million characters: paste the table')
  const trimmed = text.trim()
  if (!/^[{[]/.test(trimmed)) return readRequestsTable(text)
  try {
    return readRequestsJson(JSON.parse(trimmed))
  } catch (error) {
    return refuse('the text', trimmed, `is no JSON: ${error instanceof Error ? error.message : error}`)
  }
}

function refuse(place: string, text: string, reason: string): RequestList {
  return { ...emptyList(), unread: [placeOf(place, text, reason)] }
}
