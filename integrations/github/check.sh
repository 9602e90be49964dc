#!/usr/bin/env bash
# What action.yml runs: annotations, then SARIF, the summary and the review of a plan, then the status that fail-on
# asks for.
set -uo pipefail

case "$ECR_FAIL_ON" in
  error | warning | never) ;;
  *)
    echo "::error::fail-on takes error, warning or never, not '$ECR_FAIL_ON'"
    exit 2
    ;;
esac

# Words of one input; nothing in them is run.
read -r -a command <<<"${ECR_COMMAND:-npx --yes terraform-ecr@${ECR_VERSION:-latest}}"
read -r -a paths <<<"$ECR_PATH"
options=()
if [ -n "$ECR_CONFIG" ]; then options+=(--config "$ECR_CONFIG"); fi
if [ -n "$ECR_BASELINE" ]; then options+=(--baseline "$ECR_BASELINE"); fi
if [ "$ECR_FAIL_ON" = warning ]; then limit=(--max-warnings 0); else limit=(); fi

check() { "${command[@]}" check ${options[@]+"${options[@]}"} "$@" -- ${paths[@]+"${paths[@]}"}; }

check --format github --min-severity "$ECR_MIN_SEVERITY" ${limit[@]+"${limit[@]}"}
status=$?
if [ "$status" -gt 1 ]; then exit "$status"; fi

if [ -n "$ECR_SARIF" ]; then
  check --format sarif --min-severity "$ECR_MIN_SEVERITY" >"$ECR_SARIF"
  if [ $? -gt 1 ]; then exit 2; fi
fi
if [ "$ECR_SUMMARY" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  check --statistics --format json --min-severity "$ECR_MIN_SEVERITY" |
    node "$GITHUB_ACTION_PATH/integrations/github/summary.mjs" >>"$GITHUB_STEP_SUMMARY"
fi

if [ -n "$ECR_PLAN" ]; then
  read -r -a images <<<"$ECR_IMAGES"
  if [ "${#images[@]}" -gt 0 ]; then images=(--images "${images[@]}"); fi
  "${command[@]}" review "$ECR_PLAN" --format markdown --fail-on "$ECR_FAIL_ON" ${images[@]+"${images[@]}"} >"$ECR_REVIEW"
  reviewed=$?
  if [ "$reviewed" -gt 1 ]; then exit "$reviewed"; fi
  if [ "$reviewed" -gt "$status" ]; then status=$reviewed; fi
  if [ "$ECR_SUMMARY" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$ECR_REVIEW" >>"$GITHUB_STEP_SUMMARY"; fi
fi

if [ "$ECR_FAIL_ON" = never ]; then exit 0; fi
exit "$status"
