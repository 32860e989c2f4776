import { expectAccessible } from './accessibility.ts'
import { type Page, test } from './fixtures.ts'
import {
  bringFiles,
  expect,
  freezeFirst,
  makeKey,
  openSignoff,
  save,
  seedRollout,
  sign,
  signoffOf,
} from './sign-off-fixtures.ts'

test.setTimeout(240_000)

test('every state of the sign-off is accessible, in both themes and on a phone', async ({ context, page }) => {
  await seedRollout(context, { open: ['protect-main'] })
  await page.goto('/report/')
  await expect(page.getByRole('button', { name: 'Freeze or sign' })).toBeVisible()
  await expectAccessible(page, 'not asked for', '.signoff')
  await openSignoff(page)
  await page.getByRole('button', { name: 'Add a role' }).click()
  await page.getByRole('button', { name: 'Freeze as a no-go report' }).click()
  await expect(page.getByText('Name the role')).toBeVisible()
  await expectAccessible(page, 'form with problems', '.signoff')

  await page.getByRole('button', { name: 'Remove role 3' }).click()
  await page.getByLabel('This is a no-go report').check()
  await page.getByRole('button', { name: 'Freeze as a no-go report' }).click()
  await expect(page.getByRole('button', { name: 'Make my key' })).toBeVisible()
  await expectAccessible(page, 'before a key', '.signoff')
  await makeKey(page, 'alice@example.com', 'sre')
  await page.getByRole('button', { name: 'Sign the no-go report' }).click()
  await expectAccessible(page, 'about to sign', '.signoff')
  await page.getByLabel(/^I have read the report above/).check()
  await page.getByLabel(/^I state that this is a no-go report/).check()
  await page.getByRole('button', { name: 'Sign the no-go report' }).click()
  await page.getByText('Sign outside of the browser', { exact: true }).click()
  await page.getByText('What a signature of this key proves, and what it does not').click()
  await page.getByRole('button', { name: 'Replace the key' }).click()
  await expectAccessible(page, 'signed', '.signoff')
  const envelope = await save(page, 'Save DSSE envelope')
  await bringFiles(page, { ...envelope, text: envelope.text.slice(1) })
  await expect(page.getByText('was refused, nothing was changed')).toBeVisible()
  await expectAccessible(page, 'a refused file', '.signoff')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expectAccessible(page, 'a question', '.signoff')
})

/** Moves on by the tabulator until something is reached; what cannot be reached fails. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'textbox' | 'checkbox'): Promise<void> {
  const target = page.getByRole(role, { name, exact: true })
  for (let step = 0; step < 400; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The tabulator does not reach ${name}`)
}

test('a report is frozen and signed by keyboard only', async ({ context, page }) => {
  await seedRollout(context)
  await page.goto('/report/')
  await expect(page.getByRole('button', { name: 'Freeze or sign' })).toBeVisible()
  await tabTo(page, 'Freeze or sign', 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Sign-off' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Freeze the report' })).toBeVisible()
  await tabTo(page, 'Freeze the report', 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: /^Frozen report of/ })).toBeFocused()
  await tabTo(page, 'Who you are', 'textbox')
  await page.keyboard.type('alice@example.com')
  await tabTo(page, 'Make my key', 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Your signature' })).toBeFocused()
  await tabTo(page, /^I have read the report above/, 'checkbox')
  await page.keyboard.press('Space')
  await tabTo(page, 'Sign', 'button')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Files to send on' })).toBeFocused()
  await expect(page.getByText('You have signed this report')).toBeVisible()
})

test('a second signer needs one drop, one look, one signature, and has one file to send', async ({
  browser,
  context,
  page,
}) => {
  await freezeFirst(context, page)
  const statement = await save(page, 'Save Statement')
  const elsewhere = await browser.newContext({ baseURL: new URL(page.url()).origin })
  const other = await elsewhere.newPage()
  await openSignoff(other)
  await expectAccessible(other, 'nothing here', '.signoff')
  await dropFile(other, statement)
  await expect(signoffOf(other).getByRole('heading', { name: 'All items' })).toBeVisible()
  await makeKey(other, 'bob@example.com', 'security')
  await expectAccessible(other, 'opened', '.signoff')
  await sign(other)
  const signed = await save(other, 'Save DSSE envelope')
  await elsewhere.close()
  await bringFiles(page, signed)
  await expect(page.getByText('1 signature added')).toBeVisible()
})

/** Lets go of a file over the place for files. */
async function dropFile(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([content ?? ''], fileName ?? ''))
      return transfer
    },
    [name, text],
  )
  await page.locator('.signoff-drop').dispatchEvent('drop', { dataTransfer })
}
