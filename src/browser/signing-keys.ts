/**
 * The signing key of this browser: one key pair whose private half no script can read (signoff.md §5.1).
 *
 * The pair is in IndexedDB, which alone can hold it. What is public about it stands in local storage as well, so that a
 * browser that cleared the one and not the other can say whose key is gone.
 */
import { createStore, get, setMany } from 'idb-keyval'
import { formatPem } from '../core/signoff/public-key.ts'
import { createSigner, generateKeyPair } from '../core/signoff/signature.ts'
import type { KeyAlgorithm } from '../core/signoff/ssh-key.ts'
import { storage } from './environment.ts'
import { keepStorage } from './keep-storage.ts'

/** What anybody may know of a key. */
export interface KeyFacts {
  keyid: string
  algorithm: KeyAlgorithm
  /** PEM, which a trust file takes. */
  publicKey: string
  /** Who signs with it, as they call themselves. */
  name: string
  role: string
  createdAt: string
}

export interface SigningKey extends KeyFacts {
  pair: CryptoKeyPair
}

/** A key that this browser had; its fingerprint is needed to have it revoked. */
export interface FormerKey extends KeyFacts {
  endedAt: string
  end: 'replaced' | 'removed' | 'lost'
}

export interface SigningKeys {
  current: SigningKey | undefined
  /** The key that was here and is gone, though nobody removed it. */
  lost: KeyFacts | undefined
  former: FormerKey[]
}

/** Opened when it is first needed: a browser that blocks it throws then. */
let database: ReturnType<typeof createStore> | undefined
const openDatabase = () => (database ??= createStore('golive-keys', 'keys'))

const traceKey = 'signing-key'

/** @throws {unknown} Where the browser blocks IndexedDB. */
export async function readSigningKeys(): Promise<SigningKeys> {
  const current = await get<SigningKey>('current', openDatabase())
  const former = (await get<FormerKey[]>('former', openDatabase())) ?? []
  const trace = readTrace()
  const isLost = trace !== undefined && trace.keyid !== current?.keyid
  return { current, lost: isLost ? trace : undefined, former }
}

/** Makes the key of this browser; the one before is remembered as replaced. */
export async function makeSigningKey(
  algorithm: KeyAlgorithm,
  owner: Pick<KeyFacts, 'name' | 'role'>,
  now: Date,
): Promise<void> {
  const pair = await generateKeyPair(algorithm)
  const { publicKey } = await createSigner(pair)
  const createdAt = now.toISOString()
  const facts: KeyFacts = { keyid: publicKey.keyid, algorithm, publicKey: formatPem(publicKey), ...owner, createdAt }
  // Some browsers ask the person, who may answer later or never.
  keepStorage()
  await inTurn(async () => {
    await writeKeys({ ...facts, pair }, 'replaced', now)
    storage.write(traceKey, JSON.stringify(facts))
  })
}

/**
 * Takes the key away; nobody can ever sign with it again.
 *
 * @param keyid The key that the person saw; one that another tab made since stays. Undefined for a key that was lost.
 */
export async function removeSigningKey(keyid: string | undefined, now: Date): Promise<void> {
  await inTurn(async () => {
    const { current } = await readSigningKeys()
    if (current?.keyid !== keyid) return
    await writeKeys(undefined, 'removed', now)
    storage.remove(traceKey)
  })
}

/** One tab after the other, because each remembers the key that it replaces. */
function inTurn(change: () => Promise<void>): Promise<void> {
  return navigator.locks.request('golive:signing-key', change)
}

/** Whether this browser makes Ed25519 keys. */
export async function knowsEd25519(): Promise<boolean> {
  return generateKeyPair('ed25519').then(
    () => true,
    () => false,
  )
}

async function writeKeys(next: SigningKey | undefined, end: FormerKey['end'], now: Date): Promise<void> {
  const { current, lost, former } = await readSigningKeys()
  const endedAt = now.toISOString()
  const ended: FormerKey[] = [
    ...(lost ? [{ ...lost, endedAt, end: 'lost' as const }] : []),
    ...(current ? [{ ...factsOf(current), endedAt, end }] : []),
  ]
  const entries: [string, unknown][] = [
    ['former', [...ended, ...former]],
    ['current', next],
  ]
  await setMany(entries, openDatabase())
}

function factsOf({ pair: _, ...facts }: SigningKey): KeyFacts {
  return facts
}

function readTrace(): KeyFacts | undefined {
  try {
    const trace: unknown = JSON.parse(storage.read(traceKey) ?? 'null')
    return isFacts(trace) ? trace : undefined
  } catch {
    return undefined
  }
}

function isFacts(value: unknown): value is KeyFacts {
  const names = ['keyid', 'algorithm', 'publicKey', 'name', 'role', 'createdAt']
  const facts = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
  return names.every((name) => typeof facts.get(name) === 'string')
}
