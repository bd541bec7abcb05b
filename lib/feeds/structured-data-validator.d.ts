/** As much of Adobe's validator of structured data as the tests use; it comes without types. */
declare module '@adobe/structured-data-validator' {
  type Issue = {
    issueMessage: string
    severity: 'ERROR' | 'WARNING'
    path: { property?: string; type?: string }[]
  }
  export default class Validator {
    constructor(vocabulary?: object)
    validate(found: { jsonld: Record<string, object[]> }): Promise<Issue[]>
  }
}
