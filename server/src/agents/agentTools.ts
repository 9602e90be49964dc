import { readInput } from './arguments.ts';
import type { AgentDoor, AgentTool } from './tool.ts';
import { AgentError } from './tool.ts';
import { accessTool } from './tools/accessTool.ts';
import { checkTool } from './tools/checkTool.ts';
import { explainTool } from './tools/explainTool.ts';
import { fixTool } from './tools/fixTool.ts';
import { guaranteesTool } from './tools/guaranteesTool.ts';
import { renderTool } from './tools/renderTool.ts';
import { reviewTool } from './tools/reviewTool.ts';
import { simulateTool } from './tools/simulateTool.ts';

/** Every question that an agent may ask. */
export const AGENT_TOOLS: readonly AgentTool[] = [
  checkTool,
  fixTool,
  explainTool,
  renderTool,
  simulateTool,
  accessTool,
  guaranteesTool,
  reviewTool,
];

/** An answer as text, or the reason why there is none. */
export interface AgentAnswer {
  readonly text: string;
  readonly isError: boolean;
}

/** Answers a call; an error of any kind is reported in the answer. */
export async function callAgentTool(name: string, input: unknown, door: AgentDoor): Promise<AgentAnswer> {
  const tool = AGENT_TOOLS.find((one) => one.name === name);
  try {
    if (tool === undefined) throw new AgentError(`there is no tool of that name; there are ${namesOf(AGENT_TOOLS)}`);
    return { text: await tool.answer(readInput(tool, input), door), isError: false };
  } catch (error) {
    if (error instanceof AgentError) return { text: error.message, isError: true };
    throw error;
  }
}

/** The arguments of a tool as JSON Schema. */
export function schemaOf({ arguments: all }: AgentTool) {
  return {
    type: 'object' as const,
    properties: Object.fromEntries(
      all.map(({ name, description, values, limit }) => [
        name,
        { type: 'string', description, maxLength: limit, ...(values === undefined ? {} : { enum: values }) },
      ]),
    ),
    required: all.filter(({ isRequired }) => isRequired === true).map(({ name }) => name),
    additionalProperties: false,
  };
}

function namesOf(tools: readonly AgentTool[]): string {
  return tools.map(({ name }) => name).join(', ');
}
