/** The statuses whose pages have words of their own (error.STATUS.title and .text). */
export const errorStatuses = [400, 403, 404, 405, 410, 413, 414, 422, 451, 500, 503] as const

export type ErrorStatus = (typeof errorStatuses)[number]
