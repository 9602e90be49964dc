/** The server's commands, which a client runs with `workspace/executeCommand`. */
export const SERVER_COMMANDS = {
  /** URI and position: the JSON of a policy as a `PolicyText`. */
  render: 'terraform-ecr.server.render',
  /** URI and position: the policy in words as a `PolicyText`. */
  explain: 'terraform-ecr.server.explain',
  /** URI and position, or URI, address and another text or null: a `PolicyToSimulate`. */
  simulate: 'terraform-ecr.server.simulate',
  /** Files that the user chose (`GivenOutput`s), and a document's URI or null: an `ImportAnswer`. */
  importOutputs: 'terraform-ecr.server.import',
  /** A `PlanPiece` of a plan that the user chose: a `ReviewAnswer`. */
  reviewPlan: 'terraform-ecr.server.reviewPlan',
  /** No argument: the repositories of the open folders, as `RepositoryAtGlance[]`. */
  list: 'terraform-ecr.server.list',
  /** URI: the positions of a file's repositories without a lifecycle policy, as `TextPosition[]`. */
  withoutPolicy: 'terraform-ecr.server.withoutPolicy',
  /** No argument: the server's part of a bug report, as Markdown without anything of the user's. */
  debugReport: 'terraform-ecr.server.debugReport',
  /**
   * URI, position, and `{ ruleId, where, reason }`: has the client ignore a problem; answers the URI of the file that
   * says so, or null.
   */
  ignore: 'terraform-ecr.server.ignore',
  /** The name of a tool, its input with URIs as paths, and the URI of a folder: an answer for an agent. */
  agent: 'terraform-ecr.server.agent',
  /** Applies the edit of a code action, for clients that only accept commands: URI, version, edit, title. */
  apply: 'terraform-ecr.server.apply',
} as const;

/** Commands of the editor that the server's lenses and actions run. Most take a URI and a position. */
export const CLIENT_COMMANDS = {
  simulate: 'terraform-ecr.simulate',
  explain: 'terraform-ecr.explain',
  addLifecyclePolicy: 'terraform-ecr.addLifecyclePolicy',
  showPlace: 'terraform-ecr.showPlace',
  /** URI, position, rule, and `here`, `file` or `folder`. */
  ignore: 'terraform-ecr.ignore',
  /** The id of a rule. */
  showRulePage: 'terraform-ecr.showRulePage',
} as const;

/** The names of the server's commands that every client may call. */
export const COMMAND_NAMES: readonly string[] = [
  SERVER_COMMANDS.render,
  SERVER_COMMANDS.explain,
  SERVER_COMMANDS.simulate,
  SERVER_COMMANDS.importOutputs,
  SERVER_COMMANDS.reviewPlan,
  SERVER_COMMANDS.list,
  SERVER_COMMANDS.withoutPolicy,
  SERVER_COMMANDS.debugReport,
  SERVER_COMMANDS.ignore,
  SERVER_COMMANDS.agent,
];
