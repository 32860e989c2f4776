import { readFileSync } from 'node:fs'
import { expect, test, waitForCopy } from './offline-fixtures.ts'
import { freeze, image, makeKey, openSignoff, rollout, save, seedRollout, sign } from './sign-off-fixtures.ts'
import { giveBytes, giveFiles, openVerify, resultOf, verify } from './verify-desk.ts'

test('without server and network a report is frozen, signed and verified', async ({ context, page, site }) => {
  test.setTimeout(180_000)
  const at = new Date(Date.now() - 3_600_000).toISOString()
  await seedRollout(context, { fields: { people: { at, value: [{ name: 'Alice', role: 'sre' }] } } })
  await page.goto('')
  await waitForCopy(page)
  await context.setOffline(true)
  await site.stop()

  await openSignoff(page)
  await freeze(page)
  await makeKey(page, 'alice@example.com', 'sre')
  await sign(page)
  const envelope = await save(page, 'Save DSSE envelope')
  const entry = await save(page, 'Save trust-file entry')

  const trust = { version: 1, signers: [JSON.parse(entry.text)], policy: { require: [{ role: 'sre', count: 1 }] } }
  await openVerify(page)
  await giveFiles(
    page,
    giveBytes(envelope.name, envelope.text),
    giveBytes('golive-trust.json', JSON.stringify(trust)),
    giveBytes('checklist.json', readFileSync('dist/azimuth/checklist.json')),
  )
  await page.getByLabel('Rollout id').fill(rollout)
  await page.getByLabel('Environment').fill('production')
  await page.getByLabel('Digest', { exact: true }).fill(`sha256:${image}`)
  await verify(page)
  await expect(resultOf(page)).toContainText('Accepted')
})
