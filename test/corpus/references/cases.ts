import { readFileSync } from 'node:fs';

/** A module, and the kind of mistake that it shows. */
export interface ReferenceCase {
  readonly kind: string;
  /** Texts by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Modules that are right or wrong by their references, instances, meta-arguments or calls; Terraform says which. */
export const REFERENCE_CASES = readCases('cases.txt');

/** Correct modules in shapes from public code. */
export const RIGHT_MODULES = readCases('right.txt');

/** `=== kind` begins a module, `--- path` each of its further files; text before that is `main.tf`. */
function readCases(name: string): readonly ReferenceCase[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  return text.split(/^=== /m).slice(1).map(readCase);
}

function readCase(text: string): ReferenceCase {
  const [kind = ''] = text.split('\n', 1);
  const [main = '', ...others] = text.slice(kind.length + 1).split(/^--- /m);
  const files = others.map((part): [string, string] => {
    const [path = ''] = part.split('\n', 1);
    return [path, part.slice(path.length + 1)];
  });
  return { kind, files: { ...(main.trim() !== '' && { 'main.tf': main }), ...Object.fromEntries(files) } };
}
