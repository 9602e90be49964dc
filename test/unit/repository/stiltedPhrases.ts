/** A phrase that no comment and no text for users may contain, and its replacement. */
interface StiltedPhrase {
  readonly phrase: RegExp;
  readonly better: string;
  /** Comments may contain it. */
  readonly isForUsers?: true;
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
  { phrase: /\b(?:[Tt]akes?|taken|took) (?:it|them|one of (?:them|the \w+)|the \w+) away\b/, better: 'remove' },
  { phrase: /\bwithout a word\b/, better: 'silently' },
  { phrase: /\bfor ever\b/, better: 'forever' },
  {
    phrase: /\b(?:is|are) about no\b|\bthe (?:id|ARN|name) of no\b/,
    better: 'does not apply to a …, is not the … of a …',
  },
  { phrase: /\bby way of\b/, better: 'through' },
  { phrase: /\bhand(?:s|ed|ing)? (?:\w+ ){0,2}over\b/, better: 'pass, give, take', isForUsers: true },
  { phrase: /\bthe one by the other\b/, better: 'one with the other' },
  { phrase: /\bsure to fail\b/, better: 'certain to fail' },
  { phrase: /\b(?:is|are|was|were|be) told\b/, better: 'is reported, is shown, can be determined', isForUsers: true },
  {
    phrase: /\bin (?:this|its|exactly this) very\b|\bin (?:this|exactly this) spelling\b/,
    better: 'spelled exactly like this',
  },
  { phrase: /\banew\b/, better: 'again', isForUsers: true },
  { phrase: /\bas (?:it|they) (?:is|are) meant\b/, better: 'as intended' },
  { phrase: /\bbelongs? into\b/, better: 'belongs in' },
  { phrase: /\b[Rr]eports have it\b/, better: 'is reported to' },
  { phrase: /\b(?:has|have) not(?=[.,;:)]| \()/, better: 'does not have, lacks', isForUsers: true },
  { phrase: /\b(?:is|are) looked at\b/, better: 'is read, is searched, is checked', isForUsers: true },
  {
    phrase: /\bthe (?:present|only) one there is\b|\bthat there are(?: not)?(?=[.,;:])/,
    better: 'existing, known, unknown',
    isForUsers: true,
  },
  {
    phrase: /\b[Cc]olour(?:s|ed)?\b|\b[Bb]ehaviour\b|\b[Nn]eighbour(?:s|ing)?\b|\b[Oo]rganisation(?:s|al)?\b/,
    better: 'American spelling: color, behavior, neighbor, organization',
    isForUsers: true,
  },
  {
    phrase: /\b[Cc]atalogue\b|\b[Ll]icence\b|\b[Mm]isspelt\b|\bgreyed\b|\brecognised\b/,
    better: 'American spelling: catalog, license, misspelled, grayed, recognized',
    isForUsers: true,
  },
];
