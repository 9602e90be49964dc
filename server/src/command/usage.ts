/** Wrong use or unreadable input: one line for standard error, and exit status 2. */
export class UsageError extends Error {}

/** The texts of `--help`, by command; the empty name is the program's own. */
export const HELP: Readonly<Record<string, string>> = {
  '': `terraform-ecr checks Amazon ECR repositories and lifecycle policies in Terraform and OpenTofu code.

Usage: terraform-ecr COMMAND [OPTION…]

Commands:
  check [PATH…]   problems of files and folders (default: the present folder)
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
  --stdin-file-path FILE    check standard input as the text of FILE, with the files beside it from disk

Exit status: 0 without errors, 1 with errors or too many warnings, 2 for wrong use or a file that cannot be read.
NO_COLOR turns colours off.`,
  rules: `terraform-ecr rules lists the rules, or prints the page of one.

Usage: terraform-ecr rules [ID] [--format text|json]`,
  lsp: `terraform-ecr lsp serves an editor.

Usage: terraform-ecr lsp --stdio`,
};
