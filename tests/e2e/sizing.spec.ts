import { expectAccessible } from './accessibility.ts'
import { expect, type Page, storedText, test } from './fixtures.ts'

const table = (page: Page) => page.getByRole('region', { name: 'Plans side by side, table' })
const row = (page: Page, label: string) =>
  table(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) })
const cells = (page: Page, label: string) => row(page, label).getByRole('cell')
const workload = (page: Page, number: number) => page.getByRole('group', { name: `Workload ${number}`, exact: true })
const plan = (page: Page, number: number) => page.getByRole('group', { name: `Plan ${number}`, exact: true })

async function openExample(page: Page) {
  await page.goto('/sizing/')
  await page.getByRole('button', { name: 'Begin with the example of the guide' }).click()
  await expect(table(page)).toBeVisible()
}

/** The link that the page gives for its inputs. */
async function linkOf(page: Page): Promise<string> {
  return (await page.getByRole('region', { name: 'Share the inputs' }).locator('pre').textContent()) ?? ''
}

test('few big and many small nodes stand side by side, as the guide has them', async ({ page }) => {
  await page.goto('/sizing/')
  await expect(page.getByText('Here the plans stand side by side as soon as')).toBeVisible()
  await openExample(page)
  await expect(cells(page, 'Machines to maintain')).toHaveText(['2 least', '6'])
  await expect(cells(page, 'Lost with a node')).toHaveText(['50 %', '16.7 % least'])
  await expect(cells(page, 'Memory filled before a failure')).toHaveText(['46.7 %', '71.8 % most'])
  await expect(cells(page, 'Memory filled after a node failed')).toHaveText(['93.3 %', '86.2 %'])
  await expect(cells(page, 'Survives the failure of a node')).toHaveText(['yes', 'yes'])
  const chart = page.getByRole('figure', { name: 'Memory filled' })
  await expect(chart.getByRole('listitem')).toHaveText([
    /Few big.*46.7 %, then 93.3 %/,
    /Many small.*71.8 %, then 86.2 %/,
  ])
  await expect(chart.locator('svg')).toHaveCount(2)
})

