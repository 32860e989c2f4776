import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { listBuiltItems, rowOf, test } from './fixtures.ts'
import {
  bringFiles,
  expect,
  freeze,
  freezeFirst,
  hasProgram,
  image,
  makeKey,
  openSignoff,
  rollout,
  save,
  seedRollout,
  shell,
  sign,
  signByTwo,
  signFirst,
  signoffOf,
  verify,
} from './sign-off-fixtures.ts'
import { giveBytes, giveFiles, openVerify, resultOf, verify as verifyOnScreen } from './verify-desk.ts'

// Two browsers, two keys and a whole checklist take their time on a busy machine.
test.setTimeout(180_000)

const openssl = hasProgram('openssl') && hasProgram('jq')

test('two people on two machines sign the same report, and independent tools agree', async ({
  browser,
  context,
  page,
}, testInfo) => {
  await seedRollout(context)
  const { folder, envelope, trust, pems } = await signByTwo(browser, page, testInfo)

  await test.step('golive verify accepts it', () => {
    expect(verify(envelope, trust)).toBe(0)
  })
  await test.step('and refuses it without a signature, for another commit, and without a trust file', () => {
    const { signatures, ...rest } = JSON.parse(readFileSync(envelope, 'utf8'))
    expect(signatures).toHaveLength(2)
    const stripped = `${folder}/stripped.dsse.json`
    writeFileSync(stripped, JSON.stringify({ ...rest, signatures: signatures.slice(1) }))
    expect(verify(stripped, trust)).toBe(1)
    expect(verify(envelope, trust, `gitCommit:${'c'.repeat(40)}`)).toBe(1)
    expect(verify(envelope, undefined)).toBe(2)
  })
  await test.step('the screen for verifying says the same', async () => {
    const checklist = 'dist/azimuth/checklist.json'
    const files = [envelope, trust, checklist].map((path) => giveBytes(basename(path), readFileSync(path)))
    await openVerify(page)
    await giveFiles(page, ...files)
    await page.getByLabel('Rollout id').fill(rollout)
    await page.getByLabel('Environment').fill('production')
    await page.getByLabel('Digest', { exact: true }).fill(`sha256:${image}`)
    await verifyOnScreen(page)
    await expect(resultOf(page)).toContainText('Accepted')
    await expect(resultOf(page).getByRole('listitem').filter({ hasText: 'bob@example.com' })).toContainText('security')
  })
  await test.step('openssl verifies both signatures over the same bytes', () => {
    test.skip(!openssl, 'openssl and jq are not on this machine')
    const prepare = [
      `jq -r .payload ${rollout}.dsse.json | base64 -d > payload.json`,
      `{ printf 'DSSEv1 28 application/vnd.in-toto+json %d ' "$(wc -c < payload.json)"; cat payload.json; } > pae.bin`,
    ]
    const checks = [0, 1].flatMap((index) => [
      `jq -r '.signatures[${index}].sig' ${rollout}.dsse.json | base64 -d > sig.bin`,
      `for key in ${pems.map((path) => `"${path}"`).join(' ')}; do`,
      '  openssl dgst -sha256 -verify "$key" -signature sig.bin pae.bin || true',
      'done',
    ])
    expect(shell(folder, ...prepare, ...checks).match(/Verified OK/g)).toHaveLength(2)
  })
})

test('cosign verifies the signature of each signer', async ({ browser, context, page }, testInfo) => {
  test.skip(!hasProgram('cosign'), 'cosign is not on this machine')
  await seedRollout(context)
  const { folder, pems, bundles } = await signByTwo(browser, page, testInfo)
  const check = 'cosign verify-blob-attestation --insecure-ignore-tlog=true'
  const about = '--type https://golive.example/attestation/readiness/v1'
  // The record is one of the subjects, so that its digest need not be known.
  const record = `--signature ${rollout}.dsse.json ${rollout}.golive.json`
  shell(folder, ...pems.map((pem) => `${check} --key "${pem}" ${about} ${record}`))
  // Versions before 3 ask the network where they are given a bundle.
  if (!/v[3-9]\./.test(shell(folder, 'cosign version'))) return
  const digest = `--digest ${image} --digestAlg sha256`
  shell(folder, ...pems.map((pem, index) => `${check} --key "${pem}" ${about} ${digest} --bundle "${bundles[index]}"`))
})

