import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { version } from '../../../../package.json';
import { AGENT_TOOLS, callAgentTool, schemaOf } from '../../agents/agentTools.ts';
import { WorkspaceDoor } from './workspaceDoor.ts';

const INSTRUCTIONS =
  'Run check with a draft as text before you write Terraform code for Amazon ECR; use fix for what can be fixed without a decision, simulate and guarantees before a lifecycle policy changes, review before a plan is applied. Nothing is written, and AWS is not asked.';

/** Serves agents over standard input and output until the input ends. */
export async function serveMcp(): Promise<void> {
  const door = new WorkspaceDoor();
  const server = new Server(
    { name: 'terraform-ecr', title: 'Terraform ECR', version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: AGENT_TOOLS.map((tool) => ({
      name: tool.name,
      title: tool.title,
      description: tool.description,
      inputSchema: schemaOf(tool),
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const { text, isError } = await callAgentTool(params.name, params.arguments, door);
    return { content: [{ type: 'text' as const, text }], isError };
  });
  await server.connect(new StdioServerTransport());
}
