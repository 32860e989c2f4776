import { useMemo } from 'preact/hooks'
import {
  type Amounts,
  amountKeys,
  amountNames,
  type ProjectQuota,
  planQuota,
  type QuotaInputs,
} from '../../core/planning/index.ts'
import { Findings } from './Findings.tsx'
import type { PlanProps } from './planning.tsx'

const docs = 'https://github.com/azimuth-cloud/azimuth-config/blob'

/** What each OpenStack project needs, with the sums that led to it. */
export function QuotaPlan({ planned, traits, questions }: PlanProps) {
  const isInstalled = traits.includes('upgrade')
  const { projects, total, inputs, findings } = useMemo(() => planQuota(planned, isInstalled), [planned, isInstalled])
  const hasGuesses = inputs.findings.some(({ kind }) => kind === 'assumed')
  return (
    <>
      <Findings
        topic="quota"
        findings={findings}
        questions={questions}
        clean="Every project has the quota that it needs."
      />
      <div class="quota-tables">
        {projects.map((quota) => (
          <QuotaTable key={quota.project} quota={quota} isInstalled={isInstalled} />
        ))}
        <TotalTable total={total} />
      </div>
      <Formula inputs={inputs} />
      <p class="hint">
        Sources: <a href={`${docs}/60d4797c/docs/configuration/01-prerequisites.md`}>quota of one environment</a>,{' '}
        <a href={`${docs}/1cd3f67c/docs/deployment/automation.md`}>review environments</a>. Uncertain: instances, vCPU
        and RAM are computed from the vendor's table; volumes, floating IPs and load balancers are its figures for 3 and
        3 nodes, taken unchanged for other counts; the sum for review environments is derived from what one deployment
        creates.
        {hasGuesses && ' Where an answer is missing, the usual value stands in for it, as said above.'}
      </p>
    </>
  )
}

function QuotaTable({ quota, isInstalled }: { quota: ProjectQuota; isInstalled: boolean }) {
  const { project, parts, atRest, duringUpgrade, required, free } = quota
  return (
    <table>
      <caption>
        <bdi>{project}</bdi> <small>{parts.join('; ')}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">Resource</th>
          <th scope="col">At rest</th>
          <th scope="col">Upgrade</th>
          {isInstalled && <th scope="col">To be free</th>}
          <th scope="col">Free</th>
        </tr>
      </thead>
      <tbody>
        {amountKeys.map((key) => {
          const left = free?.[key]
          const isShort = left !== undefined && left < required[key]
          return (
            <tr key={key}>
              <th scope="row">{amountNames[key]}</th>
              <td>{atRest[key]}</td>
              <td>{duringUpgrade[key]}</td>
              {isInstalled && <td>{required[key]}</td>}
              <td class={isShort ? 'short' : undefined}>
                {isShort && '✗ '}
                {left === Number.POSITIVE_INFINITY ? 'unlimited' : (left ?? '–')}
                {isShort && <span class="sr-only"> too little</span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function TotalTable({ total }: { total: { atRest: Amounts; duringUpgrade: Amounts } }) {
  return (
    <table>
      <caption>
        All projects <small>if every environment is upgraded at once</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">Resource</th>
          <th scope="col">At rest</th>
          <th scope="col">Upgrade</th>
        </tr>
      </thead>
      <tbody>
        {amountKeys.map((key) => (
          <tr key={key}>
            <th scope="row">{amountNames[key]}</th>
            <td>{total.atRest[key]}</td>
            <td>{total.duringUpgrade[key]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The sums of an environment during an upgrade, as they would be done on paper. */
function Formula({ inputs: { controlPlane, workers, flavors, openProposals } }: { inputs: QuotaInputs }) {
  const { seed, controlPlane: cp, worker } = flavors
  const [cps, ws] = [controlPlane + 1, workers + 1]
  const sum = (kind: 'vcpu' | 'ramGb') =>
    `${seed[kind]} + ${cps} × ${cp[kind]} + ${ws} × ${worker[kind]} = ${seed[kind] + cps * cp[kind] + ws * worker[kind]}`
  return (
    <dl class="plan-formula">
      <dt>One highly available environment during an upgrade</dt>
      <dd>
        instances: 1 seed + {controlPlane} + 1 control plane + {workers} + 1 workers = {1 + cps + ws}
      </dd>
      <dd>vCPU: {sum('vcpu')}</dd>
      <dd>GB RAM: {sum('ramGb')}</dd>
      <dt>Review environments</dt>
      <dd>
        {openProposals === undefined
          ? 'Merge requests open at once × (1 node of 4 vCPU and 16 GB, 100 GB volume, 1 floating IP, 1 network, subnet and router)'
          : `${openProposals} merge requests × (1 node of 4 vCPU and 16 GB, 100 GB volume, 1 floating IP, 1 network, subnet and router)`}
      </dd>
    </dl>
  )
}
