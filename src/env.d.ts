/// <reference types="wicg-file-system-access" />
/// <reference types="astro/client" />

declare namespace App {
  interface Locals extends StarlightLocals {
    /** The platform and section of this page, when it belongs to one; set by `src/route-data.ts`. */
    guide: {
      platform: import('./guides/index.ts').Platform | undefined
      section: import('./core/index.ts').Section | undefined
    }
  }
}

declare module 'virtual:golive/first-paint' {
  const script: string
  export default script
}

declare module 'virtual:golive/report-file' {
  const parts: { style: string; watch: string; script: string }
  export default parts
}
