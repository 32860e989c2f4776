/** Everything that lies on the screen: what was given, and what came out. Nothing of it is stored. */
import type { Inspection, Verification } from '../../core/signoff/index.ts'
import { changeExpectation, type Expectation, emptyExpectation } from './expectation.ts'
import type { TrustSource } from './trust-source.ts'
import type { VerifyFile } from './verify-file.ts'

export interface HeldChecklist {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface Desk {
  /** Signed reports, and what was given besides and is of no use. */
  files: readonly VerifyFile[]
  trust?: TrustSource | undefined
  /** A checklist that was dropped. */
  checklist?: HeldChecklist | undefined
  expected: Expectation
  /** Of what stands here now; absent as soon as anything changes. */
  outcome?: Verification | undefined
}

export const emptyDesk: Desk = { files: [], expected: emptyExpectation }

/** Files that the procedure gets, refused ones among them: it says the same of them as the command line. */
export const listAttestations = ({ files }: Pick<Desk, 'files'>): VerifyFile[] =>
  files.filter(({ kind }) => kind === 'attestation')

/** What the first signed report that can be read says; anybody may have written it. */
export const inspectionOf = (desk: Pick<Desk, 'files'>): Inspection | undefined =>
  listAttestations(desk).find(({ inspection }) => inspection)?.inspection

/** Lays a file where it belongs. The same file again is no second one. */
export function placeFile(desk: Desk, file: VerifyFile): Desk {
  const { outcome: _, ...others } = desk
  if (file.kind === 'checklist') {
    const checklist = { name: file.name, bytes: file.bytes }
    return { ...others, checklist, expected: changeExpectation(desk.expected, { checklist: 'file' }) }
  }
  const isSame = (each: VerifyFile) => each.name === file.name && each.sha256 === file.sha256
  return { ...others, files: [...desk.files.filter((each) => !isSame(each)), file] }
}

/** Any change makes the outcome one of something else. */
export function changeDesk(desk: Desk, part: Partial<Desk>): Desk {
  return { ...desk, outcome: undefined, ...part }
}
