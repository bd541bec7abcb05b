/** The folders of a build whose files browsers ask for (documents/asset-index.ts serves them). */
export const servedFolders = ['static', 'islands', 'fonts']
