// The answers for agents: a separate file next to the command line, so that no other command loads the protocol.
export { serveMcp } from './command/mcp/serveMcp.ts';
