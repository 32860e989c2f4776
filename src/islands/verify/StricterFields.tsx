import { TextField } from '../rollouts/TextField.tsx'
import type { ExpectProps } from './ExpectPart.tsx'

/** What only raises the bar, and what auditors need. */
export function StricterFields({ expected, problems, onChange }: ExpectProps) {
  const names = ['now', 'maxAgeDays', 'trustSha256']
  const bind = (name: 'maxAgeDays' | 'at' | 'trustSha256' | 'predicateType') => ({
    name,
    value: expected[name],
    problem: problems[name],
    onInput: (text: string) => onChange({ [name]: text }),
  })
  return (
    <details class="wide" open={names.some((name) => problems[name] !== undefined) || undefined}>
      <summary>Stricter, or at another moment</summary>
      <div class="expect-fields">
        <label class="box wide">
          <input
            type="checkbox"
            checked={expected.noExceptions}
            onChange={({ currentTarget }) => onChange({ noExceptions: currentTarget.checked })}
          />
          <span>Accept PASSED only: no accepted risk and no open should</span>
        </label>
        <TextField
          {...bind('maxAgeDays')}
          label="Frozen at most so many days ago"
          hint="The trust file's own limit holds besides."
        />
        <TextField
          {...bind('at')}
          label="Judged as of"
          problem={problems['now']}
          placeholder="2026-11-21T09:30:00Z"
          isCode
          hint="In UTC; empty for now. For audits: a pipeline judges now."
        />
        <TextField
          {...bind('trustSha256')}
          label="Digest that the trust file must have"
          placeholder="sha256:…"
          isCode
        />
        <TextField
          {...bind('predicateType')}
          label="Type of statement"
          isCode
          hint="Empty for a report of Golive. With another type, signers and subjects are checked and no rule of readiness."
        />
      </div>
    </details>
  )
}