test('a frozen report keeps its bytes and its signature; what changes afterwards is told item by item', async ({
  context,
  page,
}) => {
  await signFirst(context, page)
  const before = await save(page, 'Save DSSE envelope')

  await page.goto('/azimuth/repository/')
  await rowOf(page, 'protect-main').getByRole('checkbox').uncheck()
  await expect(rowOf(page, 'protect-main').getByText(/^saved \d/)).toBeVisible()
  await page.goto('/report/')
  const changed = page.getByRole('region', { name: 'Changed since it was frozen' })
  await expect(changed.getByRole('listitem')).toHaveText([/protect-main.*status: done, now open/])
  expect((await save(page, 'Save DSSE envelope')).text).toBe(before.text)

  await changed.getByRole('button', { name: 'Freeze a new report' }).click()
  await page.getByLabel('This is a no-go report').check()
  await page.getByRole('button', { name: 'Freeze as a no-go report' }).click()
  await expect(page.getByText('Nobody yet.')).toBeVisible()
  await expect(changed).toBeHidden()
  await page.getByRole('button', { name: /^Show payments/ }).click()
  await expect(page.getByText('You have signed this report')).toBeVisible()
  expect((await save(page, 'Save DSSE envelope')).text).toBe(before.text)
})

test('the exported record is the file that the statement names by its digest', async ({ context, page }, testInfo) => {
  await freezeFirst(context, page)
  const [record, statement] = [await save(page, 'Save record of the rollout'), await save(page, 'Save Statement')]
  expect([record.name, statement.name]).toEqual([`${rollout}.golive.json`, `${rollout}.statement.json`])
  const { subject } = JSON.parse(statement.text)
  writeFileSync(testInfo.outputPath(record.name), record.text)
  const digest = await page.evaluate(async (text) => {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }, record.text)
  expect(subject.at(-1)).toEqual({ name: record.name, digest: { sha256: digest } })
})

test('files that sign other bytes, and files that are broken, are refused and change nothing', async ({
  browser,
  context,
  page,
}) => {
  await signFirst(context, page)
  const mine = await save(page, 'Save DSSE envelope')

  const other = await browser.newPage({ baseURL: new URL(page.url()).origin })
  await seedRollout(other.context(), { fields: { service: { at: '2026-11-20T10:00:00.000Z', value: 'else' } } })
  await openSignoff(other)
  await freeze(other)
  await makeKey(other, 'bob@example.com', 'security')
  await sign(other)
  const theirs = await save(other, 'Save DSSE envelope')
  await other.context().close()

  await bringFiles(page, theirs)
  await expect(page.getByText('signs other bytes, nothing was changed')).toBeVisible()
  expect((await save(page, 'Save DSSE envelope')).text).toBe(mine.text)
  const cut = { name: 'cut.dsse.json', text: mine.text.slice(0, 400) }
  await bringFiles(page, cut, { name: 'rollout.json', text: '{"kind":"golive-rollout"}' })
  await expect(page.getByText('cut.dsse.json was refused, nothing was changed.')).toBeVisible()
  await expect(page.getByText('import it under Rollouts')).toBeVisible()
  expect((await save(page, 'Save DSSE envelope')).text).toBe(mine.text)

  await bringFiles(page, theirs)
  await page.getByRole('button', { name: 'Open it as a report of its own' }).click()
  await expect(page.getByText('Opened from a file; frozen')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Show payments/ })).toBeVisible()
})

test('a key that the browser lost is told before anybody signs, with the way forward', async ({ context, page }) => {
  await freezeFirst(context, page)
  await makeKey(page, 'alice@example.com', 'sre')
  const fingerprint = await page.locator('.fingerprint').first().textContent()
  await page.goto('/azimuth/')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('golive-keys')
        request.onsuccess = () => resolve()
        request.onerror = () => reject(request.error)
      }),
  )
  await page.goto('/report/')
  const alert = page.getByRole('alert').filter({ hasText: 'The key of this browser is gone.' })
  await expect(alert).toContainText('alice@example.com')
  await expect(alert.locator('.fingerprint')).toHaveText(fingerprint ?? '')
  await expect(page.getByRole('form', { name: 'Sign the report' })).toBeHidden()
  await makeKey(page, 'alice@example.com', 'sre')
  await expect(alert).toBeHidden()
  await page.getByText('Earlier keys of this browser').click()
  await expect(page.getByRole('listitem').filter({ hasText: ', lost ' }).locator('.fingerprint')).toHaveText(
    fingerprint ?? '',
  )
  await sign(page)
})

