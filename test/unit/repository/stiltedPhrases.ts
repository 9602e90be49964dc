/** A phrase that no comment and no text for users may contain, and its replacement. */
interface StiltedPhrase {
  readonly phrase: RegExp;
  readonly better: string;
}

/** Add a phrase here when a reader stumbles over it; the test then names every place that has it. */
export const STILTED_PHRASES: readonly StiltedPhrase[] = [
  { phrase: /\b(?:is|are) none (?:that|which|of (?!them\b)|there\b)/, better: 'is not a …, or: invalid, unknown' },
  { phrase: /\bthat (?:is|are) none\b/, better: 'invalid, or: not a …' },
  { phrase: /\bhangs? on\b/, better: 'depends on' },
  { phrase: /\bbe it\b/, better: 'whether … or …' },
  { phrase: /\bbut for\b/, better: 'except' },
  { phrase: /\bof which it is (?:not )?known\b/, better: 'known, or: unknown' },
  { phrase: /\b(?:is|are|was|were) told of\b/, better: 'is reported, is listed, receives' },
  { phrase: /\bstands? beside\b/, better: 'is next to, is used with' },
  { phrase: /\bstands? (?:there|here|elsewhere)\b/, better: 'is there, is here, is elsewhere' },
  { phrase: /\bstands? for itself\b/, better: 'is literal text, is an ordinary character' },
  { phrase: /\bcounts? as not written\b/, better: 'is ignored' },
  { phrase: /\bwhat is (?:to be )?said of\b/, better: 'the problems of, the remarks about' },
  { phrase: /\bas far as it is known\b/, better: 'as far as known' },
  { phrase: /\bin the place of (?:a|an|the|its|their)\b/, better: 'instead of, or: in place of' },
  { phrase: /\bnone of its (?:own|four)\b/, better: 'invalid' },
  { phrase: /\bof which (?:nothing|something|not all|all) is known\b/, better: 'unknown, or: wholly known' },
  { phrase: /\bwhere (?:that|it) is not known\b/, better: 'when unknown' },
  { phrase: /\ba fault stands for\b/i, better: 'is an example of' },
];
