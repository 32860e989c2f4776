import { type Locator, test } from '@playwright/test'
import { rowOf } from './fixtures.ts'
import { follow, give, type Hands, save } from './hands.ts'
import { expect } from './sign-off-fixtures.ts'

const rollout = 'payments-2.4.0'
const digest = `sha256:${'c0ffee'.repeat(10)}cafe`
const owner = { name: 'ana@example.com', role: 'sre' }

/** Should be done before the launch, and is done in its night. */
const doneLate = 'load-test'
/** A step of the launch itself. */
const doneOnTheDay = 'failure-rehearsal'

/**
 * The whole way of somebody who takes a service to production: from an empty browser to a report that is signed and
 * accepted. How a screen is worked, by mouse, touch or keys, is the hands' affair.
 */
export async function takeToProduction(hands: Hands): Promise<void> {
  await hands.page.goto('/')
  await test.step('create the rollout', () => createRollout(hands))
  await test.step('answer the checklist', () => answerChecklist(hands))
  await test.step('record the decisions', () => recordDecisions(hands))
  await test.step('launch', () => launch(hands))
  await test.step('settle the risk that was left', () => settleRisk(hands))
  const report = await test.step('freeze and sign', () => freezeAndSign(hands))
  const trust = await test.step('make the trust file', () => makeTrust(hands, report.entry))
  await test.step('verify', () => verify(hands, report.envelope, trust))
}

async function createRollout(hands: Hands): Promise<void> {
  const { page } = hands
  await follow(hands, page.getByRole('link', { name: 'Your rollouts' }))
  await hands.press(page.getByRole('button', { name: 'New rollout' }))
  await hands.write(page.getByLabel('Name', { exact: true }), 'Payments 2.4.0')
  await hands.choose(page.getByLabel('Platform'), 'Kubernetes')
  await expect(page.getByLabel('Id', { exact: true })).toHaveValue(rollout)
  await hands.write(page.getByLabel('Environment'), 'production')
  await hands.write(page.getByLabel('Service', { exact: true }), 'payments-api')
  await hands.write(page.getByLabel('Version'), '2.4.0')
  await hands.writeMoment(page.getByLabel('Planned launch'), `${dayFromNow(2)}T09:00`)
  await hands.paste(page.getByLabel('What is rolled out'), 'registry.example.com/payments/api')
  await hands.paste(page.getByLabel('Its digest'), digest)
  for (const trait of ['Self-managed control plane', 'Keeps state in the cluster', 'Uses a service mesh']) {
    await hands.press(page.getByRole('checkbox', { name: trait }))
  }
  await hands.write(page.getByLabel('Rollback command'), 'git revert 4f2c')
  await hands.write(page.getByLabel('Abort criteria'), 'Error rate above 1 %')
  await hands.press(page.getByRole('button', { name: 'Add a person' }))
  await hands.write(page.getByRole('textbox', { name: 'Person' }), owner.name)
  await hands.write(page.getByRole('textbox', { name: 'Role' }), owner.role)
  await hands.press(page.getByRole('button', { name: 'Create rollout' }))
  await expect(page.locator(`[data-rollout="${rollout}"]`)).toContainText('No-go')
  await follow(hands, page.getByRole('link', { name: /^Open/ }))
  await expect(page.locator('.rollout-bar')).toContainText('Payments 2.4.0')
}

