// The answers for agents: a file of its own beside the command line, so that no other command pays for the protocol.
export { serveMcp } from './command/mcp/serveMcp.ts';
