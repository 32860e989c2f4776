import { readVector, type VectorCase, vectorCases } from '../unit/core/signoff/vectors.ts'
import { expect, type Page } from './fixtures.ts'

/** A file as a person gives it. */
export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export const giveBytes = (name: string, bytes: Uint8Array | string): GivenFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

export const giveVector = (path: string, name: string): GivenFile => giveBytes(name, readVector(path))

/** The moment at which the vectors are judged, as the field takes it. */
export const judgedAt = '2026-11-21T12:00:00Z'
export const trustFile = giveVector('trust/trust.trust', 'golive-trust.json')
export const checklistFile = giveVector('checklist.published', 'checklist.json')
export const imageDigest = 'sha256:6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d'
export const commitDigest = 'gitCommit:9505cacb7c710ed17125fcc6cb3669e8ddca6c8c'

export function findVector(name: string): VectorCase {
  const vector = vectorCases.find((each) => each.name === name)
  if (!vector) throw new RangeError(`There is no vector "${name}"`)
  return vector
}

/** The bytes of a vector's files, under names that people would see. */
export function giveCase({ files, size = 0 }: VectorCase): GivenFile[] {
  return files.map((path, index) => {
    const bytes = readVector(path)
    const padded = Buffer.alloc(Math.max(size, bytes.length), 0x20)
    padded.set(bytes)
    return giveBytes(`payments-2.4.0.${index + 1}.dsse.json`, padded)
  })
}

export async function openVerify(page: Page): Promise<void> {
  await page.goto('/verify/')
  await expect(page.getByRole('button', { name: 'Verify', exact: true })).toBeVisible()
}

export async function giveFiles(page: Page, ...files: GivenFile[]): Promise<void> {
  await page.getByLabel('Choose files, or drop them').setInputFiles(files)
  for (const { name } of files) await expect(page.getByRole('button', { name: `Remove ${name}` })).toBeVisible()
}

/** Fills in what the good vectors are about, by typing it. */
export async function fillExpected(page: Page, subject = imageDigest): Promise<void> {
  await page.getByLabel('Rollout id').fill('payments-2.4.0')
  await page.getByLabel('Environment').fill('production')
  await page.getByLabel('Digest', { exact: true }).fill(subject)
  await page.getByText('Stricter, or at another moment').click()
  await page.getByLabel('Judged as of').fill(judgedAt)
}

export const verify = (page: Page) => page.getByRole('button', { name: 'Verify', exact: true }).click()

/** The stamp with everything that belongs to it. */
export const resultOf = (page: Page) => page.getByRole('region', { name: 'Result' })