async function answerChecklist(hands: Hands): Promise<void> {
  const { page } = hands
  await follow(hands, page.getByRole('main').getByRole('link', { name: 'Whole checklist' }))
  const bar = page.locator('.view-bar')
  const filter = bar.getByRole('button', { name: /^Filter/ })
  const box = (group: string, name: RegExp) => page.getByRole('group', { name: group }).getByRole('checkbox', { name })
  /** The panel lies over the list: it is closed before somebody goes on there. */
  const choose = async (...boxes: Locator[]) => {
    await hands.pressOr('f', filter)
    for (const each of boxes) await hands.press(each)
    await hands.pressOr('Escape', filter)
  }
  const beforehand = [/^plan/, /^prepare/, /^operate/].map((name) => box('phase', name))

  // What was seen to is ticked at once; what has to be shown with a link is then left to confirm.
  await choose(...beforehand)
  await hands.press(bar.getByRole('button', { name: 'Change several' }))
  await hands.press(page.getByRole('button', { name: 'Tick', exact: true }))
  await expect(page.locator('.view-told')).toContainText(/Ticked \d+ items/)
  await choose(box('Hide', /^done/), box('Hide', /^not applicable/))
  const unproved = await page.locator('[data-item]:visible').evaluateAll((rows) => rows.map(({ id }) => id))
  expect(unproved).toContain('approval-gate')
  for (const item of unproved) await attachLink(hands, item)

  await choose(...beforehand, box('phase', /^launch/))
  await excuse(hands, 'credential-rotation')
  await hands.tick('scan-gate')
  await hands.tick('rollback-rehearsal')
  await acceptRisk(hands, doneLate)
  await hands.tick('alert-reaches-person')
  await expect(bar).toContainText('no must open')
}

/** A link to what shows that it is done, with a word on it. */
async function attachLink(hands: Hands, item: string): Promise<void> {
  const row = rowOf(hands.page, item)
  await hands.unfold(item)
  await hands.paste(row.getByLabel('Paste a link or output'), `https://git.example.com/payments/${item}`)
  await hands.press(row.getByRole('button', { name: 'Add', exact: true }))
  await expect(row.getByRole('link', { name: /git\.example\.com/ })).toBeVisible()
}

async function excuse(hands: Hands, item: string): Promise<void> {
  const row = rowOf(hands.page, item)
  await hands.unfold(item)
  await hands.press(row.getByRole('radio', { name: 'not applicable' }))
  await hands.write(row.getByLabel('Reason: why does it not apply?'), 'It has none: workload identity only')
  await hands.press(row.getByRole('button', { name: 'Save', exact: true }))
  await expect(row.locator('[data-standing]')).toContainText('not applicable')
}

async function acceptRisk(hands: Hands, item: string): Promise<void> {
  const row = rowOf(hands.page, item)
  await hands.unfold(item)
  await hands.write(row.getByRole('textbox', { name: 'Note', exact: true }), 'Booked for the launch night')
  await hands.press(row.getByRole('radio', { name: 'risk accepted' }))
  await hands.write(row.getByLabel('Reason: why is it no reason to wait?'), 'Half the traffic until then')
  await hands.write(row.getByLabel('Accepted by'), owner.name)
  await hands.writeDay(row.getByLabel('Until the end of'), dayFromNow(30))
  await hands.press(row.getByRole('button', { name: 'Save', exact: true }))
  await expect(row.locator('[data-standing]')).toContainText('risk accepted')
}

async function recordDecisions(hands: Hands): Promise<void> {
  const { page } = hands
  await hands.go('Decisions')
  const open = async (item: string) => {
    const row = page.locator(`article#${item}`)
    await hands.press(row.getByRole('button', { name: /^Answer/ }))
    return row
  }
  const choose = async (item: string, option: string) => {
    const row = await open(item)
    await hands.choose(row.getByRole('combobox'), option)
    await expect(row.locator('.decision-answer')).toContainText(option)
  }
  await choose('service-level', 'B: 99 to 99.9 %')
  await choose('cluster-platform', 'EKS')
  const version = await open('supported-version')
  await hands.write(version.getByLabel('Server version'), '1.37.1')
  await choose('pod-security-standard', 'restricted')
  await choose('policy-enforcement', 'Cilium')
  await choose('rollback-rehearsal', 'git revert')
  await expect(page.locator('.decision-counts')).toContainText(/^6 of \d+ answered/)
}

