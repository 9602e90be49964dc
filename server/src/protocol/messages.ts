/** True for a message of the protocol; ports may carry anything. */
export function isMessage(value: unknown): value is { readonly jsonrpc: string } {
  return typeof value === 'object' && value !== null && 'jsonrpc' in value && typeof value.jsonrpc === 'string';
}
