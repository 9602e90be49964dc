/**
 * Inputs and outputs of the wrappers of terraform-aws-modules/ecr/aws, which call the module once for each item.
 * Source: `wrappers` of github.com/terraform-aws-modules/terraform-aws-ecr, tag 3.2.0. Read 2026-11-29.
 */

/** name | type | default, empty where one must be given | since | until, the first release without it | what it is */
export const WRAPPERS_INPUTS = `
defaults | any | {} | 1.0.0 | | Inputs of the module for the items that do not give them.
items | any | {} | 1.0.0 | | One call of the module for each entry: an object of its inputs. Other keys are dropped without a word.
`;

/** name | since | until, the first release without it | what it is */
export const WRAPPERS_OUTPUTS = `
wrapper | 1.0.0 | | The outputs of the module, by the keys of \`items\`.
`;
