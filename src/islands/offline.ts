/** Starts what keeps the site for use without network, when nothing else is to be done: a page is read first. */
const start = () => import('./offline/start.ts').catch(() => {})

// Safari does not say when it is idle; after loading is late enough.
addEventListener('load', () => (window.requestIdleCallback ?? setTimeout)(start))
