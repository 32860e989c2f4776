import { overheadOf, type Plan, type Scenario } from '../../core/sizing/index.ts'
import { showAmount } from './amounts.ts'

/** The inputs as they are read on paper, where the form is left out. */
export function PrintedInputs({ scenario }: { scenario: Scenario }) {
  return (
    <section class="printed-inputs" aria-labelledby="inputs">
      <h2 id="inputs">Inputs</h2>
      <p>{describePromise(scenario)}</p>
      <ul>
        {scenario.plans.map((plan, index) => (
          <li key={index}>
            {plan.name}: {describeNode(scenario, plan)}
          </li>
        ))}
      </ul>
      <table class="comparison">
        <thead>
          <tr>
            {['Workload', 'Replicas', 'CPU of one, cores', 'Memory of one, GiB', 'On different nodes'].map((head) => (
              <th scope="col" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scenario.workloads.map(({ name, replicas, cpu, memory, isApart }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{replicas}</td>
              <td>{showAmount(cpu)}</td>
              <td>{showAmount(memory)}</td>
              <td>{isApart ? 'yes' : 'no'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function describePromise({ failures, zones, zoneLoss, isBalanced, fill, daemons }: Scenario): string {
  const zone = {
    none: 'the loss of a zone is not planned for',
    alone: 'or the loss of a zone',
    'with-failures': 'and the loss of a zone at once',
  }[zoneLoss]
  const kept = `${daemons.pods} with ${showAmount(daemons.cpu)} cores and ${showAmount(daemons.memory)} GiB together`
  return [
    `Node failures to survive: ${failures}, ${zone}.`,
    `Zones: ${zones}${isBalanced ? ', with the same number of nodes in each' : ''}.`,
    `Fill limit: ${fill}. DaemonSets on a node: ${kept}.`,
  ].join(' ')
}

function describeNode(scenario: Scenario, plan: Plan): string {
  const overhead = overheadOf(plan, scenario.daemons)
  const kept = overhead
    ? `overhead ${showAmount(overhead.cpu)} cores, ${showAmount(overhead.memory)} GiB with DaemonSets`
    : 'overhead not known'
  const source = plan.overhead === 'aks' ? ' (as AKS reserves)' : ''
  const count = plan.count === undefined ? '' : `, ${plan.count} nodes given`
  return `${showAmount(plan.cpu)} cores, ${showAmount(plan.memory)} GiB, ${kept}${source}, ${plan.pods} pods${count}`
}
