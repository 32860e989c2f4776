import type { Subject } from '../../core/index.ts'
import type { Problems } from './draft-problems.ts'
import { FormRows } from './FormRows.tsx'
import { TextField } from './TextField.tsx'

interface Props {
  subjects: readonly Subject[]
  problems: Problems
  onChange: (subjects: Subject[]) => void
}

/** What is rolled out, each with its digest. */
export function SubjectRows({ subjects, problems, onChange }: Props) {
  return (
    <FormRows
      legend="Subjects"
      hint="Images, charts or commits: the report and what is signed hold for these digests and no others."
      noun="subject"
      entries={subjects}
      empty={{ name: '', digest: '' }}
      onChange={onChange}
    >
      {({ name, digest }, index, change) => (
        <>
          <TextField
            name={`subjects.${index}.name`}
            label="What is rolled out"
            value={name}
            problem={problems[`subjects.${index}.name`]}
            placeholder="registry.example.com/payments/api"
            isCode
            onInput={(value) => change({ name: value })}
          />
          <TextField
            name={`subjects.${index}.digest`}
            label="Its digest"
            value={digest}
            problem={problems[`subjects.${index}.digest`]}
            placeholder="sha256:… of an image, or a commit"
            isCode
            onInput={(value) => change({ digest: value })}
          />
        </>
      )}
    </FormRows>
  )
}
