/** An input that cannot be imported; the message names the file and what to do. */
export class ImportError extends Error {}
