/** How a policy is written where the cursor is. */
export interface PolicySpelling {
  readonly language: 'hcl' | 'json';
  /** A double quote as it must be written there: `\"` in JSON inside a quoted string. */
  readonly quote: string;
  /** The text between a key and its value. */
  readonly operator: string;
  readonly quotesKeys: boolean;
  /** True where a text may not go over several lines. */
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
