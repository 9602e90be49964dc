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
const COMMAND_IN_LINE = /#(?=#\w*\[)/g;

/** Text from a document on one line, with every character visible; `\uFFFD` replaces those that are not. */
export function visible(text: string): string {
  return text.replaceAll(STEERING, '\uFFFD');
}

/** Text from a document as one line in which nothing steers a terminal or a CI runner. */
export function printable(text: string): string {
  return visible(text).replaceAll(WORKFLOW_COMMAND, '$1\uFFFD');
}

/**
 * Text that follows something else on its line, as a source follows its margin: like `printable`, but with its tabs.
 */
export function printableSource(line: string): string {
  return line.split('\t').map(visible).join('\t').replaceAll(COMMAND_IN_LINE, '\uFFFD');
}

/** A line of a patch: its own mark, the text with its tabs, and the `\r` of its line's end. */
export function printablePatchLine(line: string): string {
  const [, text = '', end = ''] = /^(.*?)(\r?)$/s.exec(line) ?? [];
  return printableSource(text).replaceAll(WORKFLOW_COMMAND, '$1\uFFFD') + end;
}

/** A value as JSON in which nothing steers a terminal or a CI runner: what would is written as an escape. */
export function printableJson(value: unknown, indentation = 0): string {
  return JSON.stringify(value, null, indentation)
    .replaceAll(STEERING, (character) => (character === '\n' ? character : unicodeEscape(character)))
    .replaceAll(COMMAND_IN_LINE, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Text as the content of an XML element or attribute, with references in place of what steers. */
export function printableXml(escaped: string): string {
  return escaped
    .replaceAll(STEERING, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(COMMAND_IN_LINE, '&#35;');
}
