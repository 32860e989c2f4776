/** The package brings no types. */
declare module 'ajv-formats-draft2019' {
  import type { Ajv } from 'ajv'

  /** Adds the formats that draft 2019-09 has more than draft 7. */
  const addFormats: (ajv: Ajv) => Ajv
  export = addFormats
}
