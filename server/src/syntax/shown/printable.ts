/**
 * Control characters, separators of lines, and marks that turn the direction of writing: what steers a terminal, begins
 * a line of its own, or makes a text look like another one.
 */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * What a CI runner would execute: `::command` where a line begins, `##[command` and `##vso[command` anywhere.
 * Source: actions/runner, src/Runner.Common/ActionCommand.cs; Azure Pipelines, "Logging commands".
 */
const WORKFLOW_COMMAND = /^(\s*):(?=:)|#(?=#\w*\[)/g;

/** Text from a document as one line in which every character is seen; `\uFFFD` stands for those that are not. */
export function visible(text: string): string {
  return text.replaceAll(STEERING, '\uFFFD');
}

/** Text from a document as one line in which nothing steers a terminal or a CI runner. */
export function printable(text: string): string {
  return visible(text).replaceAll(WORKFLOW_COMMAND, '$1\uFFFD');
}
