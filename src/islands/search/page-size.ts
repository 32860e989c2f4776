/** How many results are fetched and shown at once: some more than anybody sees without scrolling. */
export const pageSize = 8
