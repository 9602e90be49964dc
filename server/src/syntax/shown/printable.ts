/**
 * Control characters, line separators and bidirectional marks: everything that controls a terminal, begins a line, or
 * makes a text look like another one.
 */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text that a CI runner would execute: `::command` at the start of a line, `##[command` and `##vso[command` anywhere.
 * Source: actions/runner, src/Runner.Common/ActionCommand.cs; Azure Pipelines, "Logging commands".
 */
const WORKFLOW_COMMAND = /^(\s*):(?=:)|#(?=#\w*\[)/g;
const COMMAND_IN_LINE = /#(?=#\w*\[)/g;

/** Text from a document on one line, with every character visible; `\uFFFD` replaces invisible ones. */
export function visible(text: string): string {
  return text.replaceAll(STEERING, '\uFFFD');
}

/** Text from a document as one line that cannot control a terminal or a CI runner. */
export function printable(text: string): string {
  return visible(text).replaceAll(WORKFLOW_COMMAND, '$1\uFFFD');
}

/** Text after something else on its line, such as source after its margin: like `printable`, but with its tabs. */
export function printableSource(line: string): string {
  return line.split('\t').map(visible).join('\t').replaceAll(COMMAND_IN_LINE, '\uFFFD');
}

/** A line of a patch: its mark, the text with its tabs, and the `\r` of its line end. */
export function printablePatchLine(line: string): string {
  const [, text = '', end = ''] = /^(.*?)(\r?)$/s.exec(line) ?? [];
  return printableSource(text).replaceAll(WORKFLOW_COMMAND, '$1\uFFFD') + end;
}

/** A value as JSON that cannot control a terminal or a CI runner: such characters are escaped. */
export function printableJson(value: unknown, indentation = 0): string {
  return JSON.stringify(value, null, indentation)
    .replaceAll(STEERING, (character) => (character === '\n' ? character : unicodeEscape(character)))
    .replaceAll(COMMAND_IN_LINE, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Text as the content of an XML element or attribute, with references in place of control characters. */
export function printableXml(escaped: string): string {
  return escaped
    .replaceAll(STEERING, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(COMMAND_IN_LINE, '&#35;');
}
