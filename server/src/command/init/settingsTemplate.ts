/** A settings file that changes nothing; each comment shows one possible setting. */
export const SETTINGS_TEMPLATE = `{
  // Settings of Terraform ECR for this folder and those below. Options of the command line take precedence over it, and it takes
  // precedence over the settings of the editor.

  // Good practice that is only a hint by default (immutable tags, scanning, a lifecycle policy) becomes a warning.
  // "extends": "strict",

  // Other severities for rules: error, warning, info, hint or off. 'terraform-ecr rules' lists the rules.
  "rules": {
    // "repository-scan-on-push": "warning",
  },

  // Only files that match are checked. Patterns are those of .gitignore, from this folder.
  // "include": ["infra/"],

  // Files that match are not checked.
  "exclude": [
    // "examples/",
  ],

  // Rules that are silent in some files.
  "ignore": [
    // { "files": "legacy/**", "rules": ["repository-mutable-tags"], "reason": "replaced next quarter" },
  ],
}
`;
