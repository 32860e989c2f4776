import { join } from 'node:path'
import { type Checklist, describeRollout, isObject, sha256Hex } from '../core/index.ts'
import { parseJson } from '../core/json.ts'
import { parseGoliveFile, type RolloutContents } from '../core/rollout-file.ts'
import { decodeText, FileError, readAnyBytes, readBytes } from './files.ts'
import type { Io } from './io.ts'

/**
 * Reads a file of one rollout; its name may be anything, because Git hands over files with names of its own.
 *
 * @throws {FileError} Listing everything that is wrong with it.
 */
export async function readRollout(io: Io, path: string): Promise<RolloutContents> {
  return parseRolloutBytes(await readBytes(io, path), path)
}

/** @throws {FileError} */
export function parseRolloutBytes(bytes: Uint8Array, path: string): RolloutContents {
  const refusal = `Cannot read "${path}"`
  return parseRollout(decodeText(bytes, refusal), refusal)
}

/** Like {@link readRollout}, but nothing of an empty file: it is how Git says that there was no common version. */
export async function readBase(io: Io, path: string): Promise<RolloutContents | undefined> {
  const bytes = await readAnyBytes(io, path)
  return decodeText(bytes, `Cannot read "${path}"`).trim() === '' ? undefined : parseRolloutBytes(bytes, path)
}

export const platformOf = ({ id, rollout }: RolloutContents) => describeRollout(id, rollout).platform

export interface PublishedChecklist {
  checklist: Checklist
  /** Digest of the file's bytes, lower-case hexadecimal. */
  sha256: string
}

/** Where the build puts the checklist of a platform: beside the tool. */
export const checklistPath = (io: Io, platform: string) => join(io.toolFolder, platform, 'checklist.json')

/**
 * Reads the checklist that rollouts of a platform are judged by.
 *
 * @throws {FileError} When there is none, or it is of another platform.
 */
export async function readChecklist(io: Io, platform: string, path: string): Promise<PublishedChecklist> {
  const refusal = `Cannot read the checklist "${path}"`
  const bytes = await readBytes(io, path, refusal)
  const parsed = parseJson(decodeText(bytes, refusal), { maxLength: 16_000_000, maxDepth: 64 })
  if (parsed.kind === 'refused') throw new FileError(refusal, parsed.faults)
  const { value } = parsed
  if (!isChecklist(value)) throw new FileError(refusal, 'is no checklist of format 1')
  if (value.platform !== platform) {
    throw new FileError(refusal, `is of the platform "${value.platform}", and the rollout of "${platform}"`)
  }
  return { checklist: value, sha256: await sha256Hex(bytes) }
}

function parseRollout(text: string, refusal: string): RolloutContents {
  // No line of JSON begins so: line feeds inside of its strings are escaped.
  if (/^<{7} /m.test(text)) {
    throw new FileError(refusal, 'it holds conflict markers of Git: merge its two versions with "golive merge"')
  }
  const parsed = parseGoliveFile(text)
  if (parsed.kind === 'refused') throw new FileError(refusal, parsed.faults)
  const [rollout] = parsed.rollouts
  if (!rollout || parsed.rollouts.length > 1 || Object.keys(parsed.others).length > 0) {
    const count = `is a backup of a browser, rollouts in it: ${parsed.rollouts.length}`
    throw new FileError(refusal, `${count}. Open it in a browser and save the one you mean`)
  }
  return rollout
}

/** As much as is read here; what a build has published needs no more. */
function isChecklist(value: unknown): value is Checklist {
  const isList = (list: unknown, ...names: string[]): list is Record<string, unknown>[] =>
    Array.isArray(list) && list.every((entry) => isObject(entry) && hasTexts(entry, names))
  return (
    isObject(value) &&
    value['format'] === 1 &&
    hasTexts(value, ['platform', 'title', 'version']) &&
    isList(value['sections'], 'id', 'title') &&
    value['sections'].every(({ items }) => isList(items, 'id', 'title', 'level', 'url', 'digest')) &&
    isList(value['traits'], 'id') &&
    isList(value['retired'], 'id', 'since')
  )
}

function hasTexts(value: Record<string, unknown>, names: readonly string[]): boolean {
  return names.every((name) => typeof value[name] === 'string')
}
