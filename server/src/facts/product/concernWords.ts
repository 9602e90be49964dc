/** No check concerns a text without any of these words; a test derives them from the facts. */

/** A range of plain characters, and what it indicates. */
export interface ConcernWord {
  readonly word: string;
  readonly because: string;
}

/** Words that show in the bytes of a folder's code that it concerns ECR. None is shorter than four characters. */
export const CONCERN_WORDS: readonly ConcernWord[] = [
  { word: 'aws_ecr', because: 'a type of the AWS provider, ECR Public included' },
  { word: 'awscc_ecr', because: 'a type of the AWS Cloud Control provider' },
  { word: 'ecr-public', because: 'an action or the address of ECR Public' },
  { word: '.dkr', because: 'the address of a registry, in either of its forms' },
  { word: '"dkr', because: 'the same, put together' },
  { word: '"ecr:', because: 'an action of an access policy' },
  { word: '/ecr/aws', because: 'a known module, by the address of its registry' },
  { word: 'terraform-aws-ecr', because: 'a known module, by the address of its repository' },
  { word: '/ecr-repo', because: 'a module of which some inputs are known, by the address of its registry' },
  { word: 'ecr-credentials', because: 'the same, by the address of its repository' },
  { word: '/aws-ecr', because: 'the same, by the address of its repository' },
  { word: 'lifecycle_policy', because: 'an argument or output that takes a lifecycle policy' },
  { word: 'countType', because: 'a key of a lifecycle policy' },
  { word: 'count_type', because: 'the same, as an argument' },
  { word: 'rulePriority', because: 'a key of a lifecycle policy' },
  { word: 'tagPatternList', because: 'a key of a lifecycle policy' },
  { word: 'tagPrefixList', because: 'a key of a lifecycle policy' },
  { word: 'terraform-ecr-ignore', because: 'a comment that silences a rule' },
  // A character written as a numeric escape may belong to any of the words.
  { word: '\\u00', because: 'an escaped plain character' },
  { word: '\\U0000', because: 'an escaped plain character' },
];