test('a replaced key stays listed, and what it signed stays signed', async ({ context, page }) => {
  await signFirst(context, page)
  const before = await save(page, 'Save as OpenSSH line')
  expect(before).toMatchObject({
    name: 'alice-example.com.pub',
    text: expect.stringMatching(/^ecdsa-sha2-nistp256 \S+ alice@example\.com\n$/),
  })
  await page.getByRole('button', { name: 'Replace the key' }).click()
  await page.getByLabel('Kind of key').selectOption('ed25519')
  await page.getByRole('button', { name: 'Make the new key' }).click()
  await expect(page.getByText('Earlier keys of this browser')).toBeVisible()
  expect((await save(page, 'Save as OpenSSH line')).text).toMatch(/^ssh-ed25519 /)
  await expect(page.getByText('alice@example.com, sre, in this browser')).toBeVisible()
  await sign(page)
  await expect(page.locator('.signers').getByText('Signed', { exact: true })).toHaveCount(2)

  await page.getByRole('button', { name: 'Remove the key' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: 'Make my key' })).toBeVisible()
  await page.getByText('Earlier keys of this browser').click()
  await expect(page.getByRole('listitem').filter({ hasText: /, (replaced|removed) \d/ })).toHaveCount(2)
  await expect(page.locator('.signers').getByText('Signed', { exact: true })).toHaveCount(2)
})

test('a report with an open must is frozen and signed as a no-go report only', async ({ context, page }) => {
  await seedRollout(context, { open: ['protect-main'] })
  await openSignoff(page)
  await page.getByRole('button', { name: 'Freeze as a no-go report' }).click()
  await expect(page.getByText('say that this is a no-go report.')).toBeVisible()
  await page.getByLabel('This is a no-go report').check()
  await page.getByLabel('What signers agree to').fill('I agree that it may go.')
  await page.getByRole('button', { name: 'Freeze as a no-go report' }).click()
  await expect(page.getByText('has the word “no-go” in it')).toBeVisible()
  await page.getByLabel('What signers agree to').fill('No-go: it may not go.')
  await page.getByRole('button', { name: 'Freeze as a no-go report' }).click()
  await makeKey(page, 'alice@example.com', 'sre')
  await page.getByLabel(/^I have read the report above/).check()
  await page.getByRole('button', { name: 'Sign the no-go report' }).click()
  await expect(page.getByText('A must is open: say that you sign a no-go report')).toBeVisible()
  await page.getByLabel(/^I state that this is a no-go report/).check()
  await page.getByRole('button', { name: 'Sign the no-go report' }).click()
  await expect(page.getByText('You have signed this report')).toBeVisible()
  const { text } = await save(page, 'Save Statement')
  expect(JSON.parse(text).predicate).toMatchObject({ result: 'FAILED', affirmation: 'No-go: it may not go.' })
})

test('secrets are shown before a freeze, and are masked in everything that leaves', async ({ context, page }) => {
  const token = `ghp_${'0123456789abcdefghijABCDEFGHIJ012345'}`
  await seedRollout(context, { note: `cloned with https://bot:${token}@git.example.com/x` })
  await openSignoff(page)
  await page.getByRole('button', { name: 'Freeze the report' }).click()
  const item = listBuiltItems()[0]?.id ?? ''
  await expect(signoffOf(page)).toContainText(item)
  await expect(signoffOf(page)).not.toContainText(token)
  await page.getByRole('button', { name: /mask/i }).first().click()
  await expect(page.getByText('with secrets masked')).toBeVisible()
  for (const button of ['Save Statement', 'Save record of the rollout']) {
    expect((await save(page, button)).text).not.toContain(token)
  }
  await expect(page.getByRole('region', { name: 'Changed since it was frozen' })).toBeHidden()
})

test('secrets are shown before a report that was not frozen is saved', async ({ context, page }) => {
  const token = `ghp_${'0123456789abcdefghijABCDEFGHIJ012345'}`
  await seedRollout(context, { note: `the token is ${token}` })
  await page.goto('/report/')
  for (const button of ['Save as Markdown', 'Save as JSON']) {
    await page.getByRole('button', { name: button }).click()
    await expect(page.getByRole('dialog')).toContainText('GitHub token')
    expect((await save(page, 'Mask and go on')).text).not.toContain(token)
    await page.getByRole('button', { name: button }).click()
    expect((await save(page, 'Leave as they are')).text).toContain(token)
  }
})