test('every change is computed at once, kept, and a wrong field says what is wrong', async ({ page }) => {
  await openExample(page)
  await page.getByLabel('Zones with nodes').fill('3')
  await page.getByLabel('Survive the loss of a zone').selectOption('Yes, when no node is down besides')
  await expect(cells(page, 'Machines to maintain')).toHaveText(['3 least', '8'])
  await expect(cells(page, 'Lost with a zone, the worst')).toHaveText(['33.3 % least', '37.5 %'])
  await page.getByLabel('The same number of nodes in every zone').check()
  await expect(cells(page, 'Machines to maintain')).toHaveText(['3 least', '9'])
  await page.reload()
  await expect(cells(page, 'Machines to maintain')).toHaveText(['3 least', '9'])
  await expect(page.getByLabel('Zones with nodes')).toHaveValue('3')

  await page.getByLabel('Fill limit').fill('0,9')
  await expect(page.getByLabel('Fill limit')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Write fractions with a point, like 0.5.')).toBeVisible()
  await expect(page.getByText('the figures are of the inputs before')).toBeVisible()
  await page.getByRole('button', { name: 'fill limit' }).click()
  await expect(page.getByLabel('Fill limit')).toBeFocused()
  await page.getByLabel('Fill limit').fill('0.9')
  await expect(page.getByText('to be corrected')).toBeHidden()

  await page.getByRole('button', { name: 'Clear everything' }).click()
  await expect(table(page)).toBeHidden()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Fill limit')).toHaveValue('0.9')
})

test('a plan that does not work says why, and the others are compared', async ({ page }) => {
  await openExample(page)
  await plan(page, 1).getByLabel('CPU, cores').fill('2')
  await plan(page, 1).getByLabel('Memory, GiB').fill('5')
  await expect(table(page).getByText('Does not work')).toBeVisible()
  await expect(table(page).getByText('One broker requests 2 cores, and a node has 1.5 for it; 4 GiB')).toBeVisible()
  await expect(cells(page, 'Lost with a node')).toHaveText(['16.7 %'])
  await page.getByRole('button', { name: 'Add a plan' }).click()
  await expect(plan(page, 3).getByLabel('Name of the plan')).toBeFocused()
  await plan(page, 3).getByLabel('Overhead of a node, DaemonSets aside').selectOption('As AKS reserves, 1.29 and later')
  await expect(plan(page, 3).getByText('0.18 cores and 2.19 GiB')).toBeVisible()
  await plan(page, 3).getByLabel('Nodes, if given').fill('1')
  await expect(cells(page, 'Survives the failure of a node').last()).toHaveText('no: too few as it is')
  await plan(page, 3).getByRole('button', { name: 'Remove plan 3' }).click()
  await expect(page.getByRole('button', { name: 'Add a plan' })).toBeFocused()
})

test('the requests of a cluster are pasted, and every line that cannot be read is named', async ({ page }) => {
  await page.goto('/sizing/')
  await page.getByText('Paste the requests of a cluster').click()
  await expect(page.getByText('kubectl get deployments,statefulsets,daemonsets -A -o').first()).toBeVisible()
  const list = [
    'KIND NAMESPACE NAME REPLICAS CONTAINERS CPU MEMORY INIT_CPU INIT_MEMORY',
    'Deployment ec api 3 app,proxy 500m,100m 1Gi,128Mi <none> <none>',
    'StatefulSet ec broker 2 broker <none> 4Gi <none> 6Gi',
    'Deployment ec odd 1 odd 1core 1Gi <none> <none>',
    'Deployment ec asleep 0 a 1 1Gi <none> <none>',
    'DaemonSet sys log <none> log 50m 64Mi <none> <none>',
  ]
  await page.getByLabel('Output of kubectl').fill(list.join('\n'))
  await page.getByRole('button', { name: 'Read the list' }).click()
  await expect(page.getByText('Read 2 workloads with 5 pods')).toBeVisible()
  await expect(page.getByText('line 4: Deployment ec odd')).toContainText('"1core" is no quantity')
  await expect(page.getByRole('listitem').filter({ hasText: 'requests no cpu' })).toContainText('ec/broker')
  await expectAccessible(page, 'a list with faults')
  await page.getByRole('button', { name: 'Replace the workloads' }).click()
  await expect(workload(page, 1).getByLabel('Name')).toHaveValue('ec/api')
  await expect(workload(page, 1).getByLabel('Memory, GiB')).toHaveValue('1.125')
  await expect(workload(page, 2).getByLabel('Memory, GiB')).toHaveValue('6')
  await expect(page.getByLabel('Their CPU together, cores')).toHaveValue('0.05')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(workload(page, 1).getByLabel('Name')).toHaveValue('')
})

test('replicas and database connections are computed beside the list', async ({ page }) => {
  await openExample(page)
  await page.getByText('How many replicas does a load need?').click()
  await page.getByLabel('Peak load').fill('9000')
  await page.getByLabel('Load that one replica carried').fill('5000')
  await expect(page.getByText('run 4')).toBeVisible()
  await page.getByRole('button', { name: 'Set 4 replicas' }).click()
  await expect(workload(page, 1).getByLabel('Replicas', { exact: true })).toHaveValue('4')
  await expect(workload(page, 1).getByLabel('On different nodes')).toBeChecked()
  await page.getByText('Does the database take all connections?').click()
  await page.getByLabel('Connections that the server takes').fill('61')
  await page.getByLabel('Pool of one api').fill('20')
  await expect(page.getByText('up to 60 of 61 database connections: it takes them').first()).toBeVisible()
  await page.getByLabel('Connections that the server takes').fill('60')
  await expect(page.getByText('too many. Keep one free').first()).toBeVisible()
})

test('a link brings the inputs to somebody else, whose own inputs are kept', async ({ page }) => {
  await openExample(page)
  await page.getByLabel('Node failures to survive').fill('2')
  await expect(cells(page, 'Machines to maintain')).toHaveText(['3 least', '7'])
  const link = await linkOf(page)
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sizing\/#v=1&/)

  await page.getByLabel('Node failures to survive').fill('0')
  await page.goto('/')
  await page.goto(link)
  await expect(cells(page, 'Machines to maintain')).toHaveText(['3 least', '7'])
  expect(new URL(page.url()).hash).toBe('')
  await expect(page.getByText('Yours from before are kept')).toBeVisible()
  await page.getByLabel('Node failures to survive').fill('1')
  await page.reload()
  await expect(page.getByLabel('Node failures to survive')).toHaveValue('1')
  await page.getByRole('button', { name: 'Go back to mine' }).click()
  await expect(page.getByLabel('Node failures to survive')).toHaveValue('0')
  await expect(page.getByText('Yours from before are kept')).toBeHidden()
})

test.describe('where inputs from before do not reach the device', () => {
  test('nobody is told that they are kept', async ({ page }) => {
    await openExample(page)
    const link = await linkOf(page)
    await page.getByLabel('Node failures to survive').fill('0')
    await page.goto('/')
    await page.addInitScript(() => {
      const write = Storage.prototype.setItem
      Storage.prototype.setItem = function (key, text) {
        if (key === 'golive:sizing-before-link') throw new DOMException('full', 'QuotaExceededError')
        write.call(this, key, text)
      }
    })
    await page.goto(link)
    await expect(page.getByText('Yours from before are in this page only.')).toBeVisible()
    const alert = page.getByText('This browser did not store that')
    await expect(alert).toBeVisible()
    await page.getByLabel('Node failures to survive').fill('2')
    await expect(alert).toBeVisible()
    await page.getByRole('button', { name: 'Go back to mine' }).click()
    await expect(page.getByLabel('Node failures to survive')).toHaveValue('0')
    await expect(alert).toBeHidden()
  })
})

test('a broken link changes nothing and says what is wrong with it', async ({ page }) => {
  await openExample(page)
  const before = await storedText(page, 'sizing')
  await page.goto('/')
  await page.goto('/sizing/#v=1&u=2&f=1&z=1&l=0&b=0&d=0:0:0&w=3:x:4:0::broker&p=4:8:0.5')
  const alert = page.getByRole('alert').filter({ hasText: 'The link cannot be read' })
  for (const fault of [
    'The fill limit can be 1 at most',
    'Workload 1: CPU is no number',
    'Plan 1: a figure is missing',
  ])
    await expect(alert).toContainText(fault)
  expect(await storedText(page, 'sizing')).toBe(before)
  await expect(cells(page, 'Machines to maintain')).toHaveText(['2 least', '6'])
  await expectAccessible(page, 'a broken link')
})

test('a plan is recorded as decisions, which never replaces an answer unasked, and is taken back', async ({ page }) => {
  await page.goto('/everyware/cluster-sizing/')
  const item = page.locator('[data-item="node-count"]')
  await item.locator('summary').first().click()
  const answer = item.getByRole('textbox', { name: 'Number of worker nodes' })
  await answer.fill('9')
  await answer.blur()
  await expect.poll(() => storedText(page, 'item:everyware-first:node-count')).toContain('9')

  await openExample(page)
  await page.getByLabel('Plan', { exact: true }).selectOption('Many small: 6 nodes')
  await page.getByRole('button', { name: 'Record as decisions…' }).click()
  const count = page.getByRole('checkbox', { name: 'Number of worker nodes: 6 nodes' })
  await expect(count).not.toBeChecked()
  await expect(page.getByText('Recorded now: 9 nodes.')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: 'Size of a worker node: 4 vCPU, 8 GiB' })).toBeChecked()
  await expect(page.getByText('At least 2 zones is asked for')).toBeVisible()
  await expectAccessible(page, 'answers to record')

  const stored = (id: string) => storedText(page, `item:everyware-first:${id}`).then((text) => JSON.parse(text ?? '{}'))
  await page.getByRole('button', { name: /^Record \d answers in/ }).click()
  await expect(page.getByText('Recorded 7 answers in “First rollout”.')).toBeVisible()
  expect((await stored('node-size')).answer.value).toBe('4 vCPU, 8 GiB')
  const { answer: kept, note } = await stored('node-count')
  expect(kept.value).toBe(9)
  expect(note.value).toContain('plan "Many small": 6 nodes of 4 CPU, 8 GiB')
  expect(note.value).toContain('/sizing/#v=1&')

  await count.check()
  await expect(page.getByText('Will be replaced.')).toBeVisible()
  await page.getByRole('button', { name: 'Record 1 answer in' }).click()
  await expect.poll(async () => (await stored('node-count')).answer.value).toBe(6)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await stored('node-count')).answer.value).toBe(9)
  expect((await stored('node-size')).answer.value).toBe('4 vCPU, 8 GiB')
})

test('everything is done by keyboard alone', async ({ page }) => {
  await page.goto('/sizing/')
  await workload(page, 1).getByLabel('Name').focus()
  for (const text of ['api', '3', '1', '2']) {
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Space')
  await expect(cells(page, 'Machines to maintain')).toHaveText(['4', '4'])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(workload(page, 2).getByLabel('Name')).toBeFocused()
})

test('the screen is accessible and fits: empty, with the example, with faults, with all that opens', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await page.goto('/sizing/')
  await expect(workload(page, 1)).toBeVisible()
  await expectAccessible(page, 'empty')
  await openExample(page)
  for (const summary of await page.locator('.sizing-more > summary').all()) await summary.click()
  await plan(page, 1).getByLabel('CPU, cores').fill('1')
  await page.getByLabel('Zones with nodes').fill('3')
  await page.getByRole('button', { name: 'Add a plan' }).click()
  await page.getByLabel('Fill limit').fill('x')
  await expectAccessible(page, 'full')
})
