import { nearestName } from '../ecr/nearestName.ts';
import { isRecord } from '../facts/isRecord.ts';
import type { AgentTool, ToolArgument, ToolInput } from './tool.ts';
import { AgentError } from './tool.ts';

/** The longest text that is accepted, in UTF-16 units. */
const PATH_LIMIT = 4096;
const CODE_LIMIT = 1_000_000;
const DATA_LIMIT = 20_000_000;

export const PATH: ToolArgument = {
  name: 'path',
  description: 'A file or folder of the workspace, relative to its root, such as infra/main.tf.',
  isRequired: true,
  limit: PATH_LIMIT,
};

/** The same for tools that answer for the whole workspace when the argument is missing. */
export const FOLDER: ToolArgument = {
  name: 'path',
  description: 'A file or folder of the workspace, relative to its root; by default, the whole workspace.',
  limit: PATH_LIMIT,
};

export const TEXT: ToolArgument = {
  name: 'text',
  description:
    'The text of the file at path, so that a draft can be checked before it is written. The files around it come from disk.',
  limit: CODE_LIMIT,
};

export const ADDRESS: ToolArgument = {
  name: 'address',
  description: 'Which of several policies, such as aws_ecr_lifecycle_policy.app or module.registry.',
  limit: PATH_LIMIT,
};

export const NOW: ToolArgument = {
  name: 'now',
  description: 'The time of the run as ISO 8601, such as 2026-01-31T12:00:00Z; by default, now.',
  limit: 64,
};

/** JSON given as text or in a file of the workspace. */
export function dataArguments(name: string, description: string): readonly ToolArgument[] {
  return [
    { name, description, limit: DATA_LIMIT },
    { name: `${name}Path`, description: `A file of the workspace that holds the same.`, limit: PATH_LIMIT },
  ];
}

/** Reads a call's input; throws an `AgentError` that names the mistake. */
export function readInput({ name, arguments: allowed }: AgentTool, input: unknown): ToolInput {
  if (input !== undefined && !isRecord(input)) throw new AgentError(`${name} takes an object of arguments`);
  const given = Object.entries(input ?? {});
  for (const [key, value] of given) checkArgument(name, allowed, key, value);
  const missing = allowed.find(
    (argument) => argument.isRequired === true && !given.some(([key]) => key === argument.name),
  );
  if (missing !== undefined) throw new AgentError(`${name} needs ${missing.name}: ${missing.description}`);
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}

function checkArgument(tool: string, allowed: readonly ToolArgument[], key: string, value: unknown): void {
  const argument = allowed.find((one) => one.name === key);
  if (argument === undefined) {
    const names = allowed.map((one) => one.name);
    const near = nearestName(key, names);
    const hint = near === undefined ? `it takes ${names.join(', ')}` : `did you mean ${near}?`;
    throw new AgentError(`${tool} has no argument ${JSON.stringify(key.slice(0, 64))}; ${hint}`);
  }
  if (typeof value !== 'string') throw new AgentError(`${key} must be a text`);
  if (value.length > argument.limit) throw new AgentError(`${key} is longer than ${argument.limit} characters`);
  if (argument.values !== undefined && !argument.values.includes(value))
    throw new AgentError(`${key} takes ${argument.values.join(', ')}`);
}

/** The JSON of `name`, or of the file that `namePath` names; null when neither is given. */
export async function readData(
  name: string,
  input: ToolInput,
  readText: (path: string) => Promise<string>,
): Promise<string | null> {
  const path = input[`${name}Path`];
  if (input[name] !== undefined && path !== undefined)
    throw new AgentError(`${name} and ${name}Path say the same thing twice; omit one`);
  return input[name] ?? (path === undefined ? null : await readText(path));
}
