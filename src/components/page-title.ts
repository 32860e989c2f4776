/** Anchor of the page's title; the name is Starlight's, whose table of contents links to it. */
export const PAGE_TITLE_ID = '_top'
