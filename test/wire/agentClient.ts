import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { BINARY } from './support.ts';

export interface ToolAnswer {
  readonly text: string;
  readonly isError: boolean;
}

export interface Agent {
  readonly client: Client;
  call(name: string, input?: Record<string, unknown>): Promise<ToolAnswer>;
  /** The answer as JSON; fails for a refusal. */
  ask(name: string, input?: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** The client's own limit is a minute, which a busy machine may need for one start. */
export const PATIENCE = { timeout: 600_000 };

const clients: Client[] = [];

/** The protocol's own client, with `terraform-ecr mcp` running in a folder. */
export async function agentIn(folder: string): Promise<Agent> {
  const client = new Client({ name: 'test', version: '1.0.0' });
  clients.push(client);
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [BINARY, 'mcp'], cwd: folder, stderr: 'pipe' }),
    PATIENCE,
  );
  const call: Agent['call'] = async (name, input = {}) => {
    const { content, isError } = await client.callTool({ name, arguments: input }, undefined, PATIENCE);
    const [first] = Array.isArray(content) ? content : [];
    return { text: String(first?.text), isError: isError === true };
  };
  return {
    client,
    call,
    async ask(name, input) {
      const { text, isError } = await call(name, input);
      if (isError) throw new Error(text);
      return JSON.parse(text.slice(0, text.lastIndexOf('}') + 1));
    },
  };
}

/** Ends every server that `agentIn` started. */
export async function endAgents(): Promise<void> {
  for (const client of clients.splice(0)) await client.close();
}
