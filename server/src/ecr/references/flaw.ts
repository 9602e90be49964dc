import type { Range } from '../../syntax/tree/tree.ts';

/** A mistake in a reference, in a user's words. */
export interface Flaw {
  readonly kind: 'instance' | 'attribute' | 'undeclared';
  /** In the piece of the referring block. */
  readonly range: Range;
  readonly message: string;
  /** True when `terraform validate` reports it, whatever the values are. */
  readonly isStatic: boolean;
  /** True for a static one that Terraform only finds where it evaluates the expression. */
  readonly isEvaluated?: true;
  /** Where it is not certain, because Terraform may never evaluate it. */
  readonly severity?: 'warning';
  readonly mend?: Mend;
}

/** A flaw at a place that Terraform may never evaluate. */
export function unsure(flaw: Flaw): Flaw {
  const message = flaw.message
    .replace('; Terraform stops', '; where this is evaluated, Terraform stops')
    .replace('. Terraform stops', '. Where this is evaluated, Terraform stops')
    .replace('; the plan fails', '; where this is evaluated, the plan fails');
  return { ...flaw, message, isStatic: false, severity: 'warning' };
}

/** The texts that may replace it. */
export interface Mend {
  readonly title: string;
  readonly kind: 'one' | 'choice';
  /** The text to be replaced. */
  readonly range: Range;
  readonly text: string;
}
