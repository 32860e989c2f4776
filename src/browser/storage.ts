/**
 * Local storage as Golive uses it: small texts under our own prefix, each read back after it was written.
 *
 * Storage may be absent, blocked, or full. Then texts are held in memory, so that work goes on and can be saved as a
 * file, and whoever shows a screen is told. Nothing here clears storage or touches a key without the prefix.
 */

/** Prefix of every key; other programs may live on the same origin. */
export const storagePrefix = 'golive:'

/** Where text is copied that cannot be read, so that the next write does not destroy it. */
const asidePrefix = 'aside:'

/** Why the last write did not reach the device. */
export type StorageTrouble = 'blocked' | 'full'

export interface TextStorage {
  /** The text under a key, from memory where it could not be stored. */
  read(key: string): string | undefined
  /** Stores a text; returns whether the device holds it now. What it does not hold stays in memory. */
  write(key: string, text: string): boolean
  /** Keeps a text in memory only. */
  hold(key: string, text: string): void
  /** Copies a text that cannot be read to a second key; returns whether the device holds the copy. */
  setAside(key: string): boolean
  /** Keys with our prefix, without it, sorted. */
  keys(): string[]
  /** Keys whose text is in memory only. */
  unsavedKeys(): string[]
  /** Why writing failed last, until a write succeeds again. */
  trouble(): StorageTrouble | undefined
  /** Calls back when another tab changed a key. */
  onChange(listener: (key: string) => void): void
}

/**
 * @param open Gives the storage; it throws where the browser blocks it, which is why it is not the storage itself.
 */
export function openTextStorage(open: () => Storage): TextStorage {
  const memory = new Map<string, string>()
  let trouble: StorageTrouble | undefined

  const attempt = <T>(action: (storage: Storage) => T): T | undefined => {
    try {
      return action(open())
    } catch (error) {
      trouble = isQuotaError(error) ? 'full' : 'blocked'
      return undefined
    }
  }

  const store = (key: string, text: string): boolean => {
    const held = attempt((storage) => {
      storage.setItem(storagePrefix + key, text)
      return storage.getItem(storagePrefix + key) === text
    })
    if (!held) {
      memory.set(key, text)
      trouble ??= 'blocked'
      return false
    }
    memory.delete(key)
    return true
  }

  const write = (key: string, text: string): boolean => {
    const held = store(key, text)
    // Room again: what waited in memory goes first, so that "saved" is true of everything.
    if (held && [...memory].every(([waiting, waitingText]) => store(waiting, waitingText))) trouble = undefined
    return held
  }

  const read = (key: string) =>
    memory.get(key) ?? attempt((storage) => storage.getItem(storagePrefix + key) ?? undefined)

  return {
    read,
    write,
    hold: (key, text) => void memory.set(key, text),
    setAside: (key) => {
      const text = read(key)
      if (text === undefined) return true
      // An earlier copy of the same key is somebody's text too: never write over it.
      let copy = asidePrefix + key
      for (let number = 2; ; number++) {
        const held = read(copy)
        if (held === text) return true
        if (held === undefined) return write(copy, text)
        copy = `${asidePrefix}${key}:${number}`
      }
    },
    keys: () => {
      const stored = attempt((storage) => Object.keys(storage)) ?? []
      const own = stored.filter((key) => key.startsWith(storagePrefix)).map((key) => key.slice(storagePrefix.length))
      return [...new Set([...own, ...memory.keys()])].sort()
    },
    unsavedKeys: () => [...memory.keys()].sort(),
    trouble: () => trouble,
    onChange: (listener) => {
      addEventListener('storage', ({ key }) => {
        if (key?.startsWith(storagePrefix)) listener(key.slice(storagePrefix.length))
      })
    },
  }
}

/** Whether a key holds a text that was moved aside. */
export function isSetAside(key: string): boolean {
  return key.startsWith(asidePrefix)
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError'
}
