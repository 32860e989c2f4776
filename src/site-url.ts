/** Path of a page or file of this site below the base it is served from: `/docs` + `/azimuth/`. */
export function withBase(path: string): string {
  return import.meta.env.BASE_URL.replace(/\/$/, '') + path
}
