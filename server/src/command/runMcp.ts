import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MCP } from './table/commands.ts';
import { parse } from './table/parseWords.ts';
import { UsageError } from './usage.ts';

/** The bundle that is next to the command line's own. */
const MCP_FILE = 'terraform-ecr-mcp.cjs';

/** Runs `mcp`: serves agents over standard input and output; the server keeps running. */
export async function runMcp(words: readonly string[]): Promise<null> {
  const [extra] = parse(words, MCP).positionals;
  if (extra !== undefined) throw new UsageError(`mcp takes no argument, not '${extra}'`);
  const path = join(__dirname, MCP_FILE);
  if (!existsSync(path))
    throw new UsageError(`mcp needs the file ${MCP_FILE} next to the command line: ${path} is not there`);
  const { serveMcp }: typeof import('../mcp.ts') = require(path);
  await serveMcp();
  return null;
}
