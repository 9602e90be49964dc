interface Comment {
  /** Counted from one. */
  readonly line: number;
  /** Without comment marks, on one line. */
  readonly text: string;
}

const COMMENT = /^[ \t]*\/\*\*?(?!\/)([\s\S]*?)\*\/|^[ \t]*\/\/(?!\/)([^\n]*(?:\n[ \t]*\/\/[^\n]*)*)/gm;

/** The comments of a source in TypeScript or JavaScript that begin a line; consecutive `//` lines are one. */
export function commentsOf(source: string): readonly Comment[] {
  return [...source.matchAll(COMMENT)].map((match) => {
    const lines = (match[1] ?? match[2] ?? '').split('\n').map((line) => line.replace(/^\s*(?:\*|\/\/) ?/, '').trim());
    return { line: source.slice(0, match.index).split('\n').length, text: lines.join(' ').trim() };
  });
}
