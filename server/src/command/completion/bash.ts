import type { CompletedCommand } from './completed.ts';

/** Completion for bash 3.2 and newer; bash completes file names itself when nothing else is offered. */
export function bashScript(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `_terraform_ecr() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]} $previous" in
${commands.flatMap(valuesOf).join('\n')}
    *) case "\${COMP_WORDS[1]}" in
${commands.map(wordsOf).join('\n')}
    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _terraform_ecr terraform-ecr`;
}

/** The values of a command's options. */
function valuesOf({ name, options }: CompletedCommand): string[] {
  return options
    .filter(({ takes }) => takes !== null)
    .map((option) => `    '${name} ${option.name}') words="${option.words.join(' ')}" ;;`);
}

/** After a dash the command's options, else what its argument accepts. */
function wordsOf({ name, words, options }: CompletedCommand): string {
  const names = options.map((option) => option.name).join(' ');
  return `      ${name}) case "$current" in -*) words="${names}" ;; *) words="${words.join(' ')}" ;; esac ;;`;
}
