import type { LifecyclePolicy } from './policy.ts';

/** What a path looks like where JSON is expected: no brackets, no blanks, the extension of a policy file. */
const PATH = /^[\w@+=./-]+\.(json|tpl|tftpl|tmpl)$/;

/** The path that a quoted string gives instead of a policy, or null. */
export function pathWrittenAsPolicy({ argument, value }: LifecyclePolicy): string | null {
  const isWritten = argument?.value.kind === 'Template' && argument.value.form === 'quoted';
  return isWritten && value.kind === 'string' && PATH.test(value.value) ? value.value : null;
}
