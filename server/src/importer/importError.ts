/** An input that cannot be imported; the message names the file and the remedy. */
export class ImportError extends Error {}
