/** Where a page stands without network, and the words for it. */
import type { FillFault } from './messages.ts'

export interface Progress {
  doneBytes: number
  totalBytes: number
}

export interface Standing {
  isOnline: boolean
  /** `asked`: the browser is to save data, so the person decides. */
  copy: 'none' | 'asked' | 'filling' | 'whole' | FillFault
  /** A build beside the one that is shown; `taken`: another tab took it into use, and this page is of the one before. */
  update: 'none' | 'asked' | 'filling' | 'waiting' | 'taken' | FillFault
  /** The person was told of the update and goes on without. */
  isLater: boolean
  /** Size of the copy that is here or will be. */
  bytes: number
  progress: Progress
  /** When the copy was whole, RFC 3339. */
  storedAt: string | undefined
}

/** What a person can do about it. */
export type Deed = 'fill' | 'want-update' | 'use' | 'reload'

export interface SignText {
  text: string
  action?: { label: string; deed: Deed }
  /** Shown as a bar and figures beside the text, which stays: it is read out when it changes. */
  progress?: Progress
  /** Something that was not known before and can be answered. */
  isNews?: boolean
}

export const firstStanding: Standing = {
  isOnline: true,
  copy: 'none',
  update: 'none',
  isLater: false,
  bytes: 0,
  progress: { doneBytes: 0, totalBytes: 0 },
  storedAt: undefined,
}

export function describeStanding(standing: Standing): SignText {
  const sign = describeUpdate(standing) ?? describeCopy(standing)
  return standing.isOnline || sign.text === '' ? sign : { ...sign, text: `Offline. ${sign.text}` }
}

function describeUpdate(standing: Standing): SignText | undefined {
  const { copy, update, isLater } = standing
  if (update === 'taken') return { text: 'This tab still shows the version before.', action: reload, isNews: !isLater }
  if (update === 'waiting') return { text: 'A new version is here.', action: use, isNews: !isLater }
  if (update === 'none' || copy !== 'whole') return undefined
  const available = describeCopy({ ...standing, isOnline: true }).text
  switch (update) {
    case 'filling':
      return { text: `${available}. A newer version is on its way.`, progress: standing.progress }
    case 'asked':
      return { text: `${available}, older than the site.`, action: wantUpdate }
    case 'room':
      return { text: `${available}, older than the site: this browser has no room for the newer version.` }
    case 'files':
      return {
        text: `${available}, older than the site: the newer version did not come whole. It is tried again with the next page.`,
      }
  }
}

function describeCopy(standing: Standing): SignText {
  const { isOnline, copy, bytes, storedAt } = standing
  switch (copy) {
    case 'none':
      return { text: isOnline ? '' : 'This page stays; others are not kept in this browser.' }
    case 'asked':
      return { text: '', action: { label: `Keep for offline use, up to ${formatSize(bytes)}`, deed: 'fill' } }
    case 'filling':
      return { text: 'Being kept for offline use.', progress: standing.progress }
    case 'whole':
      return {
        text: isOnline
          ? `Available offline, ${formatSize(bytes)}`
          : `Everything works from the copy${since(storedAt)}.`,
      }
    case 'room':
      return { text: 'Not available offline: this browser has no room.', action: tryAgain }
    case 'files':
      return { text: 'Not available offline yet: not all of it came.', action: tryAgain }
  }
}

const use = { label: 'Reload to use it', deed: 'use' } as const
const reload = { label: 'Reload', deed: 'reload' } as const
const tryAgain = { label: 'Try again', deed: 'fill' } as const
const wantUpdate = { label: 'Load the newer version', deed: 'want-update' } as const

function since(storedAt: string | undefined): string {
  return storedAt === undefined ? '' : ` of ${storedAt.slice(0, 10)}`
}

/** Size in MB of 1,000,000 bytes: `7.5 MB`. */
export function formatSize(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