async function launch(hands: Hands): Promise<void> {
  const { page } = hands
  await hands.go('Launch day')
  const gates = page.getByRole('navigation', { name: 'Gates' })
  const log = page.getByRole('region', { name: 'Log' })
  const next = page.getByRole('region', { name: 'Next' })
  await hands.press(gates.getByRole('button', { name: 'Go or no-go' }))
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('Conditional go')
  await hands.press(page.getByRole('button', { name: 'Go', exact: true }))
  await expect(next.getByRole('link')).toHaveAttribute('href', new RegExp(`#${doneOnTheDay}$`))
  await hands.pressOr('d', next.getByRole('button', { name: 'Done' }))
  await expect(next).toContainText('Everything here is done')
  await hands.press(next.getByRole('button', { name: 'Launched' }))
  await hands.write(log.getByRole('textbox', { name: 'What happened' }), 'Errors at 0.1 %')
  await hands.press(log.getByRole('button', { name: 'Note it' }))
  await expect(log.getByRole('listitem')).toHaveCount(4)
}

/** What was missing was done after all: the report leads to its item, and from there back. */
async function settleRisk(hands: Hands): Promise<void> {
  const { page } = hands
  const verdict = page.getByRole('region', { name: 'Verdict' })
  await follow(hands, page.getByRole('link', { name: 'Report', exact: true }))
  await expect(verdict).toContainText('1 risk accepted')
  await follow(hands, page.getByRole('region', { name: 'Accepted risks' }).getByRole('link').first())
  const row = rowOf(page, doneLate)
  await hands.press(row.getByRole('checkbox').first())
  await hands.press(row.locator('summary').first())
  await hands.paste(row.getByLabel('Paste a link or output'), 'https://git.example.com/payments/load')
  await hands.press(row.getByRole('button', { name: 'Add', exact: true }))
  await expect(row.getByText(/^saved \d/)).toBeVisible()
  await follow(hands, page.locator('.report-link'))
  await expect(verdict.getByText('Go', { exact: true })).toBeVisible()
}

async function freezeAndSign(hands: Hands): Promise<{ envelope: string; entry: string }> {
  const { page } = hands
  await hands.press(page.getByRole('button', { name: 'Freeze or sign' }))
  await hands.press(page.getByRole('button', { name: 'Freeze the report' }))
  await expect(page.getByText(/^Frozen at /)).toBeVisible()
  await hands.write(page.getByLabel('Who you are'), owner.name)
  await hands.write(page.getByLabel('Your role'), owner.role)
  await hands.press(page.getByRole('button', { name: 'Make my key' }))
  const read = page.getByLabel(/^I have read the report above/)
  await hands.press(read)
  await hands.press(page.getByRole('button', { name: 'Sign', exact: true }))
  await expect(page.getByText('You have signed this report')).toBeVisible()
  const envelope = await save(hands, page.getByRole('button', { name: 'Save DSSE envelope' }))
  const entry = await save(hands, page.getByRole('button', { name: 'Save trust-file entry' }))
  return { envelope, entry }
}

async function makeTrust(hands: Hands, entry: string): Promise<string> {
  const { page } = hands
  await follow(hands, page.getByRole('link', { name: 'make a trust file' }))
  await give(hands, page.getByLabel('Or files, also dropped'), entry)
  await expect(page.getByLabel('Id, as reports show it')).toHaveValue(owner.name)
  await hands.write(page.getByLabel('Role', { exact: true }), owner.role)
  await expect(page.getByText('Verifiers take this file.')).toBeVisible()
  return save(hands, page.getByRole('button', { name: 'Save golive-trust.json' }))
}

async function verify(hands: Hands, envelope: string, trust: string): Promise<void> {
  const { page } = hands
  await follow(hands, page.getByRole('link', { name: 'Verify a signed report' }))
  await give(hands, page.getByLabel('Choose files, or drop them'), envelope, trust)
  await expect(page.getByText('From you', { exact: true })).toBeVisible()
  await hands.write(page.getByLabel('Rollout id'), rollout)
  await hands.write(page.getByLabel('Environment'), 'production')
  await hands.choose(page.getByLabel('Checklist', { exact: true }), 'Kubernetes')
  await hands.paste(page.getByLabel('Digest', { exact: true }), digest)
  await hands.press(page.getByRole('button', { name: 'Verify', exact: true }))
  const result = page.getByRole('region', { name: 'Result' })
  await expect(result).toContainText('Accepted')
  await expect(result.getByRole('listitem').filter({ hasText: owner.name })).toContainText(owner.role)
}

/** A local day, as a field for days holds it. */
function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