test('the lines for signing outside work as they are shown, and the signature comes in with its key', async ({
  context,
  page,
}, testInfo) => {
  test.skip(!openssl, 'openssl is not on this machine')
  await freezeFirst(context, page)
  const statement = await save(page, 'Save Statement')
  await page.getByText('Sign outside of the browser', { exact: true }).click()
  const lines = await page.locator('.signoff-lines').allTextContents()
  expect(lines[0]).toContain('cosign attest-blob --key cosign.key --statement payments-2.4.0.statement.json')
  const folder = testInfo.outputPath()
  writeFileSync(`${folder}/${statement.name}`, statement.text)
  shell(folder, 'openssl ecparam -name prime256v1 -genkey -noout -out key.pem', lines[1] ?? '')
  const fileOf = (name: string) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') })
  await bringFiles(page, fileOf(`${rollout}.sig`), fileOf('key.pub.pem'))
  await expect(page.getByText('1 signature added')).toBeVisible()
  await expect(page.getByText('key.pub (claimed)')).toBeVisible()

  shell(
    folder,
    'openssl genpkey -algorithm ed25519 -out key.pem',
    lines[2] ?? '',
    'openssl pkey -in key.pem -pubout -out ed.pem',
  )
  await bringFiles(page, fileOf(`${rollout}.sig`), fileOf('ed.pem'))
  await expect(page.getByText('ed (claimed)')).toBeVisible()
  const { signatures } = JSON.parse((await save(page, 'Save DSSE envelope')).text)
  expect(signatures).toHaveLength(2)
})

test('an exported HTML file opens elsewhere, with its signatures', async ({ browser, context, page }) => {
  await signFirst(context, page)
  const html = await save(page, 'Save HTML file')
  const other = await browser.newPage({ baseURL: new URL(page.url()).origin })
  await openSignoff(other)
  await bringFiles(other, html)
  await expect(other.getByText('Not checked', { exact: true })).toBeVisible()
  await bringFiles(other, await save(page, 'Save as OpenSSH line'))
  await expect(other.getByText('checked the signature of alice@example.com')).toBeVisible()
  await other.context().close()
})

test('a rollout without an environment is told so, with the way to its details', async ({ context, page }) => {
  await seedRollout(context, { fields: { environment: { at: '2026-11-20T10:00:00.000Z', value: '' } } })
  await openSignoff(page)
  await page.getByRole('link', { name: 'Go to the details of the rollout' }).click()
  await page.getByRole('button', { name: 'Edit details' }).click()
  await page.getByRole('textbox', { name: 'Environment' }).fill('production')
  await page.getByRole('button', { name: 'Save details' }).click()
  await freeze(page)
})

test('where IndexedDB is blocked, nothing is lost and signing outside is offered', async ({ context, page }) => {
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
  })
  await freezeFirst(context, page)
  await expect(page.getByText('This browser did not store it')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'does not let the page keep a key' })).toBeVisible()
  expect((await save(page, 'Save Statement')).text).toContain('"_type"')
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('button', { name: 'Freeze the report' })).toBeVisible()
})

test('another tab sees a freeze and a signature at once', async ({ context, page }) => {
  await seedRollout(context)
  await openSignoff(page)
  const other = await context.newPage()
  await openSignoff(other)
  await freeze(page)
  await expect(other.getByText(/^Frozen at /)).toBeVisible()
  await makeKey(other, 'alice@example.com', 'sre')
  await sign(other)
  await expect(page.getByText('You have signed this report')).toBeVisible()
})

test('printing prints the report and none of the tools', async ({ context, page }) => {
  await freezeFirst(context, page)
  await page.emulateMedia({ media: 'print' })
  await expect(signoffOf(page)).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Blockers' })).toBeVisible()
})

test('a plain report loads nothing of the sign-off', async ({ context, page }) => {
  await seedRollout(context)
  const names: string[] = []
  page.on('request', (request) => names.push(request.url()))
  await page.goto('/report/')
  await expect(page.getByRole('button', { name: 'Freeze or sign' })).toBeVisible()
  expect(names.filter((name) => /signoff|SignoffPanel|frozen/i.test(name))).toEqual([])
  await page.getByRole('button', { name: 'Freeze or sign' }).click()
  await expect(page.getByRole('button', { name: 'Freeze the report' })).toBeVisible()
  expect(names.some((name) => /SignoffPanel/.test(name))).toBe(true)
})
