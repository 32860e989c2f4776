/**
 * Local storage as Golive uses it: small texts under our own prefix, each read back after it was written.
 *
 * Storage may be absent, blocked, or full. Then texts wait in memory, so that work goes on and can be saved as a file,
 * and whoever shows a screen is told. Nothing here clears storage or touches a key without the prefix.
 */

import { storagePrefix } from './storage-prefix.ts'

/** Where text is copied that cannot be read, so that the next write does not destroy it. */
const asidePrefix = 'aside:'

/** Why the last write did not reach the device. */
export type StorageTrouble = 'blocked' | 'full'

export interface TextStorage {
  /** The text under a key, from memory where it could not be stored. */
  read(key: string): string | undefined
  /** Stores a text; returns whether the device holds it now. What it does not hold waits in memory. */
  write(key: string, text: string): boolean
  /** Keeps a text in memory only. */
  hold(key: string, text: string): void
  /** The text that waits in memory for a key, whatever the device holds. */
  waiting(key: string): string | undefined
  /** Takes a text away for good; returns whether the device no longer holds it. */
  remove(key: string): boolean
  /**
   * Copies a text that cannot be read to a second key; returns whether the device holds the copy.
   *
   * @param text What to copy, where it is not the text under the key.
   */
  setAside(key: string, text?: string): boolean
  /** Keys with our prefix, without it, sorted. */
  keys(): string[]
  /** Keys whose text is in memory only. */
  unsavedKeys(): string[]
  /** Why texts wait, or why nothing can be read; undefined as soon as neither is so. */
  trouble(): StorageTrouble | undefined
  /** Calls back when another tab changed a key, with the text that it wrote: the device may hold a later one by now. */
  onChange(listener: (key: string, text: string | undefined) => void): void
}

/**
 * Joins a text that waited in memory with what another tab stored under its key meanwhile; undefined where the stored
 * text has to be left alone.
 */
export type MergeTexts = (key: string, stored: string, waiting: string) => string | undefined

/** A text that the device does not hold, and what the device held when it began to wait. */
interface Waiting {
  text: string
  before: string | undefined
}

/**
 * @param open Gives the storage; it throws where the browser blocks it, which is why it is not the storage itself.
 */
export function openTextStorage(open: () => Storage, mergeTexts: MergeTexts): TextStorage {
  const memory = new Map<string, Waiting>()
  let readTrouble: StorageTrouble | undefined
  let writeTrouble: StorageTrouble | undefined

  const readDevice = (key: string): string | undefined => {
    try {
      const text = open().getItem(storagePrefix + key) ?? undefined
      readTrouble = undefined
      return text
    } catch {
      readTrouble = 'blocked'
      return undefined
    }
  }

  const writeDevice = (key: string, text: string): boolean => {
    try {
      open().setItem(storagePrefix + key, text)
      writeTrouble = 'blocked'
      return readDevice(key) === text
    } catch (error) {
      writeTrouble = isQuotaError(error) ? 'full' : 'blocked'
      return false
    }
  }

  const listDevice = (): string[] => {
    try {
      return Object.keys(open()).filter((key) => key.startsWith(storagePrefix))
    } catch {
      readTrouble = 'blocked'
      return []
    }
  }

  const hold = (key: string, text: string) => {
    memory.set(key, { text, before: memory.has(key) ? memory.get(key)?.before : readDevice(key) })
  }

  /** What is to be stored of a waiting text: another tab may have written under its key since. */
  const resolve = (key: string, { text, before }: Waiting): string | undefined => {
    const stored = readDevice(key)
    return stored === undefined || stored === before || stored === text ? text : mergeTexts(key, stored, text)
  }

  const store = (key: string, text: string): boolean => {
    // The copy of what this write replaces comes first, or the device would lose it.
    const copies = [...memory].filter(([waiting]) => waiting.replace(/:\d+$/, '') === asidePrefix + key)
    const isHeld = copies.every(([copy, waiting]) => store(copy, waiting.text)) && writeDevice(key, text)
    if (isHeld) memory.delete(key)
    else hold(key, text)
    return isHeld
  }

  const read = (key: string) => {
    const waiting = memory.get(key)
    return (waiting && resolve(key, waiting)) ?? readDevice(key)
  }

  return {
    read,
    write: (key, text) => {
      const isHeld = store(key, text)
      // Room again: what waits is stored too, so that "saved" is true of everything.
      for (const [waitingKey, waiting] of isHeld ? [...memory] : []) {
        const resolved = memory.has(waitingKey) ? resolve(waitingKey, waiting) : undefined
        if (resolved !== undefined && !store(waitingKey, resolved)) break
      }
      return isHeld
    },
    hold,
    waiting: (key) => memory.get(key)?.text,
    remove: (key) => {
      memory.delete(key)
      try {
        open().removeItem(storagePrefix + key)
      } catch {
        return false
      }
      return readDevice(key) === undefined
    },
    setAside: (key, text = read(key)) => {
      if (text === undefined) return true
      // An earlier copy of the same key is somebody's text too: never write over it.
      let copy = asidePrefix + key
      for (let number = 2; ; number++) {
        const held = read(copy)
        if (held === undefined || (held === text && memory.has(copy))) return store(copy, text)
        if (held === text) return true
        copy = `${asidePrefix}${key}:${number}`
      }
    },
    keys: () => {
      const own = listDevice().map((key) => key.slice(storagePrefix.length))
      return [...new Set([...own, ...memory.keys()])].sort()
    },
    unsavedKeys: () => [...memory.keys()].sort(),
    trouble: () => (memory.size > 0 ? writeTrouble : readTrouble),
    onChange: (listener) => {
      addEventListener('storage', ({ key, newValue }) => {
        if (key?.startsWith(storagePrefix)) listener(key.slice(storagePrefix.length), newValue ?? undefined)
      })
    },
  }
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}
