import type { GivenPolicy } from '../ecr/plan/givenJson.ts';
import type { PlannedResource } from '../ecr/plan/plannedResources.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import type { PlanSettings } from '../review/planned/plannedProblems.ts';
import type { ServiceContext } from '../service/context.ts';

/** The reply to an agent when an argument is rejected or the thing it asks about does not exist. */
export class AgentError extends Error {}

/** The files that a call is about, with their modules. */
export interface Desk {
  readonly context: ServiceContext;
  readonly settings: ProblemSettings;
  /** True when a folder was requested, whatever it contains. */
  readonly isFolder: boolean;
  /** URIs of the requested Terraform files. */
  readonly uris: readonly string[];
  /** The policies of a JSON file that is asked about, and the resources of a plan. */
  readonly given: readonly GivenPolicy[];
  readonly planned: readonly PlannedResource[];
  /** A file's path as agents write it: relative to the workspace's root, with `/`. */
  nameOf(uri: string): string;
  /** The files that the code names and that were not read although something asked for them, with the reasons. */
  unread(): readonly { readonly file: string; readonly because: string }[];
}

/** What agents may see: the workspace and nothing else. */
export interface AgentDoor {
  /**
   * Opens a file or folder of the workspace. `text` replaces the file's content, and the file need not exist. Throws an
   * `AgentError` for a path that is outside or unreadable.
   */
  open(path: string, text: string | null): Promise<Desk>;
  /** The text of a file of the workspace; throws an `AgentError` as `open` does. */
  readText(path: string): Promise<string>;
  /**
   * The settings that apply to a plan in a file of the workspace, or to one that is not in a file; null when there are
   * none.
   */
  planSettings(path: string | null): PlanSettings | null;
  /** Milliseconds since 1970. */
  now(): number;
}

/** An argument of a tool; every argument is a text. */
export interface ToolArgument {
  readonly name: string;
  readonly description: string;
  readonly isRequired?: true;
  readonly values?: readonly string[];
  /** Longer texts are refused, in UTF-16 units. */
  readonly limit: number;
}

export type ToolInput = Readonly<Record<string, string | undefined>>;

/** A question that an agent may ask. It changes nothing. */
export interface AgentTool {
  readonly name: string;
  readonly title: string;
  /** For the agent: what the tool answers and when to use it. */
  readonly description: string;
  readonly arguments: readonly ToolArgument[];
  answer(input: ToolInput, door: AgentDoor): Promise<string>;
}
