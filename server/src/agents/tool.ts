import type { GivenPolicy } from '../ecr/plan/givenJson.ts';
import type { PlannedResource } from '../ecr/plan/plannedResources.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import type { PlanSettings } from '../review/planned/plannedProblems.ts';
import type { ServiceContext } from '../service/context.ts';

/** What an agent is told in place of an answer: its argument is refused, or what it asks about is not there. */
export class AgentError extends Error {}

/** The files that one call is about, with the modules around them. */
export interface Desk {
  readonly context: ServiceContext;
  readonly settings: ProblemSettings;
  /** True where a folder is asked about, whatever it holds. */
  readonly isFolder: boolean;
  /** URIs of the Terraform files that are asked about. */
  readonly uris: readonly string[];
  /** The policies of a JSON file that is asked about, and the resources of a plan. */
  readonly given: readonly GivenPolicy[];
  readonly planned: readonly PlannedResource[];
  /** A file's path as agents write it: from the workspace's root, with `/`. */
  nameOf(uri: string): string;
  /** The files that code names and that were not read, as far as they have been asked for; with the reasons. */
  unread(): readonly { readonly file: string; readonly because: string }[];
}

/** What a door lets agents see: the workspace and nothing else. */
export interface AgentDoor {
  /**
   * Opens a file or folder of the workspace; `text` stands in the file's place, which need not exist. Throws an
   * `AgentError` for a path that is outside or cannot be read.
   */
  open(path: string, text: string | null): Promise<Desk>;
  /** The text of a file of the workspace; throws an `AgentError` as `open` does. */
  readText(path: string): Promise<string>;
  /** The settings that hold for a plan in a file of the workspace, or for one that lies nowhere; null for none. */
  planSettings(path: string | null): PlanSettings | null;
  /** Milliseconds since 1970. */
  now(): number;
}

/** An argument of a tool; all of them are texts. */
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
  /** For the agent: what it answers, and when to ask it. */
  readonly description: string;
  readonly arguments: readonly ToolArgument[];
  answer(input: ToolInput, door: AgentDoor): Promise<string>;
}
