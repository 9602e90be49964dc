/** A problem as a test writes or sees it: half-open columns of one line, both zero-based. */
export interface Annotation {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly severity: string;
  readonly ruleId: string;
  readonly message: string;
}

/** Text without its caret lines, and their contents. */
export interface AnnotatedText {
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

const CARETS = /^( *)(\^+) (error|warning|info|hint) ([a-z-]+)(?: (.*))?$/;

/** Removes the caret comments: each is under the line that it is about. The first line may be empty. */
export function readAnnotations(annotated: string): AnnotatedText {
  const lines: string[] = [];
  const annotations: Annotation[] = [];
  for (const line of annotated.replace(/^\r?\n/, '').split('\n')) {
    const match = CARETS.exec(line.replace(/\r$/, ''));
    if (match === null) lines.push(line);
    else {
      const [, indentation = '', carets = '', severity = '', ruleId = '', message = ''] = match;
      const start = indentation.length;
      annotations.push({ line: lines.length - 1, start, end: start + carets.length, severity, ruleId, message });
    }
  }
  return { text: lines.join('\n'), annotations };
}

/** Writes annotations under their lines, in an order that does not depend on theirs. */
export function writeAnnotations({ text, annotations }: AnnotatedText): string {
  const lines = text.split('\n');
  const written = lines.flatMap((line, index) => {
    const carets = annotations.filter((annotation) => annotation.line === index).map(caretLine);
    return [line, ...carets.sort()];
  });
  return written.join('\n');
}

function caretLine({ start, end, severity, ruleId, message }: Annotation): string {
  const carets = '^'.repeat(Math.max(1, end - start));
  return `${' '.repeat(start)}${carets} ${severity} ${ruleId} ${message}`.trimEnd();
}
