/** The form that the ticks of the items belong to. */
export const bulkForm = 'bulk'
