/** How a policy is written at the cursor. */
export interface PolicySpelling {
  readonly language: 'hcl' | 'json';
  /** A double quote in the form required there: `\"` in JSON inside a quoted string. */
  readonly quote: string;
  /** The text between a key and its value. */
  readonly operator: string;
  readonly quotesKeys: boolean;
  /** True when a text must stay on one line. */
  readonly isInline: boolean;
}

export const HCL_SPELLING: PolicySpelling = {
  language: 'hcl',
  quote: '"',
  operator: ' = ',
  quotesKeys: false,
  isInline: false,
};

export const JSON_SPELLING: PolicySpelling = {
  language: 'json',
  quote: '"',
  operator: ': ',
  quotesKeys: true,
  isInline: false,
};

/** JSON inside a quoted string of HCL. */
export const QUOTED_JSON_SPELLING: PolicySpelling = { ...JSON_SPELLING, quote: '\\"', isInline: true };
