/** What authors of guides use in MDX. */
export { default as Claims } from './Claims.astro'
export { default as Diagram } from './Diagram.astro'
export { default as Item } from './Item.astro'
export { default as Products } from './Products.astro'
