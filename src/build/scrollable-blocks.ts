import type { HastPluginDefinition } from 'satteri'

/** Lets the keyboard scroll what is wider than the screen: code blocks and tables of a guide. */
export const scrollableBlocks: HastPluginDefinition = {
  name: 'golive:scrollable-blocks',
  element: [
    {
      filter: ['pre'],
      visit: (node, context) => context.setProperty(node, 'tabIndex', 0),
    },
    {
      filter: ['table'],
      visit: (node, context) =>
        context.wrapNode(node, {
          type: 'element',
          tagName: 'div',
          properties: { className: ['table-scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' },
          children: [],
        }),
    },
  ],
}
