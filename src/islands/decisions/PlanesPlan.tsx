import { useMemo } from 'preact/hooks'
import { planeNames, planes, planPlanes } from '../../core/planning/index.ts'
import { Findings } from './Findings.tsx'
import type { PlanProps } from './planning.tsx'

/** Which hosts may carry which planes, and what that breaks. */
export function PlanesPlan({ planned, questions }: PlanProps) {
  const { groups, hosts, findings } = useMemo(() => planPlanes(planned), [planned])
  if (groups.length === 0) {
    return (
      <p class="plan-empty">
        As soon as the number of nodes is answered, this shows which hosts carry which planes, and what breaks the
        rules.
      </p>
    )
  }
  return (
    <>
      <Findings topic="planes" findings={findings} questions={questions} clean="The answers break none of the rules." />
      <div class="quota-tables">
        <table>
          <caption>
            Hosts and planes <small>hosts that may carry each plane</small>
          </caption>
          <thead>
            <tr>
              <th scope="col">Hosts tagged</th>
              {planes.map((plane) => (
                <th key={plane} scope="col">
                  {planeNames[plane]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ name, hosts: count, planes: carried }, index) => (
              <tr key={`${name} ${index}`}>
                <th scope="row">{name.replaceAll('+', ' + ')}</th>
                {planes.map((plane) => (
                  <td key={plane}>{carried.includes(plane) ? count : '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together</th>
              {planes.map((plane) => (
                <td key={plane}>{hosts[plane]}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="hint">
        Control plane: builder, controller, database, logger, registry, store. Data plane: publisher and all
        applications. Router mesh: routers. logspout runs on every host whatever its tags. Which units ask for which tag
        was read from the code of Deis, not from its documentation.
      </p>
    </>
  )
}
