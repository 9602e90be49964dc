/** Wrong use or unreadable input: one line for standard error, and exit status 2. */
export class UsageError extends Error {
  /** What is printed below the message, a line each. */
  readonly details: readonly string[];

  constructor(message: string, details: readonly string[] = []) {
    super(message);
    this.details = details;
  }
}

/** The texts of `--help`, by command; the empty name is the program's own. */
export const HELP: Readonly<Record<string, string>> = {
  '': `terraform-ecr checks Amazon ECR repositories and lifecycle policies in Terraform and OpenTofu code.

Usage: terraform-ecr COMMAND [OPTION…]

Commands:
  check [PATH…]   problems of files and folders (default: the present folder)
  simulate SOURCE what a lifecycle policy does to images
  render SOURCE   the JSON of a lifecycle policy as Terraform will send it
  explain SOURCE  policies in plain words: what they delete, who may pull and push
  review PLAN     what a plan does to repositories, images and access
  import          import blocks and resources for repositories that exist
  list [PATH…]    every repository with its policy, its guards and who may pull and push
  rules [ID]      the catalogue of rules, or one rule's page
  lsp --stdio     the language server, for editors

terraform-ecr COMMAND --help tells more of a command; terraform-ecr --version prints the version.`,
  check: `terraform-ecr check prints the problems of Terraform files and folders.

Usage: terraform-ecr check [OPTION…] [PATH…]

A folder stands for its .tf and .tofu files and those of the folders below it, without .terraform and what git
ignores. Without a PATH it is the present folder. The nearest .terraform-ecr.json above a file holds for it, as far
up as the present folder or the PATH; options count more.

Options:
  --fix                     write the fixes that have a single reading, as the editor's fix-all does
  --format FORMAT           how problems are printed: text, json, sarif, github or junit (default: text)
  --min-severity SEVERITY   the mildest severity that is printed: error, warning, info or hint (default: warning)
  --max-warnings N          exit with status 1 when there are more warnings than N
  --rule ID=SEVERITY        another severity for a rule, or off; may be given several times
  --write-baseline FILE     write the problems that are printed otherwise to FILE, as known ones
  --baseline FILE           leave out the known problems of FILE, and tell which are gone
  --allow-empty             a folder in which no file is read is right
  --stdin-file-path FILE    check standard input as the text of FILE, with the files beside it from disk

Exit status: 0 without errors, 1 with errors or too many warnings, 2 for wrong use, a file that cannot be
read or a folder in which no file is read. NO_COLOR turns colours off.`,
  simulate: `terraform-ecr simulate tells what a lifecycle policy does to images.

Usage: terraform-ecr simulate [OPTION…] SOURCE
       terraform-ecr simulate --compare [OPTION…] OLD NEW

SOURCE is as 'terraform-ecr render --help' tells. Nothing is asked of AWS: images come from a file.

Options:
  --images FILE      what 'aws ecr describe-images' printed, also packed by gzip, or - for standard input;
                     without it, images are made up from the policy
  --manifests FILE   what 'aws ecr batch-get-image' printed: what multi-architecture images refer to
  --now TIME         the time of the run, such as 2026-01-31T12:00:00Z (default: now)
  --days N           list what goes in the next N days, too
  --push N:TAG,…     images pushed every day, with these tags (* is another number each time): where the number of
                     images settles; may be given several times
  --format FORMAT    text, json or html (default: text)
  --compare          what NEW does otherwise than OLD; one of them may be -, as in
                     git show main:policies.tf | terraform-ecr simulate --compare --images images.json - policies.tf

Exit status: 0 simulated, 1 the policy is not fully known or AWS would refuse it, 2 wrong use or unreadable input.`,
  render: `terraform-ecr render prints the JSON of a lifecycle policy as Terraform will send it.

Usage: terraform-ecr render [--compact] SOURCE

SOURCE is a .tf or .tofu file with one lifecycle policy, FILE#ADDRESS for one of several (a resource, a data source,
module.NAME, with ["KEY"] for one instance), a policy's .json file, or the output of 'terraform show -json' of a plan.

Options:
  --compact   on one line, as it is sent, without white space

Variables are taken at their defaults, or as terraform.tfvars and *.auto.tfvars set them; standard error says which.

Exit status: 0 printed, 1 a part is not known before Terraform runs (standard error names each), 2 wrong use.`,
  explain: `terraform-ecr explain says policies in plain words: a lifecycle policy rule by rule in order of effect, the
policy of a repository or registry statement by statement, and who may do what in sum.

Usage: terraform-ecr explain SOURCE

SOURCE is as 'terraform-ecr render --help' tells; without an address, all policies of the file are explained.

Exit status: 0 printed, 1 nothing is known of one of them, 2 wrong use.`,
  review: `terraform-ecr review tells what a plan does to repositories, images and access, for the person who approves it.

Usage: terraform plan -out=tfplan
       terraform show -json tfplan > plan.json
       terraform-ecr review [OPTION…] plan.json

The plan is what 'terraform show -json' or 'tofu show -json' prints, or - for standard input. What the plan marks as
sensitive is not printed. Nothing is asked of AWS.

Options:
  --images FILE…     what 'aws ecr describe-images' printed, of any number of repositories: changed lifecycle policies
                     are tried on them
  --now TIME         the time of that run, such as 2026-01-31T12:00:00Z (default: now)
  --format FORMAT    text, markdown (for a comment on a pull request), json or html (default: text)
  --fail-on SEVERITY exit with status 1 from this severity on: error, warning or never (default: error)

Exit status: 0 nothing as grave as --fail-on, 1 something is, 2 wrong use or a file that is no plan.`,
  import: `terraform-ecr import writes import blocks and resources from what the AWS CLI printed.

Usage: terraform-ecr import --repositories FILE… [OPTION…]
       terraform-ecr import --script[=bash|powershell]

FILE is JSON, - for standard input, or a folder of .json files. Nothing is sent anywhere and AWS is not asked.

Options:
  --repositories FILE…         what 'aws ecr describe-repositories' printed, or 'aws ecr-public describe-repositories'
  --policies FILE…             what 'aws ecr get-lifecycle-policy' printed, a file for each repository or one for all
  --repository-policies FILE…  what 'aws ecr get-repository-policy' printed
  --tags FILE…                 what 'aws ecr list-tags-for-resource' printed, each file named after its repository with
                               / as __, such as team__api.json
  --cache-rules FILE…          what 'aws ecr describe-pull-through-cache-rules' printed; repositories that the rules
                               made are left out
  --templates FILE…            what 'aws ecr describe-repository-creation-templates' printed
  --registry FILE…             what describe-registry, get-registry-policy, get-registry-scanning-configuration,
                               get-account-setting or list-pull-time-update-exclusions printed
  --for-each                   one resource with for_each for all repositories (Terraform 1.7)
  --identity                   import by identity in place of id (Terraform 1.12, hashicorp/aws 6.11.0)
  --region-argument            write the region into each resource (hashicorp/aws 6.0.0); files about several regions
                               stand in a folder for each region
  --into DIR                   leave out what the code in DIR declares, and write DIR/imports.tf, a new file
  --script[=SHELL]             print the commands that gather these files, for bash or powershell

Exit status: 0 printed or written, 2 wrong use, or a file that is not what its option takes.`,
  list: `terraform-ecr list shows every repository of files and folders at a glance.

Usage: terraform-ecr list [--format text|json|markdown] [PATH…]

A line for each aws_ecr_repository: whether tags can be pushed again, scanning, who may pull and push by its policy, the
errors and warnings of its block and its policies, and what its lifecycle policy does. PATH is as
'terraform-ecr check --help' tells. Policies are taken with the defaults of variables.

Exit status: 0 printed, 2 wrong use, a file that cannot be read or a folder in which no file is read.`,
  rules: `terraform-ecr rules lists the rules, or prints the page of one.

Usage: terraform-ecr rules [ID] [--format text|json]`,
  lsp: `terraform-ecr lsp serves an editor.

Usage: terraform-ecr lsp --stdio`,
};
