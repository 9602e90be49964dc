import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { AGENT_TOOLS, schemaOf } from '../../../server/src/agents/agentTools.ts';

const { contributes } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

it('the manifest offers every tool of agents, with the same words and arguments', () => {
  const offered = contributes.languageModelTools.map(({ name, modelDescription, inputSchema }: Tool) => ({
    name,
    modelDescription,
    inputSchema,
  }));
  expect(offered).toEqual(
    AGENT_TOOLS.map((tool) => ({
      name: `terraform-ecr_${tool.name}`,
      modelDescription: tool.description,
      inputSchema: schemaOf(tool),
    })),
  );
});

interface Tool {
  readonly name: string;
  readonly modelDescription: string;
  readonly inputSchema: object;
}
